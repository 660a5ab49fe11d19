import { ApolloError, type OperationVariables, type TypedDocumentNode } from '@apollo/client/core'
import { client } from './client.ts'

/**
 * Asks the platform now, past what is known already. Rejects with the CommandError that main answered;
 * parts that the platform could not tell are null.
 */
export async function askPlatform<T, V extends OperationVariables>(
  query: TypedDocumentNode<T, V>,
  variables: V,
): Promise<T> {
  const answer = await client
    .query({ query, variables, fetchPolicy: 'no-cache' })
    .catch((thrown: unknown) => {
      throw causeOf(thrown)
    })
  return answer.data
}

/** Changes something at the platform, once. Rejects as {@link askPlatform} does. */
export async function tellPlatform<T, V extends OperationVariables>(
  mutation: TypedDocumentNode<T, V>,
  variables: V,
): Promise<T> {
  const answer = await client
    .mutate({ mutation, variables, fetchPolicy: 'no-cache' })
    .catch((thrown: unknown) => {
      throw causeOf(thrown)
    })
  if (answer.data === null || answer.data === undefined) throw new Error('an answer without data')
  return answer.data
}

/** What the bridge threw, out of what Apollo wraps it in. */
const causeOf = (thrown: unknown): unknown =>
  thrown instanceof ApolloError ? (thrown.networkError ?? thrown) : thrown
