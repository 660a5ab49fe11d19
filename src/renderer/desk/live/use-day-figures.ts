import { defineStore } from 'pinia'
import { onScopeDispose, shallowRef } from 'vue'
import { SessionHistoryDocument } from '#platform/generated/ask/graphql.ts'
import { hasMore } from '#platform/paging.ts'
import { historyVariables } from '#platform/session-history.ts'
import { askPlatform } from '../../ask/ask-platform.ts'
import { useLive } from '../../live/live.ts'
import { useNow } from '../../live/now.ts'
import { useTerminal } from '../../live/terminal.ts'
import { begunSince, dayBeganMs, figuresOf, type DayFigures } from './day-figures.ts'

/** The platform is asked once in this time (real ms), while somebody looks. */
const EVERY_MS = 5 * 60_000
const LIMIT = 100

interface Known {
  readonly generation: number
  readonly dayMs: number
  readonly figures: DayFigures | null
}

/** Kept while another section is looked at. */
const useKnown = defineStore('day-figures', () => ({
  known: shallowRef<Known | null>(null),
  askedAtMs: shallowRef(-Infinity),
}))

/**
 * What the account's charges that began here today came to so far (`chargelogsPaged`, L524), by one page of them; null
 * before it is known, and where it is not.
 */
export function useDayFigures(): () => DayFigures | null {
  const store = useKnown()
  const live = useLive()
  const now = useNow()
  const { info } = useTerminal()
  const today = (): number => dayBeganMs(now.minuteMs, info.timeZone)
  let timer: ReturnType<typeof setTimeout> | undefined

  async function ask(): Promise<void> {
    const [dayMs, { generation }] = [today(), info]
    store.askedAtMs = performance.now()
    const frame = { status: 'all', fromMs: dayMs, untilMs: null, text: '' } as const
    const pagination = { limit: LIMIT, offset: 0 }
    const answer = await askPlatform(
      SessionHistoryDocument,
      { ...historyVariables(frame), pagination },
      { nulls: 'taken' },
    ).catch(() => null)
    const page = answer?.chargelogsPaged
    if (!page?.data) return
    const logs = page.data.filter((log) => log !== null)
    const here = begunSince(logs, dayMs, (id) => live.connectors.has(id))
    const isComplete = !hasMore(page, page.data.length, page.data.length, LIMIT)
    store.known = { generation, dayMs, figures: figuresOf(here, isComplete) }
  }
  function look(): void {
    const leftMs = store.askedAtMs + EVERY_MS - performance.now()
    if (leftMs <= 0) void ask()
    timer = setTimeout(look, leftMs <= 0 ? EVERY_MS : leftMs)
  }
  look()
  onScopeDispose(() => {
    clearTimeout(timer)
  })
  return () => {
    const { known } = store
    return known?.dayMs === today() && known.generation === info.generation ? known.figures : null
  }
}
