import type { Start } from '#contract/charging.ts'
import { STAFF_PIN, MANAGER_PIN } from '#test/e2e/pages/desk.ts'
import type { Plan, Way } from './plan.ts'
import type { Stand } from './stand.ts'
import type { LeftBehind } from './stranger.ts'
import type { StopAsk } from './watch/stops.ts'

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
  atDesk(pin: string, work: () => Promise<void>): Promise<void>
  /** The start that was asked for last. */
  startShown(): Start | undefined
  leftBehind(): LeftBehind
}

const FAILED: readonly string[] = ['rejected', 'failed', 'timed-out']

export function createGuest(plan: Plan, stand: Stand): Guest {
  const { simulator, clock, watch, folder } = stand
  const { control } = simulator
  const pages = new Map<string, string>()
  const paid = new Set<string>()
  const doubtful: (() => void)[] = []
  let startId: string | null = null
  let startedMs = 0
  let code: string | null = null

  const view = () => stand.terminal().view
  const isGone = (): boolean => stand.terminal().isGone
  const startShown = (): Start | undefined => view()?.starts.find(({ id }) => id === startId)
  const invoke: ReturnType<Stand['terminal']>['invoke'] = (name, input) =>
    stand.during(stand.terminal().invoke(name, input))

  const atDesk: Guest['atDesk'] = async (pin, work) => {
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

  const choose = async (way: Way, connectorId: string, requestId: string) => {
    const tag = (await control.overview()).roamingTag
    if (way === 'own-card') return invoke('reader.scan', { tag, connectorId, requestId })
    const offer = await invoke('charging.options', { connectorId })
    if (offer === 'lost' || !offer.ok) return offer
    const kind = way === 'phone' ? 'phone' : 'card'
    const option = offer.value.options.find((each) => each.kind === kind)
    const target = plan.target === null ? {} : { target: plan.target }
    const chosen = { connectorId, optionId: option?.id ?? 'none', requestId, ...target }
    if (way === 'desk') return invoke('desk.start', { ...chosen, withoutInvoice: true })
    return invoke('charging.start', way === 'phone' ? { ...chosen, hold: 0 } : chosen)
  }

  const start: Guest['start'] = async (way, connectorId, requestId) => {
    if (isGone()) return
    // Who starts is the guest now, whoever was there before.
    watch.presence = 'guest'
    const place = stand.intentions.length
    startedMs = clock.now()
    const facts = { requestId, way, connectorId, atMs: startedMs }
    stand.intentions.push({ ...facts, outcome: 'lost', code: null })
    const told = { answer: 'lost' as Awaited<ReturnType<typeof choose>> }
    const ask = async (): Promise<void> => {
      told.answer = await choose(way, connectorId, requestId)
    }
    if (way === 'desk') await atDesk(MANAGER_PIN, ask)
    else await ask()
    const { answer } = told
    if (answer === 'lost') return
    const refusal = answer.ok ? null : answer.error.code
    stand.intentions[place] = { ...facts, outcome: answer.ok ? 'taken' : 'refused', code: refusal }
    if (!answer.ok || !('startId' in answer.value)) return
    ;({ startId } = answer.value)
    code = null
    if (plan.target !== null && way !== 'own-card')
      watch.targets.push({ atMs: startedMs, connectorId, target: plan.target })
  }

  /** The guest reads the screen, and takes the payment page along on the phone. */
  const read = (): void => {
    code = startShown()?.code ?? code
    for (const { payment, connectorId } of view()?.starts ?? [])
      if (payment?.url != null) pages.set(payment.url, connectorId)
  }

  const payIfAsked = async (): Promise<void> => {
    for (const [url, connectorId] of pages) {
      if (paid.has(url) || plan.pay === 'never') continue
      paid.add(url)
      await control.answerPayment(url.split('/').at(-1) ?? '', plan.pay)
      if (plan.pay === 'decline') stand.declined(connectorId)
    }
  }

  /** Asks for the end of something; where the terminal dies over it, the ledger knows. */
  const wish = async (
    ask: Omit<StopAsk, 'isTaken'>,
    asking: () => ReturnType<typeof invoke>,
    isWritten: () => boolean,
  ): Promise<StopAsk> => {
    const wished = { ...ask, isTaken: false }
    watch.stops.push(wished)
    const answer = await asking()
    if (answer !== 'lost') wished.isTaken = answer.ok
    else doubtful.push(() => (wished.isTaken = isWritten()))
    return wished
  }

  const stopSession = async (connectorId: string, sessionId: string): Promise<void> => {
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
  }

  return {
    start,
    atDesk,
    startShown,
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
      const wished = await wish(
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
        await payIfAsked()
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
        await stopSession(connectorId, startId)
      } else if (sessionId !== null) await stopSession(connectorId, sessionId)
      await stand.pass(8_000, isGone)
    },
    countWhatWasWritten() {
      for (const count of doubtful.splice(0)) count()
    },
  }
}
