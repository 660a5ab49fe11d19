import type { Start } from '#contract/charging.ts'
import { MANAGER_PIN } from '#test/e2e/pages/desk.ts'
import { createStopAsks, type AtDesk } from './guest-asks.ts'
import { choose, createPayer, invokeAt } from './guest-acts.ts'
import type { Plan, Way } from './plan.ts'
import type { Stand } from './stand.ts'
import type { LeftBehind } from './stranger.ts'

/** Takes enough to come to any target within minutes, and tells its state of charge. */
const CAR = { batteryKWh: 58, socPercent: 20, maxPowerKW: 22, tellsSoc: true }

/** Whoever stands there, and the car. They do nothing at a dead terminal. */
export interface Guest {
  plugIn(connectorId: string): Promise<void>
  start(way: Way, connectorId: string, requestId: string): Promise<void>
  cancel(): Promise<void>
  /** Goes to the car, and somebody else comes. */
  leave(): Promise<void>
  /** Comes back with the code. */
  comeBack(): Promise<void>
  /** Time passes until it charges, fails or the terminal dies. */
  wait(ms: number): Promise<void>
  stop(connectorId: string): Promise<void>
  /** What was asked for when the terminal died counts if it had been written down. */
  countWhatWasWritten(): void
  readonly atDesk: AtDesk
  /** The start that was asked for last. */
  startShown(): Start | undefined
  leftBehind(): LeftBehind
}

const FAILED: readonly string[] = ['rejected', 'failed', 'timed-out']

export function createGuest(plan: Plan, stand: Stand): Guest {
  const { simulator, clock, watch, folder } = stand
  const { control } = simulator
  let startId: string | null = null
  let startedMs = 0
  let code: string | null = null

  const view = () => stand.terminal().view
  const isGone = (): boolean => stand.terminal().isGone
  const startShown = (): Start | undefined => view()?.starts.find(({ id }) => id === startId)
  const invoke = invokeAt(stand)
  const payer = createPayer(plan, stand)

  const atDesk: AtDesk = async (pin, work) => {
    const { presence } = watch
    watch.presence = 'desk'
    await invoke('desk.unlock', { pin })
    await work()
    if (!isGone()) {
      await invoke('desk.lock', { keepGuest: true })
      // Where the settings have brought another terminal, what the desk saw stays on the page until it has asked.
      await stand.during(stand.terminal().look())
    }
    watch.presence = presence
  }
  const asks = createStopAsks(plan, stand, atDesk)

  const start: Guest['start'] = async (way, connectorId, requestId) => {
    if (isGone()) return
    // Who starts is the guest now, whoever was there before.
    watch.presence = 'guest'
    const place = stand.intentions.length
    startedMs = clock.now()
    const facts = { requestId, way, connectorId, atMs: startedMs }
    stand.intentions.push({ ...facts, outcome: 'lost', code: null })
    const known = new Set(folder.ledger().map(({ id }) => id))
    const isTargeted = plan.target !== null && way !== 'own-card'
    const target = (): void => {
      if (plan.target !== null && isTargeted)
        watch.targets.push({ atMs: facts.atMs, connectorId, target: plan.target })
    }
    const told = { answer: 'lost' as Awaited<ReturnType<typeof choose>> }
    const ask = async (): Promise<void> => {
      told.answer = await choose(plan, stand, { way, connectorId, requestId })
    }
    if (way === 'desk') await atDesk(MANAGER_PIN, ask)
    else await ask()
    const { answer } = told
    if (answer === 'lost') {
      const isWritten = (): boolean =>
        folder.ledger().some((row) => row.connectorId === connectorId && !known.has(row.id))
      asks.doubt(() => isWritten() && target())
      return
    }
    const refusal = answer.ok ? null : answer.error.code
    stand.intentions[place] = { ...facts, outcome: answer.ok ? 'taken' : 'refused', code: refusal }
    if (!answer.ok || !('startId' in answer.value)) return
    ;({ startId } = answer.value)
    code = null
    target()
  }

  const read = (): void => {
    code = startShown()?.code ?? code
    payer.read()
  }

  return {
    start,
    atDesk,
    startShown,
    countWhatWasWritten: asks.countWhatWasWritten,
    leftBehind: () => ({ startId, code }),
    plugIn: (connectorId) => control.plugIn(connectorId, CAR),
    async cancel() {
      if (startId === null || isGone()) return
      const { kind, connectorId = '' } = startShown() ?? {}
      const id = startId
      const ask = { atMs: clock.now(), connectorId, transactionId: null, startedMs }
      const cancel = () => invoke('charging.cancel', { startId: id })
      // Whose session it is, the account cannot see: without its transaction nothing here can stop it.
      const canStop = (): boolean =>
        kind !== 'rfid' || folder.ledger().some((row) => row.id === id && row.transaction !== null)
      const isWritten = (): boolean => folder.ledger().some((row) => row.id === id && row.cancelled)
      const wished = await asks.wish(
        { ...ask, why: 'cancelled' },
        cancel,
        () => isWritten() && canStop(),
      )
      wished.isTaken &&= canStop()
    },
    async leave() {
      await stand.pass(4_000, isGone)
      if (isGone()) return
      read()
      const answer = await invoke('guest.left', {})
      if (answer !== 'lost' && answer.ok) watch.presence = 'stranger'
    },
    async comeBack() {
      if (isGone() || watch.presence !== 'stranger' || code === null || startId === null) return
      const { sessionId = null } = startShown() ?? {}
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
      const isOver = (): boolean => isGone() || startShown()?.step === 'charging'
      while (clock.now() < untilMs && !isOver()) {
        await stand.pass(2_000, isOver)
        if (isGone()) continue
        if (watch.presence !== 'stranger') read()
        await payer.payIfAsked()
      }
    },
    async stop(connectorId) {
      if (isGone()) return
      const { sessionId = null, kind, step = 'failed' } = startShown() ?? {}
      // Where nothing has begun and nothing may, the card would start anew.
      if (kind === 'rfid' && startId !== null && !FAILED.includes(step)) {
        const tag = (await control.overview()).roamingTag
        const requestId = `${String(plan.cycle)}-scan-${String(clock.now())}`
        await invoke('reader.scan', { tag, connectorId, requestId })
        await asks.stopSession(connectorId, startId, startedMs)
      } else if (sessionId !== null) await asks.stopSession(connectorId, sessionId, startedMs)
      await stand.pass(8_000, isGone)
    },
  }
}
