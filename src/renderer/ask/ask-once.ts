import { ApolloError, type OperationVariables, type TypedDocumentNode } from '@apollo/client/core'
import { CommandError } from '../bridge.ts'
import { client } from './client.ts'

/**
 * Asks a trusted operation, once; nothing of the answer is remembered, and parts on which the platform
 * failed are null. Rejects with main's {@link CommandError} where main could not ask.
 */
export async function askOnce<TData, TVariables extends OperationVariables>(
  query: TypedDocumentNode<TData, TVariables>,
  variables: TVariables,
): Promise<TData> {
  try {
    const { data } = await client.query({ query, variables, fetchPolicy: 'no-cache' })
    return data
  } catch (thrown) {
    const cause = thrown instanceof ApolloError ? thrown.networkError : null
    throw cause instanceof CommandError ? cause : thrown
  }
}

/** What is thrown for an answer without the part that was asked for. */
export const notDelivered = (code: 'not-found' | 'unexpected-answer'): CommandError =>
  new CommandError({
    code,
    message: 'the answer lacks what was asked for',
    retryable: code === 'unexpected-answer',
  })
