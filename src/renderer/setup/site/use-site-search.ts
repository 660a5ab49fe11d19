import { ref, shallowRef, type Ref, type ShallowRef } from 'vue'
import type { Failure } from '#contract/errors.ts'
import { failureOf } from '../../bridge.ts'
import type { Part, Search } from './ask-sites.ts'

/** A search that goes on page by page; what is asked for last is shown. */
export interface Searched<T> {
  found: ShallowRef<readonly T[]>
  total: Ref<number | null>
  hasMore: Ref<boolean>
  busy: Ref<boolean>
  /** False until the first answer of this search. */
  answered: Ref<boolean>
  failure: ShallowRef<Failure | null>
  search(search: Search): Promise<void>
  more(): Promise<void>
  clear(): void
}

export function useSiteSearch<T>(
  ask: (search: Search, offset: number) => Promise<Part<T>>,
): Searched<T> {
  const found: ShallowRef<readonly T[]> = shallowRef([])
  const total = ref<number | null>(null)
  const hasMore = ref(false)
  const busy = ref(false)
  const answered = ref(false)
  const failure = shallowRef<Failure | null>(null)
  let last: Search | null = null
  let next = 0

  function clear(): void {
    last = null
    next = 0
    found.value = []
    total.value = null
    hasMore.value = false
    busy.value = false
    answered.value = false
    failure.value = null
  }
  async function more(): Promise<void> {
    const mine = last
    if (!mine) return
    busy.value = true
    failure.value = null
    try {
      const part = await ask(mine, next)
      if (mine !== last) return
      found.value = [...found.value, ...part.found]
      total.value = part.total
      hasMore.value = part.next !== null
      next = part.next ?? 0
      answered.value = true
    } catch (thrown) {
      if (mine === last) failure.value = failureOf(thrown)
    } finally {
      if (mine === last) busy.value = false
    }
  }
  return {
    ...{ found, total, hasMore, busy, answered, failure, more, clear },
    async search(search) {
      clear()
      last = search
      await more()
    },
  }
}
