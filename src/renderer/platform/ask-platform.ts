import type { OperationVariables, TypedDocumentNode } from '@apollo/client/core'
import { client } from './client.ts'

/**
 * Asks the platform now, past what is known already. Parts that it could not tell are null. Throws what
 * `failureOfError` understands.
 */
export async function askPlatform<T, V extends OperationVariables>(
  query: TypedDocumentNode<T, V>,
  variables: V,
): Promise<T> {
  const { data } = await client.query({ query, variables, fetchPolicy: 'no-cache' })
  return data
}
