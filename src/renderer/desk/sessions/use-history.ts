import { computed, onBeforeUnmount, ref, shallowRef, watch, type ComputedRef, type Ref } from 'vue'
import { matchesText } from '#common/text-match.ts'
import type { SessionFilter, SessionNote } from '#contract/desk-sessions.ts'
import type { Failure } from '#contract/errors.ts'
import {
  SessionHistoryDocument,
  type HistoryPartsFragment,
} from '#platform/generated/ask/graphql.ts'
import { hasMore, mayLack } from '#platform/paging.ts'
import { historyVariables } from '#platform/session-history.ts'
import { ask, failureOf } from '../../bridge.ts'
import { useNow } from '../../live/now.ts'
import { askPlatform } from '../../ask/ask-platform.ts'
import { notDelivered } from '../../ask/failure.ts'
import { sessionRow, type SessionRow } from './session-row.ts'

export interface History {
  /** Of what is loaded, the sessions in which the text stands. */
  readonly rows: ComputedRef<readonly SessionRow[]>
  /** Sessions that the platform has delivered so far. */
  readonly loaded: ComputedRef<number>
  /** How many it says there are; null when it does not say. */
  readonly total: Ref<number | null>
  /** Nothing is left to load. */
  readonly complete: Ref<boolean>
  /** All is loaded, and there may be more: the platform counts more, or began to repeat itself. */
  readonly lacking: Ref<boolean>
  readonly loading: Ref<boolean>
  readonly failure: Ref<Failure | null>
  /** When the first of them were asked for (epoch ms). */
  readonly asOfMs: Ref<number | null>
  /** The desk's own notes could not be read: they are missing in the list. */
  readonly withoutNotes: Ref<boolean>
  /** Loads on: a page, or with a text until something is found. */
  more(): Promise<void>
  /** All again, from the first page on. */
  reload(): Promise<void>
  /** Staff wrote something down. */
  noted(note: SessionNote): void
}

const LIMIT = 100
/** A text is looked for in so many sessions before somebody is asked whether to go on. */
const SEARCHED_AT_ONCE = 1_000
/** So many on screen are enough to begin with. */
const ENOUGH = 20
const TYPING_MS = 300

/** The account's sessions (`chargelogsPaged`, L524), page by page; the text is the terminal's to find. */
export function useHistory(filter: () => SessionFilter): History {
  const now = useNow()
  const logs = shallowRef<readonly HistoryPartsFragment[]>([])
  const notes = shallowRef<ReadonlyMap<string, SessionNote>>(new Map())
  const total = ref<number | null>(null)
  const complete = ref(false)
  const lacking = ref(false)
  const loading = ref(false)
  const failure = shallowRef<Failure | null>(null)
  const asOfMs = ref<number | null>(null)
  const withoutNotes = ref(false)
  let offset = 0
  /** An answer to an earlier question must not come into a later list. */
  let round = 0

  const all = computed(() => logs.value.map((log) => sessionRow(log, notes.value.get(log.id))))
  const rows = computed(() => {
    const { text } = filter()
    return all.value.filter(({ searched }) => matchesText(text, searched))
  })

  async function page(): Promise<void> {
    const asked = round
    const pagination = { limit: LIMIT, offset }
    const variables = { ...historyVariables(filter()), pagination }
    const { chargelogsPaged: part } = await askPlatform(SessionHistoryDocument, variables, {
      nulls: 'taken',
    })
    if (!part?.data) throw notDelivered('unexpected-answer')
    const known = new Set(logs.value.map(({ id }) => id))
    const fresh = part.data.filter((log) => log !== null).filter(({ id }) => !known.has(id))
    const found = await notesOf(fresh.map(({ id }) => id))
    if (asked !== round) return
    asOfMs.value ??= now.read()
    offset += part.data.length
    total.value = part.pagination?.totalCount ?? null
    const isRepeated = part.data.length > 0 && fresh.length === 0
    complete.value = isRepeated || !hasMore(part, part.data.length, offset, LIMIT)
    notes.value = new Map([...notes.value, ...found])
    logs.value = [...logs.value, ...fresh]
    lacking.value = complete.value && (isRepeated || mayLack(part, logs.value.length))
  }

  async function notesOf(sessionIds: string[]): Promise<[string, SessionNote][]> {
    try {
      const found = await ask('desk.sessionNotes', { sessionIds })
      return found.map((note) => [note.sessionId, note])
    } catch {
      withoutNotes.value = true
      return []
    }
  }

  async function more(): Promise<void> {
    if (loading.value || complete.value) return
    const begun = round
    const { text } = filter()
    const wanted = rows.value.length + 1
    const lastRead = offset + SEARCHED_AT_ONCE
    const isStale = (): boolean => begun !== round
    const isEnough = (): boolean =>
      isStale() || complete.value || rows.value.length >= wanted || offset >= lastRead
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
    round += 1
    offset = 0
    logs.value = []
    notes.value = new Map()
    total.value = null
    complete.value = false
    lacking.value = false
    loading.value = false
    asOfMs.value = null
    withoutNotes.value = false
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
    round += 1
  })

  return {
    ...{ rows, total, complete, lacking, loading, failure, asOfMs, withoutNotes, more, reload },
    loaded: computed(() => logs.value.length),
    noted(note) {
      notes.value = new Map(notes.value).set(note.sessionId, note)
    },
  }
}
