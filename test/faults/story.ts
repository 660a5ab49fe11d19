import type { Start } from '#contract/charging.ts'
import { MANAGER_PIN } from '#test/e2e/pages/desk.ts'
import { createGuest, type Guest } from './guest.ts'
import type { Plan, Stage } from './plan.ts'
import { takeReceipt } from './receipt.ts'
import type { Stand } from './stand.ts'
import { meddle } from './stranger.ts'

/** So long the way to the platform may take to come back once nothing is wrong any more. */
const HEALING_MS = 150_000
/** Longer than any start may stay open. */
const SETTLING_MS = 16 * 60_000
/** Shorter than the time limit of any request: one that begins within a step has real time before it. */
const CALM_STEP_MS = 3_500
/** Where nobody answers, or nothing runs. */
const DEAD_STEP_MS = 10_000
/** Within this everything that the platform tells is shown. */
const REFRESHED_MS = 20_000

/** Plays what the plan says, up to where everything is found out. */
export async function play(
  plan: Plan,
  stand: Stand,
  spoil: (stand: Stand) => void = () => undefined,
): Promise<{ diedAtPoint: boolean }> {
  const guest = createGuest(plan, stand)
  const house = createHouse(plan, stand, guest)
  await house.clear(plan.hasOther)
  await stand.begin(plan)
  await stand.pass(60_000, house.hasFree, CALM_STEP_MS)
  const connectorId = house.freeConnector()
  stand.folder.keepLedger()
  if (plan.plug === 'before') await guest.plugIn(connectorId)

  await begin(plan, stand, 'start')
  if (plan.elsewhere === 'before') await stand.startElsewhere(connectorId, plan.way)
  await guest.start(plan.way, connectorId, `${String(plan.cycle)}-first`)
  if (plan.elsewhere === 'after') await stand.startElsewhere(connectorId, plan.way)
  if (plan.cancels) await guest.cancel()
  await begin(plan, stand, 'follow')
  if (plan.leaves) await house.leaveToStranger()
  if (plan.plug === 'after') await guest.plugIn(connectorId)
  await guest.wait(plan.stage === 'start' || plan.stage === 'follow' ? 25_000 : 15_000)
  if (plan.outageMs > 0) await house.outage(plan.outageMs)
  await begin(plan, stand, 'tokens')
  if (plan.stage === 'tokens') await house.tokensRunOut()
  await begin(plan, stand, 'settings')
  if (plan.stage === 'settings') await house.changeSettings(`+43 1 ${String(plan.cycle)}`)
  await begin(plan, stand, 'stop')
  if (plan.stage === 'stop') {
    await guest.comeBack()
    await guest.stop(connectorId)
  }
  const diedAtPoint = stand.terminal().isGone
  if (!diedAtPoint) await stand.terminal().kill()

  await stand.arm(null)
  stand.damage(plan.damage)
  guest.countWhatWasWritten()
  spoil(stand)
  await stand.pass(plan.offMs / 2, undefined, DEAD_STEP_MS)
  if (plan.plug === 'while-off') await guest.plugIn(connectorId)
  await stand.pass(plan.offMs / 2, undefined, DEAD_STEP_MS)
  await begin(plan, stand, 'launch')
  await stand.launch()
  if (plan.second) {
    await stand.arm(plan.second)
    await stand.pass(20_000, () => stand.terminal().isGone)
    await stand.arm(null)
    if (stand.terminal().isGone) await stand.launch()
  }
  await meddle(stand, guest.leftBehind())
  if (plan.impatientAfterMs !== null) {
    await stand.pass(plan.impatientAfterMs / 2, undefined, CALM_STEP_MS)
    await stand.heal()
    await stand.pass(plan.impatientAfterMs / 2, undefined, CALM_STEP_MS)
    await guest.start(plan.impatientWay, connectorId, `${String(plan.cycle)}-second`)
    await guest.wait(10_000)
  }
  await stand.heal()
  await stand.pass(HEALING_MS, house.isLive, CALM_STEP_MS)
  if (plan.plug === 'late') await guest.plugIn(connectorId)
  await house.settle()
  if (plan.takesReceipt || plan.target !== null) {
    await guest.comeBack()
    await takeReceipt(stand, guest, { connectorId, isTargeted: plan.target !== null })
    await house.settle()
  }
  return { diedAtPoint }
}

/** What the plan has for this part of the story is switched on and armed. */
async function begin(plan: Plan, stand: Stand, stage: Stage): Promise<void> {
  for (const fault of plan.faults) {
    if (fault.stage === stage) await stand.spoil(fault)
  }
  if (plan.stage === stage) await stand.arm(plan.kill)
}

/** Everything around the guest: the house, its desk, the network. */
function createHouse(plan: Plan, stand: Stand, guest: Guest) {
  const { control } = stand.simulator
  const view = () => stand.terminal().view
  const isGone = (): boolean => stand.terminal().isGone
  const isLive = (): boolean => isGone() || view()?.link.state === 'live'
  const freeOnes = (): string[] =>
    (view()?.connectors ?? [])
      .filter(({ state, startBlock }) => state === 'free' && startBlock === null)
      .map(({ id }) => id)
  /** Nothing is on its way any more, neither here nor at the stations. */
  const isSettled = (): boolean => {
    if (isGone()) return true
    const open = ['chosen', 'requested', 'paying', 'accepted', 'waiting-for-plug', 'unknown']
    // What began though it was cancelled is stopped, again where a station does not heed it.
    const isDone = ({ step, cancelled }: Start): boolean =>
      !open.includes(step) && !(cancelled && step === 'charging')
    return view()?.starts.every(isDone) ?? false
  }

  /** A station may begin long after its time, when no start waits any more: the terminal has yet to see it. */
  const hasJustBegun = async (): Promise<boolean> => {
    const sinceMs = stand.clock.now() - REFRESHED_MS
    return (await control.metered(sinceMs)).some(({ startedMs }) => startedMs >= sinceMs)
  }

  return {
    isLive,
    /** The one that was used longest ago. */
    freeConnector(): string {
      const [free] = freeOnes().toSorted(
        (one, other) => stand.used.lastIndexOf(one) - stand.used.lastIndexOf(other),
      )
      if (free === undefined) {
        throw new Error(`Nothing is free in cycle ${String(plan.cycle)}: ${JSON.stringify(view())}`)
      }
      stand.used.push(free)
      return free
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
    hasFree: () => isLive() && freeOnes().length > 0,
    async leaveToStranger() {
      await guest.leave()
      await meddle(stand, guest.leftBehind())
    },
    async tokensRunOut() {
      if (isGone()) return
      await control.expireSessionTokens()
      await stand.pass(20_000, isGone)
    },
    /** Nobody answers for so long. */
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
        const answer = await stand.during(
          stand.terminal().invoke('terminal.changeSettings', { changes }),
        )
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
