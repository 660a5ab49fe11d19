import type { Start } from '#contract/charging.ts'
import { STAFF_PIN, MANAGER_PIN } from '#test/e2e/pages/desk.ts'
import type { Plan, Stage, Way } from './plan.ts'
import type { Stand } from './stand.ts'

/** So long the way to the platform may take to come back once nothing is wrong any more. */
const HEALING_MS = 150_000
/** Longer than any start may stay open. */
const SETTLING_MS = 16 * 60_000
const CALM_STEP_MS = 3_000
/** Within this everything that the platform tells is shown. */
const REFRESHED_MS = 18_000

/** Plays what the plan says, up to where everything is found out. */
export async function play(
  plan: Plan,
  stand: Stand,
  spoil: (stand: Stand) => void = () => undefined,
): Promise<{ diedAtPoint: boolean }> {
  const guest = createGuest(plan, stand)
  await guest.clear(plan.hasOther)
  await stand.begin(plan)
  await stand.pass(60_000, guest.hasFree, CALM_STEP_MS)
  const connectorId = guest.freeConnector()
  if (plan.plug === 'before') await guest.plugIn(connectorId)

  await begin(plan, stand, 'start')
  await guest.start(plan.way, connectorId, `${String(plan.cycle)}-first`)
  if (plan.cancels) await guest.cancel()
  await begin(plan, stand, 'follow')
  if (plan.plug === 'after') await guest.plugIn(connectorId)
  await guest.wait(plan.stage === 'start' || plan.stage === 'follow' ? 25_000 : 15_000)
  await begin(plan, stand, 'tokens')
  if (plan.stage === 'tokens') await guest.tokensRunOut()
  await begin(plan, stand, 'settings')
  if (plan.stage === 'settings') await guest.changeSettings(`+43 1 ${String(plan.cycle)}`)
  await begin(plan, stand, 'stop')
  if (plan.stage === 'stop') await guest.stop(connectorId)
  const diedAtPoint = stand.terminal().isGone
  if (!diedAtPoint) await stand.terminal().kill()

  await stand.arm(null)
  spoil(stand)
  await stand.pass(plan.offMs / 2)
  if (plan.plug === 'while-off') await guest.plugIn(connectorId)
  await stand.pass(plan.offMs / 2)
  await begin(plan, stand, 'launch')
  await stand.launch()
  if (plan.second) {
    await stand.arm(plan.second)
    await stand.pass(20_000, () => stand.terminal().isGone)
    await stand.arm(null)
    if (stand.terminal().isGone) await stand.launch()
  }
  if (plan.impatientAfterMs !== null) {
    await stand.pass(plan.impatientAfterMs / 2, undefined, CALM_STEP_MS)
    await stand.heal()
    await stand.pass(plan.impatientAfterMs / 2, undefined, CALM_STEP_MS)
    await guest.start(plan.impatientWay, connectorId, `${String(plan.cycle)}-second`)
    await guest.wait(10_000)
  }
  await stand.heal()
  await stand.pass(HEALING_MS, guest.isLive, CALM_STEP_MS)
  if (plan.plug === 'late') await guest.plugIn(connectorId)
  const untilMs = stand.clock.now() + SETTLING_MS
  do {
    await stand.pass(untilMs - stand.clock.now(), guest.isSettled, CALM_STEP_MS)
    // What began last is found by the next refresh, and what nobody wanted is stopped then.
    await stand.pass(REFRESHED_MS, undefined, CALM_STEP_MS)
  } while (!guest.isSettled() && stand.clock.now() < untilMs)
  return { diedAtPoint }
}

/** What the plan has for this part of the story is switched on and armed. */
async function begin(plan: Plan, stand: Stand, stage: Stage): Promise<void> {
  for (const fault of plan.faults) {
    if (fault.stage === stage) await stand.spoil(fault)
  }
  if (plan.stage === stage) await stand.arm(plan.kill)
}

