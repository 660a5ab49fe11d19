import { STAFF_PIN } from '#test/e2e/pages/desk.ts'
import { invokeAt, type Invoke } from './guest-acts.ts'
import type { Plan } from './plan.ts'
import type { Stand } from './stand.ts'
import type { StopAsk } from './watch/stops.ts'

/** Unlocks the desk, does its work there and locks it. */
export type AtDesk = (pin: string, work: () => Promise<void>) => Promise<void>

/** What the guest asked to end, and whether the terminal has taken it. */
export interface StopAsks {
  /** Asks for the end of something; where the terminal dies over it, the ledger knows (`isWritten`). */
  wish(
    ask: Omit<StopAsk, 'isTaken'>,
    asking: () => ReturnType<Invoke>,
    isWritten: () => boolean,
  ): Promise<StopAsk>
  /** Stops what was started at `startedMs`, from the desk if it was started there. */
  stopSession(connectorId: string, sessionId: string, startedMs: number): Promise<void>
  /** Counts something once it is known what was written down when the terminal died. */
  doubt(count: () => void): void
  /** What was asked for when the terminal died counts if it had been written down. */
  countWhatWasWritten(): void
}

export function createStopAsks(plan: Plan, stand: Stand, atDesk: AtDesk): StopAsks {
  const { clock, folder, watch } = stand
  const invoke = invokeAt(stand)
  const doubtful: (() => void)[] = []

  const wish: StopAsks['wish'] = async (ask, asking, isWritten) => {
    const wished = { ...ask, isTaken: false }
    watch.stops.push(wished)
    const answer = await asking()
    if (answer !== 'lost') wished.isTaken = answer.ok
    else doubtful.push(() => (wished.isTaken = isWritten()))
    return wished
  }

  return {
    wish,
    async stopSession(connectorId, sessionId, startedMs) {
      const connectors = await stand.truth.connectors()
      // A start by own card can be stopped before anything runs.
      const transactionId =
        connectors.find(({ id }) => id === connectorId)?.session?.transactionId ?? null
      const requestId = `${String(plan.cycle)}-stop-${String(clock.now())}`
      const ask = { atMs: clock.now(), connectorId, transactionId, startedMs, why: 'asked to stop' }
      const isWritten = (): boolean => folder.stopRequests().includes(requestId)
      if (plan.way === 'desk') {
        const reason = 'asked'
        await atDesk(STAFF_PIN, async () => {
          await wish(ask, () => invoke('desk.stop', { sessionId, requestId, reason }), isWritten)
        })
      } else await wish(ask, () => invoke('charging.stop', { sessionId, requestId }), isWritten)
    },
    doubt: (count) => void doubtful.push(count),
    countWhatWasWritten() {
      for (const count of doubtful.splice(0)) count()
    },
  }
}
