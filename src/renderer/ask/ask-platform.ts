import type { OperationVariables, TypedDocumentNode } from '@apollo/client/core'
import { CommandError } from '../bridge.ts'
import { client } from './client.ts'
import { unwrapped } from './failure.ts'

/**
 * Asks the platform now and remembers nothing: for a question that belongs to no open screen, or to an
 * action. Parts on which the platform failed are null. An answer of errors alone is a failure, unless
 * `nulls: 'taken'`: then the caller says what a null means. Rejects with a {@link CommandError}.
 */
export async function askPlatform<T, V extends OperationVariables>(
  query: TypedDocumentNode<T, V>,
  variables: V,
  { nulls = 'refused' }: { nulls?: 'refused' | 'taken' } = {},
): Promise<T> {
  const answer = await unwrapped(client.query({ query, variables, fetchPolicy: 'no-cache' }))
  if (nulls === 'refused' && 'errors' in answer && isEmpty(answer.data)) {
    throw new CommandError({
      code: 'unavailable',
      message: 'the answer has errors alone',
      retryable: true,
    })
  }
  return answer.data
}

const isEmpty = (data: unknown): boolean =>
  Object.entries(data ?? {}).every(([name, part]) => name === '__typename' || part === null)