/** Whoever stands there, and the car. They do nothing at a dead terminal. */
function createGuest(plan: Plan, stand: Stand) {
  const { simulator, clock } = stand
  const { control } = simulator
  const paid = new Set<string>()
  const view = () => stand.terminal().view
  const isGone = (): boolean => stand.terminal().isGone
  const isLive = (): boolean => isGone() || view()?.link.state === 'live'
  const freeOnes = (): string[] =>
    (view()?.connectors ?? [])
      .filter(({ state, startBlock }) => state === 'free' && startBlock === null)
      .map(({ id }) => id)
  const startShown = (id: string | null) => view()?.starts.find((start) => start.id === id)
  let startId: string | null = null

  const invoke: ReturnType<Stand['terminal']>['invoke'] = (name, input) =>
    stand.during(stand.terminal().invoke(name, input))

  const atDesk = async (pin: string, work: () => Promise<void>): Promise<void> => {
    await invoke('desk.unlock', { pin })
    await work()
    if (!isGone()) await invoke('desk.lock', { keepGuest: true })
  }

  const choose = async (way: Way, connectorId: string, requestId: string) => {
    const tag = (await control.overview()).roamingTag
    if (way === 'own-card') return invoke('reader.scan', { tag, connectorId, requestId })
    const offer = await invoke('charging.options', { connectorId })
    if (offer === 'lost' || !offer.ok) return offer
    const kind = way === 'phone' ? 'phone' : 'card'
    const option = offer.value.options.find((each) => each.kind === kind)
    const chosen = { connectorId, optionId: option?.id ?? 'none', requestId }
    if (way === 'desk') return invoke('desk.start', { ...chosen, withoutInvoice: true })
    return invoke('charging.start', way === 'phone' ? { ...chosen, hold: 0 } : chosen)
  }

  const start = async (way: Way, connectorId: string, requestId: string): Promise<void> => {
    if (isGone()) return
    const place = stand.intentions.length
    const facts = { requestId, way, connectorId, atMs: clock.now() }
    stand.intentions.push({ ...facts, outcome: 'lost', code: null })
    const told = { answer: 'lost' as Awaited<ReturnType<typeof choose>> }
    const ask = async (): Promise<void> => {
      told.answer = await choose(way, connectorId, requestId)
    }
    if (way === 'desk') await atDesk(MANAGER_PIN, ask)
    else await ask()
    const { answer } = told
    if (answer === 'lost') return
    const code = answer.ok ? null : answer.error.code
    stand.intentions[place] = { ...facts, outcome: answer.ok ? 'taken' : 'refused', code }
    if (answer.ok && 'startId' in answer.value) ({ startId } = answer.value)
  }

  /** The guest's phone, with the page that the terminal shows. */
  const payIfAsked = async (): Promise<void> => {
    for (const { payment, connectorId } of view()?.starts ?? []) {
      const url = payment?.url ?? null
      if (url === null || paid.has(url) || plan.pay === 'never') continue
      paid.add(url)
      const preauthId = url.split('/').at(-1) ?? ''
      await control.answerPayment(preauthId, plan.pay)
      if (plan.pay === 'decline') stand.declined(connectorId)
    }
  }

  return {
    isLive,
    start,
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
    plugIn: (connectorId: string) => control.plugIn(connectorId),
    async cancel() {
      if (startId !== null && !isGone()) await invoke('charging.cancel', { startId })
    },
    /** Time passes until it charges, fails or the terminal dies. */
    async wait(ms: number) {
      const untilMs = clock.now() + ms
      const isOver = (): boolean => isGone() || startShown(startId)?.step === 'charging'
      while (clock.now() < untilMs && !isOver()) {
        await stand.pass(2_000, isOver)
        if (!isGone()) await payIfAsked()
      }
    },
    async tokensRunOut() {
      if (isGone()) return
      await control.expireSessionTokens()
      await stand.pass(20_000, isGone)
    },
    async changeSettings(deskPhone: string) {
      if (isGone()) return
      await atDesk(MANAGER_PIN, async () => {
        const before = [...stand.expectedPhones]
        stand.expectedPhones.add(deskPhone)
        const changes = { guest: { deskPhone } }
        const answer = await invoke('terminal.changeSettings', { changes })
        if (answer === 'lost') return
        stand.expectedPhones.clear()
        for (const phone of answer.ok ? [deskPhone] : before) stand.expectedPhones.add(phone)
      })
      await stand.pass(5_000, isGone)
    },
    async stop(connectorId: string) {
      if (isGone()) return
      const { sessionId = null, kind, step = 'failed' } = startShown(startId) ?? {}
      const requestId = `${String(plan.cycle)}-stop`
      // Where nothing has begun and nothing may, the card would start anew.
      const isOver = ['rejected', 'failed', 'timed-out'].includes(step)
      if (kind === 'rfid' && startId !== null && !isOver) {
        const tag = (await control.overview()).roamingTag
        await invoke('reader.scan', { tag, connectorId, requestId: `${requestId}-scan` })
        await invoke('charging.stop', { sessionId: startId, requestId })
      } else if (sessionId !== null && plan.way === 'desk') {
        await atDesk(STAFF_PIN, async () => {
          await invoke('desk.stop', { sessionId, requestId, reason: 'asked' })
        })
      } else if (sessionId !== null) await invoke('charging.stop', { sessionId, requestId })
      await stand.pass(8_000, isGone)
    },
    /** Nothing is on its way any more, neither here nor at the stations. */
    isSettled: (): boolean => {
      if (isGone()) return true
      const open = ['chosen', 'requested', 'paying', 'accepted', 'waiting-for-plug', 'unknown']
      // What began though it was cancelled is stopped, again where a station does not heed it.
      const isDone = ({ step, cancelled }: Start): boolean =>
        !open.includes(step) && !(cancelled && step === 'charging')
      return view()?.starts.every(isDone) ?? false
    },
  }
}
