import type { Start } from '#contract/charging.ts'
import { MANAGER_PIN } from '#test/e2e/pages/desk.ts'
import {
  choose,
  createDoubts,
  createPayer,
  deskVisits,
  invokeAt,
  type Asked,
  type AtDesk,
  type Doubts,
} from './guest-acts.ts'
import { createStops, type Stops } from './guest-stops.ts'
import type { Plan, Way } from './plan.ts'
import type { Stand } from './stand.ts'
import type { LeftBehind } from './stranger.ts'

/** Takes enough to come to any target within minutes, and reports its state of charge. */
const CAR = { batteryKWh: 58, socPercent: 20, maxPowerKW: 22, tellsSoc: true }

/** The person at the screen, and the car. They do nothing at a dead terminal. */
export interface Guest extends Stops {
  /** What was asked for when the terminal died counts if it had been written down. */
  countWhatWasWritten(): void
  plugIn(connectorId: string): Promise<void>
  start(way: Way, connectorId: string, requestId: string): Promise<void>
  /** Goes to the car, and somebody else comes. */
  leave(): Promise<void>
  /** Comes back with the code. */
  comeBack(): Promise<void>
  /** Time passes until it charges, fails or the terminal dies. */
  wait(ms: number): Promise<void>
  readonly atDesk: AtDesk
  /** The start that was asked for last. */
  startShown(): Start | undefined
  leftBehind(): LeftBehind
}

export function createGuest(plan: Plan, stand: Stand): Guest {
  const { clock, watch } = stand
  const isGone = (): boolean => stand.terminal().isGone
  const asked: Asked = {
    ...{ startId: null, atMs: 0, way: null, connectorId: '', code: null },
    shown: () => stand.terminal().view?.starts.find(({ id }) => id === asked.startId),
  }
  const invoke = invokeAt(stand)
  const payer = createPayer(plan, stand)
  const atDesk = deskVisits(stand)
  const doubts = createDoubts()
  const { cancel, stop } = createStops(plan, stand, { asked, atDesk, doubts })

  const read = (): void => {
    asked.code = asked.shown()?.code ?? asked.code
    payer.read()
  }

  return {
    ...{ atDesk, cancel, stop, startShown: asked.shown },
    countWhatWasWritten: doubts.countWhatWasWritten,
    start: (way, connectorId, requestId) =>
      start(plan, stand, { asked, atDesk, doubts, chosen: { way, connectorId, requestId } }),
    leftBehind: () => ({ startId: asked.startId, code: asked.code }),
    plugIn: (connectorId) => stand.simulator.control.plugIn(connectorId, CAR),
    async leave() {
      await stand.pass(4_000, isGone)
      if (isGone()) return
      read()
      const answer = await invoke('guest.left', {})
      if (answer !== 'lost' && answer.ok) watch.presence = 'stranger'
    },
    async comeBack() {
      const { startId, code } = asked
      if (isGone() || watch.presence !== 'stranger' || code === null || startId === null) return
      const { sessionId = null } = asked.shown() ?? {}
      // It is theirs as soon as the terminal has read the code, which may be a while before its answer.
      watch.presence = 'unknown'
      const answer =
        sessionId === null
          ? await invoke('charging.claimStart', { startId, code })
          : await invoke('charging.claim', { sessionId, code })
      watch.presence = answer !== 'lost' && answer.ok ? 'guest' : 'stranger'
    },
    async wait(ms) {
      const untilMs = clock.now() + ms
      const isOver = (): boolean => isGone() || asked.shown()?.step === 'charging'
      while (clock.now() < untilMs && !isOver()) {
        await stand.pass(2_000, isOver)
        if (isGone()) continue
        if (watch.presence !== 'stranger') read()
        await payer.payIfAsked()
      }
    },
  }
}

interface Starting {
  readonly asked: Asked
  readonly atDesk: AtDesk
  readonly doubts: Doubts
  readonly chosen: { way: Way; connectorId: string; requestId: string }
}

/** Asks for a start, and notes what was asked for before the answer comes. */
async function start(
  plan: Plan,
  stand: Stand,
  { asked, atDesk, doubts, chosen }: Starting,
): Promise<void> {
  const { watch, intentions, folder } = stand
  const { way, connectorId } = chosen
  if (stand.terminal().isGone) return
  // Who starts is the guest now.
  watch.presence = 'guest'
  const atMs = stand.clock.now()
  Object.assign(asked, { atMs, way, connectorId })
  const place = intentions.push({ ...chosen, atMs, outcome: 'lost', code: null }) - 1
  const known = new Set(folder.ledger().map(({ id }) => id))
  const isWritten = (): boolean =>
    folder.ledger().some((row) => row.connectorId === connectorId && !known.has(row.id))
  const watchTarget = (): void => {
    const { target } = plan
    if (target !== null && way !== 'own-card') watch.targets.push({ atMs, connectorId, target })
  }

  const ask = () => choose(plan, stand, chosen)
  const answer = await (way === 'desk' ? atDesk(MANAGER_PIN, ask) : ask())
  if (answer === 'lost') {
    doubts.add(() => isWritten() && watchTarget())
    return
  }
  const code = answer.ok ? null : answer.error.code
  intentions[place] = { ...chosen, atMs, outcome: answer.ok ? 'taken' : 'refused', code }
  if (!answer.ok || !('startId' in answer.value)) return
  asked.startId = answer.value.startId
  asked.code = null
  watchTarget()
}
