import type { OperationVariables, TypedDocumentNode } from '@apollo/client/core'
import { CommandError } from '../bridge.ts'
import { client } from './client.ts'

/**
 * Asks the platform now, past what is known already. Parts that it could not tell are null; an answer of
 * errors alone is a failure. Throws what `failureOfError` understands.
 */
export async function askPlatform<T, V extends OperationVariables>(
  query: TypedDocumentNode<T, V>,
  variables: V,
): Promise<T> {
  const answer = await client.query({ query, variables, fetchPolicy: 'no-cache' })
  if ('errors' in answer && !isAnyTold(answer.data)) {
    throw new CommandError({
      code: 'unavailable',
      message: 'the answer has errors alone',
      retryable: true,
    })
  }
  return answer.data
}

const isAnyTold = (data: unknown): boolean =>
  Object.entries(data ?? {}).some(([name, part]) => name !== '__typename' && part !== null)
