import type { Start } from '#contract/charging.ts'
import { MANAGER_PIN } from '#test/e2e/pages/desk.ts'
import { invokeAt } from './guest-acts.ts'
import type { Guest } from './guest.ts'
import type { Plan } from './plan.ts'
import type { Stand } from './stand.ts'

/** Longer than any start may stay open. */
const SETTLING_MS = 16 * 60_000
/** Shorter than the time limit of any request: one that begins within a step has real time before it. */
export const CALM_STEP_MS = 3_500
/** Where nobody answers, or nothing runs. */
export const DEAD_STEP_MS = 10_000
/** Within this everything that the platform delivers is shown (ms). */
const REFRESHED_MS = 20_000

/** What the house sees on the screen, and what is under way at the stations. */
function watchHouse(stand: Stand) {
  const view = () => stand.terminal().view
  const isGone = (): boolean => stand.terminal().isGone
  const open = ['chosen', 'requested', 'paying', 'accepted', 'waiting-for-plug', 'unknown']
  // What began though it was cancelled is stopped, again where a station does not heed it.
  const isDone = ({ step, cancelled }: Start): boolean =>
    !open.includes(step) && !(cancelled && step === 'charging')

  return {
    isGone,
    isLive: (): boolean => isGone() || view()?.link.state === 'live',
    free: (): string[] =>
      (view()?.connectors ?? [])
        .filter(({ state, startBlock }) => state === 'free' && startBlock === null)
        .map(({ id }) => id),
    /** Nothing is on its way any more, neither here nor at the stations. */
    isSettled: (): boolean => isGone() || (view()?.starts.every(isDone) ?? false),
    /** A station may begin long after its time, when no start waits any more: the terminal has yet to see it. */
    async hasJustBegun(): Promise<boolean> {
      const sinceMs = stand.clock.now() - REFRESHED_MS
      const metered = await stand.simulator.control.metered(sinceMs)
      return metered.some(({ startedMs }) => startedMs >= sinceMs)
    },
  }
}

export type House = ReturnType<typeof createHouse>

/** Everything around the guest: the house, its desk, the network. */
export function createHouse(plan: Plan, stand: Stand, guest: Guest) {
  const { control } = stand.simulator
  const { isGone, isLive, free, isSettled, hasJustBegun } = watchHouse(stand)

  return {
    isLive,
    /** The one that was used longest ago. */
    freeConnector(): string {
      const [connectorId] = free().toSorted(
        (one, other) => stand.used.lastIndexOf(one) - stand.used.lastIndexOf(other),
      )
      if (connectorId === undefined) {
        const { view } = stand.terminal()
        throw new Error(`Nothing is free in cycle ${String(plan.cycle)}: ${JSON.stringify(view)}`)
      }
      stand.used.push(connectorId)
      return connectorId
    },
    /** Everybody has gone before the story begins, but perhaps another guest of the house. */
    async clear(hasOther: boolean) {
      // What was, was true until this moment.
      await stand.truth.sample(true)
      for (const { id, session } of await stand.truth.connectors()) {
        const isOther = session?.isOwn === true && hasOther
        if (!isOther) await control.vacate(id)
      }
    },
    hasFree: () => isLive() && free().length > 0,
    async tokensRunOut() {
      if (isGone()) return
      await control.expireSessionTokens()
      await stand.pass(20_000, isGone)
    },
    /** Nobody answers for this time (ms). */
    async outage(ms: number) {
      if (isGone()) return
      await stand.spoil({ name: 'refuse', options: {}, stage: 'follow' })
      await stand.pass(ms, isGone, DEAD_STEP_MS)
      await control.clearFault('refuse')
    },
    async changeSettings(deskPhone: string) {
      if (isGone()) return
      await guest.atDesk(MANAGER_PIN, async () => {
        const before = [...stand.expectedPhones]
        stand.expectedPhones.add(deskPhone)
        const changes = { guest: { deskPhone } }
        const answer = await invokeAt(stand)('terminal.changeSettings', { changes })
        if (answer === 'lost') return
        stand.expectedPhones.clear()
        for (const phone of answer.ok ? [deskPhone] : before) stand.expectedPhones.add(phone)
      })
      await stand.pass(5_000, isGone)
    },
    async settle() {
      const untilMs = stand.clock.now() + SETTLING_MS
      do {
        await stand.pass(untilMs - stand.clock.now(), isSettled, CALM_STEP_MS)
        // What began last is found by the next refresh, and what nobody wanted is stopped then.
        await stand.pass(REFRESHED_MS, undefined, CALM_STEP_MS)
      } while ((!isSettled() || (await hasJustBegun())) && stand.clock.now() < untilMs)
    },
  }
}
