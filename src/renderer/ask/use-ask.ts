import type { OperationVariables, TypedDocumentNode } from '@apollo/client/core'
import { computed } from 'vue'
import { askPlatform } from './ask-platform.ts'
import type { Answered, Asked, Fresh, Listed, Remembered, Variables } from './asked.ts'
import { useFresh } from './use-fresh.ts'
import { usePages, type Pages, type Pagination } from './use-pages.ts'
import { useRemembered } from './use-remembered.ts'

/**
 * Asks the platform as long as a screen is open. `as` says how often:
 *
 * - `once`: when the screen opens, when the variables change, and on `again()`.
 * - `poll`: as `once`, and again every `everyMs` (ms).
 * - `page`: a list, page by page as far as somebody scrolls; see {@link Pages}.
 *
 * `cache` says what a remembered answer is good for:
 *
 * - `no`, the default: the network answers, and nothing is remembered. For what changes without us (a
 *   card, a document's link, figures, favourites) or bears the time of its answer. Lists are never
 *   remembered: offsets of two readings do not fit together.
 * - `meanwhile`: it is shown while the network answers, and follows what {@link change} sends. Saves the
 *   wait between the panes of the account, and no request: a form must not write over newer values.
 * - `instead`: it saves the request. For what stays the same during a visit: a station's description
 *   and usual hours, its capabilities, the tenant's currencies, the links of legal documents (by language).
 *
 * App.vue clears the cache with each change of mode and terminal, the desk with each change of account.
 */
export function useAsk<T, V extends OperationVariables, R = T>(
  document: TypedDocumentNode<T, V>,
  variables: Variables<V>,
  options: Fresh<T, R>,
): Asked<R>
export function useAsk<T, V extends OperationVariables>(
  document: TypedDocumentNode<T, V>,
  variables: Variables<V>,
  options: Remembered,
): Asked<T>
export function useAsk<T, V extends OperationVariables, E extends { readonly id: string | null }>(
  document: TypedDocumentNode<T, V>,
  variables: (pagination: Pagination) => V,
  options: Listed<T, E>,
): Pages<E>
export function useAsk<
  T,
  V extends OperationVariables,
  R,
  E extends { readonly id: string | null },
>(
  document: TypedDocumentNode<T, V>,
  variables: Variables<V> | ((pagination: Pagination) => V),
  options: Fresh<T, R> | Remembered | Listed<T, E>,
): Asked<T> | Asked<R> | Pages<E> {
  if (options.as === 'page') {
    const ofPage = variables as (pagination: Pagination) => V
    return usePages(options.limit, async (pagination) =>
      options.list(await askPlatform(document, ofPage(pagination))),
    )
  }
  const given = variables as Variables<V>
  const wanted = (): V | null => (typeof given === 'function' ? given() : given)
  if (options.as === 'poll')
    return shown(useRemembered(document, wanted, 'meanwhile', options.everyMs))
  if (options.cache === 'instead' || options.cache === 'meanwhile')
    return shown(useRemembered(document, wanted, options.cache))
  return shown<R>(useFresh(document, wanted, options.read))
}

function shown<T>(answered: Answered<T>): Asked<T> {
  const { result, error } = answered
  return {
    ...answered,
    failure: computed(() => (result.value === undefined ? error.value : null)),
    partial: computed(() => result.value !== undefined && error.value !== null),
  }
}
