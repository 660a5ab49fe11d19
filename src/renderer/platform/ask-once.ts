import { ApolloError, type OperationVariables, type TypedDocumentNode } from '@apollo/client/core'
import { CommandError } from '../bridge.ts'
import { client } from './client.ts'

/** What the platform answered now; nothing of it is remembered. */
export interface Asked<TData> {
  readonly data: TData
  /** It failed on parts of the answer: they are null. */
  readonly isPartial: boolean
}

/** Asks a trusted operation, once. Rejects with main's {@link CommandError} where main could not ask. */
export async function askOnce<TData, TVariables extends OperationVariables>(
  query: TypedDocumentNode<TData, TVariables>,
  variables: TVariables,
): Promise<Asked<TData>> {
  try {
    const { data, errors = [] } = await client.query({ query, variables, fetchPolicy: 'no-cache' })
    return { data, isPartial: errors.length > 0 }
  } catch (thrown) {
    const cause = thrown instanceof ApolloError ? thrown.networkError : null
    throw cause instanceof CommandError ? cause : thrown
  }
}

/**
 * What is thrown for an answer without the part that was asked for.
 * @param code what it means where the platform tells no error
 */
export const notDelivered = (
  isPartial: boolean,
  code: 'not-found' | 'unexpected-answer',
): CommandError =>
  new CommandError({
    code: isPartial ? 'unavailable' : code,
    message: 'the answer lacks what was asked for',
    retryable: isPartial,
  })
