import { STAFF_PIN } from '#test/e2e/pages/desk.ts'
import { invokeAt, type Asked, type AtDesk, type Doubts, type Invoke } from './guest-acts.ts'
import type { Plan } from './plan.ts'
import type { Stand } from './stand.ts'
import type { StopAsk } from './watch/stops.ts'

const FAILED: readonly string[] = ['rejected', 'failed', 'timed-out']

/** How the guest ends what was started: by the start, by the session, at the desk. */
export interface Stops {
  cancel(): Promise<void>
  stop(connectorId: string): Promise<void>
}

export function createStops(
  plan: Plan,
  stand: Stand,
  { asked, atDesk, doubts }: { asked: Asked; atDesk: AtDesk; doubts: Doubts },
): Stops {
  const { clock, folder, simulator } = stand
  const isGone = (): boolean => stand.terminal().isGone
  const invoke = invokeAt(stand)
  const wish = wishesAt(stand, doubts)

  /** Stops what runs at the connector, from the desk if it was started there. */
  const stopSession = async (connectorId: string, sessionId: string): Promise<void> => {
    const connectors = await stand.truth.connectors()
    const { session = null } = connectors.find(({ id }) => id === connectorId) ?? {}
    // A start by own card can be stopped before anything runs, and where another terminal's runs.
    const isOurs = session !== null && !stand.elsewhere.transactionIds.has(session.transactionId)
    const transactionId = isOurs ? session.transactionId : null
    const requestId = `${String(plan.cycle)}-stop-${String(clock.now())}`
    const facts = { atMs: clock.now(), connectorId, transactionId, startedMs: asked.atMs }
    const ask = { ...facts, why: 'asked to stop' }
    const isWritten = (): boolean => folder.stopRequests().includes(requestId)
    if (plan.way === 'desk') {
      const reason = 'asked'
      await atDesk(STAFF_PIN, () =>
        wish(ask, () => invoke('desk.stop', { sessionId, requestId, reason }), isWritten),
      )
    } else await wish(ask, () => invoke('charging.stop', { sessionId, requestId }), isWritten)
  }

  return {
    async cancel() {
      // Not as the screen has it: a busy machine may show the start after it was cancelled.
      const { startId, way, connectorId } = asked
      if (startId === null || isGone()) return
      const facts = { atMs: clock.now(), connectorId, transactionId: null, startedMs: asked.atMs }
      const row = () => folder.ledger().find(({ id }) => id === startId)
      // Whose session it is, the account cannot see: without its transaction nothing here can stop it.
      const canStop = (): boolean => way !== 'own-card' || (row()?.transaction ?? null) !== null
      const wished = await wish(
        { ...facts, why: 'cancelled' },
        () => invoke('charging.cancel', { startId }),
        () => row()?.cancelled === true && canStop(),
      )
      wished.isTaken &&= canStop()
    },
    async stop(connectorId) {
      if (isGone()) return
      const { startId } = asked
      const { sessionId = null, kind, step = 'failed' } = asked.shown() ?? {}
      // Where nothing has begun and nothing may, the card would start again.
      if (kind === 'rfid' && startId !== null && !FAILED.includes(step)) {
        const tag = (await simulator.control.overview()).roamingTag
        const requestId = `${String(plan.cycle)}-scan-${String(clock.now())}`
        await invoke('reader.scan', { tag, connectorId, requestId })
        await stopSession(connectorId, startId)
      } else if (sessionId !== null) await stopSession(connectorId, sessionId)
      await stand.pass(8_000, isGone)
    },
  }
}

/** Asks for the end of something; where the terminal dies over it, the ledger knows (`isWritten`). */
function wishesAt({ watch }: Stand, doubts: Doubts) {
  return async (
    ask: Omit<StopAsk, 'isTaken'>,
    asking: () => ReturnType<Invoke>,
    isWritten: () => boolean,
  ): Promise<StopAsk> => {
    const wished = { ...ask, isTaken: false }
    watch.stops.push(wished)
    const answer = await asking()
    if (answer !== 'lost') wished.isTaken = answer.ok
    else doubts.add(() => (wished.isTaken = isWritten()))
    return wished
  }
}
