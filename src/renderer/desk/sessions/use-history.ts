import { computed, onBeforeUnmount, ref, shallowRef, watch, type ComputedRef, type Ref } from 'vue'
import { matchesText } from '#common/text-match.ts'
import type { SessionFilter } from '#contract/desk-sessions.ts'
import type { Failure } from '#contract/errors.ts'
import { failureOf } from '../../bridge.ts'
import type { SessionRow } from './session-row.ts'
import { useSessionPages, type SessionList } from './use-session-pages.ts'

export interface History extends SessionList {
  /** Of what is loaded, the sessions in which the text stands. */
  readonly rows: ComputedRef<readonly SessionRow[]>
  readonly loading: Ref<boolean>
  readonly failure: Ref<Failure | null>
  /** Loads on: a page, or with a text until something is found. */
  more(): Promise<void>
  /** All again, from the first page on. */
  reload(): Promise<void>
}

/** A text is looked for in so many sessions before somebody is asked whether to go on. */
const SEARCHED_AT_ONCE = 1_000
/** So many on screen are enough to begin with. */
const ENOUGH = 20
const TYPING_MS = 300

/** The account's sessions (`chargelogsPaged`, L524), page by page; the text is the terminal's to find. */
export function useHistory(filter: () => SessionFilter): History {
  const { all, offset, round, page, restart, ...list } = useSessionPages(filter)
  const { complete } = list
  const loading = ref(false)
  const failure = shallowRef<Failure | null>(null)
  const rows = computed(() => {
    const { text } = filter()
    return all.value.filter(({ searched }) => matchesText(text, searched))
  })

  async function more(): Promise<void> {
    if (loading.value || complete.value) return
    const begun = round()
    const { text } = filter()
    const wanted = rows.value.length + 1
    const lastRead = offset() + SEARCHED_AT_ONCE
    const isStale = (): boolean => begun !== round()
    const isEnough = (): boolean =>
      isStale() || complete.value || rows.value.length >= wanted || offset() >= lastRead
    loading.value = true
    failure.value = null
    try {
      do await page()
      while (!isEnough())
    } catch (thrown) {
      if (!isStale()) failure.value = failureOf(thrown)
    } finally {
      if (!isStale()) loading.value = false
    }
    // Somebody typed on meanwhile.
    if (!isStale() && !failure.value && text !== filter().text) searchOn()
  }

  function searchOn(): void {
    if (rows.value.length < ENOUGH) void more()
  }

  async function reload(): Promise<void> {
    restart()
    loading.value = false
    await more()
  }

  let typing: ReturnType<typeof setTimeout> | undefined
  watch(
    () => filter().text,
    () => {
      clearTimeout(typing)
      typing = setTimeout(() => {
        searchOn()
      }, TYPING_MS)
    },
  )
  watch([() => filter().status, () => filter().fromMs, () => filter().untilMs], () => reload(), {
    immediate: true,
  })
  onBeforeUnmount(() => {
    clearTimeout(typing)
    restart()
  })
  return { ...list, rows, loading, failure, more, reload }
}
