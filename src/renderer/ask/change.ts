import type { OperationVariables, TypedDocumentNode } from '@apollo/client/core'
import { CommandError } from '../bridge.ts'
import { client } from './client.ts'
import { unwrapped } from './failure.ts'

/**
 * Sends a mutation, once. An answer in which parts failed is taken: what was asked for was done. What it
 * says of an entity goes into the cache, so that screens which show it follow. Rejects with a
 * {@link CommandError}: `perhaps-done` where the answer says nothing of it.
 */
export async function change<T, V extends OperationVariables>(
  mutation: TypedDocumentNode<T, V>,
  variables: V,
): Promise<T> {
  const { data } = await unwrapped(client.mutate({ mutation, variables, errorPolicy: 'all' }))
  const hasAnswer = Object.values(data ?? {}).some((part) => part !== null)
  if (!data || !hasAnswer) throw noAnswer()
  return data
}

const noAnswer = (): CommandError =>
  new CommandError({
    code: 'perhaps-done',
    message: 'the answer says nothing of what was asked for',
    retryable: false,
  })
