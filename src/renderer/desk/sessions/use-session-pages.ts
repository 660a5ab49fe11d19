import { computed, ref, shallowRef, type ComputedRef, type Ref } from 'vue'
import type { SessionFilter, SessionNote } from '#contract/desk-sessions.ts'
import {
  SessionHistoryDocument,
  type HistoryPartsFragment,
} from '#platform/generated/ask/graphql.ts'
import { hasMore, mayLack } from '#platform/paging.ts'
import { historyVariables } from '#platform/session-history.ts'
import { askPlatform } from '../../ask/ask-platform.ts'
import { notDelivered } from '../../ask/failure.ts'
import { ask } from '../../bridge.ts'
import { useNow } from '../../live/now.ts'
import { sessionRow, type SessionRow } from './session-row.ts'

const LIMIT = 100

export interface SessionList {
  /** Sessions that the platform has delivered so far. */
  readonly loaded: ComputedRef<number>
  /** How many it says there are; null when it does not say. */
  readonly total: Ref<number | null>
  /** Nothing is left to load. */
  readonly complete: Ref<boolean>
  /** All is loaded, and there may be more: the platform counts more, or began to repeat itself. */
  readonly lacking: Ref<boolean>
  /** When the first of them were asked for (epoch ms). */
  readonly asOfMs: Ref<number | null>
  /** The desk's own notes could not be read: they are missing in the list. */
  readonly withoutNotes: Ref<boolean>
  /** Staff wrote something down. */
  noted(note: SessionNote): void
}

interface SessionPages extends SessionList {
  readonly all: ComputedRef<readonly SessionRow[]>
  /** Sessions that were read so far, those that came twice included. */
  offset(): number
  /** Another number for each list: an answer to an earlier one must not come into a later one. */
  round(): number
  /** Reads the next page. Rejects with what `failureOf` reads. */
  page(): Promise<void>
  /** Forgets the list. */
  restart(): void
}

/** The account's sessions as far as they were read, with the desk's notes on them. */
export function useSessionPages(filter: () => SessionFilter): SessionPages {
  const now = useNow()
  const logs = shallowRef<readonly HistoryPartsFragment[]>([])
  const notes = shallowRef<ReadonlyMap<string, SessionNote>>(new Map())
  const total = ref<number | null>(null)
  const complete = ref(false)
  const lacking = ref(false)
  const asOfMs = ref<number | null>(null)
  const withoutNotes = ref(false)
  let offset = 0
  let round = 0

  async function page(): Promise<void> {
    const asked = round
    const variables = { ...historyVariables(filter()), pagination: { limit: LIMIT, offset } }
    const { chargelogsPaged: part } = await askPlatform(SessionHistoryDocument, variables, {
      nulls: 'taken',
    })
    if (!part?.data) throw notDelivered('unexpected-answer')
    const known = new Set(logs.value.map(({ id }) => id))
    const fresh = part.data.filter((log) => log !== null).filter(({ id }) => !known.has(id))
    const found = await notesOf(
      fresh.map(({ id }) => id),
      withoutNotes,
    )
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
  function restart(): void {
    round += 1
    offset = 0
    logs.value = []
    notes.value = new Map()
    total.value = null
    complete.value = false
    lacking.value = false
    asOfMs.value = null
    withoutNotes.value = false
  }
  return {
    ...{ total, complete, lacking, asOfMs, withoutNotes, page, restart },
    all: computed(() => logs.value.map((log) => sessionRow(log, notes.value.get(log.id)))),
    loaded: computed(() => logs.value.length),
    offset: () => offset,
    round: () => round,
    noted(note) {
      notes.value = new Map(notes.value).set(note.sessionId, note)
    },
  }
}

async function notesOf(
  sessionIds: string[],
  withoutNotes: Ref<boolean>,
): Promise<[string, SessionNote][]> {
  try {
    const found = await ask('desk.sessionNotes', { sessionIds })
    return found.map((note) => [note.sessionId, note])
  } catch {
    withoutNotes.value = true
    return []
  }
}
