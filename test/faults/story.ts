import { createGuest, type Guest } from './guest.ts'
import { CALM_STEP_MS, createHouse, DEAD_STEP_MS, type House } from './house.ts'
import type { Plan, Stage } from './plan.ts'
import { takeReceipt } from './receipt.ts'
import type { Stand } from './stand.ts'
import { meddle } from './stranger.ts'

/** How long the way to the platform may take to come back once nothing is wrong any more. */
const HEALING_MS = 150_000

/** Who takes part, and at which connector. */
interface Cast {
  readonly plan: Plan
  readonly stand: Stand
  readonly guest: Guest
  readonly house: House
  readonly connectorId: string
}

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
  const cast = { plan, stand, guest, house, connectorId: house.freeConnector() }
  stand.folder.keepLedger()

  await chargeUntilItDies(cast)
  const diedAtPoint = stand.terminal().isGone
  if (!diedAtPoint) await stand.terminal().kill()

  await stand.arm(null)
  stand.damage(plan.damage)
  guest.countWhatWasWritten()
  spoil(stand)
  await stayOff(cast)

  await begin(plan, stand, 'launch')
  await launchAgain(cast)
  await meddle(stand, guest.leftBehind())
  await startAgain(cast)
  await stand.heal()
  await comeToRest(cast)
  return { diedAtPoint }
}

/** The charge from its start to its stop; the terminal dies somewhere in it. */
async function chargeUntilItDies({ plan, stand, guest, house, connectorId }: Cast): Promise<void> {
  if (plan.plug === 'before') await guest.plugIn(connectorId)

  await begin(plan, stand, 'start')
  if (plan.elsewhere === 'before') await stand.startElsewhere(connectorId, plan.way)
  await guest.start(plan.way, connectorId, `${String(plan.cycle)}-first`)
  if (plan.elsewhere === 'after') await stand.startElsewhere(connectorId, plan.way)
  if (plan.cancels) await guest.cancel()

  await begin(plan, stand, 'follow')
  if (plan.leaves) {
    await guest.leave()
    await meddle(stand, guest.leftBehind())
  }
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
}

async function stayOff({ plan, stand, guest, connectorId }: Cast): Promise<void> {
  await stand.pass(plan.offMs / 2, undefined, DEAD_STEP_MS)
  if (plan.plug === 'while-off') await guest.plugIn(connectorId)
  await stand.pass(plan.offMs / 2, undefined, DEAD_STEP_MS)
}

/** The launch may die, too. */
async function launchAgain({ plan, stand }: Cast): Promise<void> {
  await stand.launch()
  if (!plan.second) return
  await stand.arm(plan.second)
  await stand.pass(20_000, () => stand.terminal().isGone)
  await stand.arm(null)
  if (stand.terminal().isGone) await stand.launch()
}

/** Somebody does not wait to hear what became of the first start. */
async function startAgain({ plan, stand, guest, connectorId }: Cast): Promise<void> {
  if (plan.impatientAfterMs === null) return
  await stand.pass(plan.impatientAfterMs / 2, undefined, CALM_STEP_MS)
  await stand.heal()
  await stand.pass(plan.impatientAfterMs / 2, undefined, CALM_STEP_MS)
  await guest.start(plan.impatientWay, connectorId, `${String(plan.cycle)}-second`)
  await guest.wait(10_000)
}

async function comeToRest({ plan, stand, guest, house, connectorId }: Cast): Promise<void> {
  await stand.pass(HEALING_MS, house.isLive, CALM_STEP_MS)
  if (plan.plug === 'late') await guest.plugIn(connectorId)
  await house.settle()
  if (!plan.takesReceipt && plan.target === null) return
  await guest.comeBack()
  await takeReceipt(stand, guest, { connectorId, isTargeted: plan.target !== null })
  await house.settle()
}

/** What the plan has for this part of the story is switched on and armed. */
async function begin(plan: Plan, stand: Stand, stage: Stage): Promise<void> {
  for (const fault of plan.faults) {
    if (fault.stage === stage) await stand.spoil(fault)
  }
  if (plan.stage === stage) await stand.arm(plan.kill)
}
