import { computed, ref, shallowRef, type ComputedRef, type Ref, type ShallowRef } from 'vue'
import { eachOnce } from '#common/each-once.ts'
import type { Failure } from '#contract/errors.ts'
import { hasMore } from '#platform/paging.ts'
import { failureOf } from '../bridge.ts'
import { notDelivered } from './failure.ts'

export interface Pagination {
  readonly limit: number
  readonly offset: number
}

/** A page of a list as every `…Paged` query delivers it. */
export interface Page<T> {
  readonly data: readonly (T | null)[] | null
  readonly pagination: {
    readonly limit: number | null
    readonly totalCount: number | null
    readonly isLastPage: boolean | null
  } | null
}

export interface Pages<T> {
  readonly rows: ShallowRef<readonly T[]>
  /** How many there are in all, where the platform says it. */
  readonly total: Ref<number | null>
  readonly complete: Ref<boolean>
  /** The platform answered without a list: nobody knows whether there is more, or any. */
  readonly notProvided: Ref<boolean>
  readonly failure: ShallowRef<Failure | null>
  /** Nothing is there yet, and the first page is on its way. */
  readonly waiting: ComputedRef<boolean>
  /** The next page, if there is one. */
  more(): Promise<void>
  /** All that is left, page by page, as long as `wanted` holds. */
  all(wanted: () => boolean): Promise<void>
  /** From the first page on; what is shown stays until it is there. */
  again(): Promise<void>
}

/** A paged list that is read as far as somebody looks. An entry that moved on between pages counts once. */
export function usePages<T extends { readonly id: string | null }>(
  limit: number,
  ask: (pagination: Pagination) => Promise<Page<T> | null>,
): Pages<T> {
  const rows = shallowRef<readonly T[]>([])
  const total = ref<number | null>(null)
  const complete = ref(false)
  const notProvided = ref(false)
  const failure = shallowRef<Failure | null>(null)
  const asking = ref(false)
  let offset = 0
  let list = 0

  async function read(from: number): Promise<void> {
    const mine = list
    asking.value = true
    failure.value = null
    try {
      const page = await ask({ limit, offset: from })
      if (mine !== list) return
      const data = page?.data ?? null
      notProvided.value = data === null && rows.value.length === 0
      if (notProvided.value) return
      if (page === null || data === null) throw notDelivered('unexpected-answer')
      const before = from === 0 ? [] : rows.value
      const entries = data.filter((one) => one !== null)
      const known = new Set<unknown>(before.map(({ id }) => id))
      const fresh = eachOnce(entries, ({ id }) => id, known)
      rows.value = [...before, ...fresh]
      offset = from + data.length
      total.value = page.pagination?.totalCount ?? null
      // A page with nothing new would come again and again.
      const isStuck = from > 0 && fresh.length === 0
      complete.value = isStuck || !hasMore(page, data.length, offset, limit)
    } catch (thrown) {
      if (mine === list) failure.value = failureOf(thrown)
    } finally {
      if (mine === list) asking.value = false
    }
  }
  async function more(): Promise<void> {
    if (!asking.value && !complete.value) await read(offset)
  }
  async function all(wanted: () => boolean): Promise<void> {
    while (wanted() && !complete.value && !asking.value) {
      await more()
      if (failure.value || notProvided.value) return
    }
  }
  async function again(): Promise<void> {
    list += 1
    complete.value = false
    notProvided.value = false
    await read(0)
  }
  const waiting = computed(() => asking.value && rows.value.length === 0)
  return { rows, total, complete, notProvided, failure, waiting, more, all, again }
}
