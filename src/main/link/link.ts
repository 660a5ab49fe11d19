import type { Clock } from '#common/clock.ts'
import type { Log } from '#main/core/log.ts'
import type { LinkSettings } from '#main/settings/link-settings.ts'
import type { Database } from '#main/storage/database.ts'
import type { Fact, FactKind } from './fact.ts'
import { createFactStore, type FactStore } from './fact-store.ts'
import { createSeal, type Seal } from './seal.ts'
import { createStamps, isLater, MOST_AHEAD_MS } from './stamp.ts'
import { createTransport, type Transport } from './transport.ts'

/** What the terminals of a site tell each other. Nothing that a guest waits for waits for it. */
export interface SiteLink {
  /**
   * On disk when it returns, at the others when they and the broker are there. What holds already is not
   * said again. `isFirst`: it loses to all that was said of it. Throws a CommandError `storage`.
   */
  say(said: Said): void
  /** The value that holds now, at all terminals by the same rule. Throws as `say`. */
  holding(kind: FactKind, subject: string): Fact | null
  standing(): LinkStanding
  /** Opens it. Until then what is said waits. */
  start(): void
  close(): Promise<void>
}

export interface Said {
  readonly kind: FactKind
  readonly subject: string
  readonly value: string | null
  /** After so long nobody knows it any more (ms). */
  readonly keptMs: number
  readonly isFirst?: boolean
}

export interface LinkStanding {
  readonly isConnected: boolean
  /** Since when it is so (epoch ms). */
  readonly sinceMs: number
  /** What was said here and is not at the broker yet. */
  readonly waiting: number
  /** What came and was not sealed by the site, was said elsewhere, or makes no sense. */
  readonly refused: number
}

export interface LinkDeps {
  settings: LinkSettings
  terminalId: string
  database: Database
  clock: Clock
  log: Log
  /** Another terminal has said what holds from now on. May throw: then it is asked for again. */
  apply(fact: Fact): void
  /** What is told to all of this terminal: nothing personal. */
  state(): Readonly<Record<string, unknown>>
}

const BATCH = 20
const PURGE_EVERY_MS = 3_600_000
const STATE_EVERY_MS = 60_000
const ASK_AGAIN_MS = 60_000

/** Opens nothing before `start`. Throws a CommandError `storage`. */
export function createLink(deps: LinkDeps): SiteLink {
  const { settings, terminalId, clock, log } = deps
  const store = createFactStore(deps.database, terminalId)
  const seal = createSeal(settings.key)
  const stamps = createStamps(terminalId, clock, store.latest())
  const stateTopic = `terminals/${terminalId}/state`
  let transport: Transport | null = null
  let sinceMs = clock.now()
  const cancels: (() => void)[] = []

  const turned = (): void => {
    sinceMs = clock.now()
  }
  const receiver = createReceiver({ ...deps, store, seal, stamps, transport: () => transport })
  const sender = createSender({ store, seal, clock, log, transport: () => transport })
  const purge = createPurge({ store, seal, clock, log, transport: () => transport })
  const tellState = (): void => {
    const body = JSON.stringify({ state: 'online', atMs: Math.round(clock.now()), ...deps.state() })
    transport?.send({ topic: stateTopic, body }).catch(() => undefined)
  }

  return {
    ...createSpeech({ store, stamps, terminalId, clock, look: sender.look }),
    standing: () => ({
      ...{ sinceMs, refused: receiver.refused(), waiting: store.waiting() },
      isConnected: transport?.isConnected() ?? false,
    }),
    start() {
      purge()
      transport = createTransport({
        ...{ settings, terminalId, clock, log, onMessage: receiver.hear },
        will: { topic: stateTopic, body: JSON.stringify({ state: 'offline' }) },
        onConnected(isNew) {
          turned()
          if (isNew) store.sendAllAgain()
          else receiver.askSoon()
          tellState()
          purge()
          sender.look()
        },
        onDisconnected: turned,
      })
      cancels.push(every(clock, PURGE_EVERY_MS, purge), every(clock, STATE_EVERY_MS, tellState))
    },
    async close() {
      for (const cancel of cancels) cancel()
      receiver.close()
      sender.close()
      await transport?.close()
    },
  }
}

/** What this terminal says, and what holds by the one rule. */
function createSpeech(deps: {
  store: FactStore
  stamps: ReturnType<typeof createStamps>
  terminalId: string
  clock: Clock
  look: () => void
}): Pick<SiteLink, 'say' | 'holding'> {
  const { store, stamps, terminalId, clock, look } = deps
  const holding: SiteLink['holding'] = (kind, subject) => {
    const fact = store.holding(kind, subject)
    return fact !== null && fact.expiresAtMs > clock.now() ? fact : null
  }
  return {
    holding,
    say({ kind, subject, value, keptMs, isFirst = false }) {
      const held = holding(kind, subject)
      if ((held?.value ?? null) === value || (isFirst && held !== null)) return
      const stamp = isFirst ? { ms: 0, count: 0, by: terminalId } : stamps.next()
      const expiresAtMs = Math.round(clock.now() + keptMs)
      store.save({ kind, subject, value, stamp, expiresAtMs }, true)
      look()
    },
  }
}

/** Takes what the site has sealed, and only what is news. */
function createReceiver(
  deps: Pick<LinkDeps, 'terminalId' | 'clock' | 'log' | 'apply'> & {
    store: FactStore
    seal: Seal
    stamps: ReturnType<typeof createStamps>
    transport: () => Transport | null
  },
): {
  hear(topic: string, body: string): Promise<void>
  askSoon(): void
  refused(): number
  close(): void
} {
  const { terminalId, clock, log, store, seal, stamps } = deps
  let refused = 0
  let cancelAsking = (): void => undefined

  const refuse = (reason: string): void => {
    refused += 1
    log.warn({ reason, refused }, 'what came by the link is refused')
  }
  const take = (fact: Fact): void => {
    if (!store.isNews(fact)) return
    stamps.saw(fact.stamp)
    const holding = store.holding(fact.kind, fact.subject)
    if (holding === null || isLater(fact.stamp, holding.stamp)) deps.apply(fact)
    store.save(fact, false)
  }
  /** Whatever the broker has lost while this terminal was away, or the disk did not take, comes then. */
  const askSoon = (): void => {
    cancelAsking()
    cancelAsking = clock.setTimer(ASK_AGAIN_MS, () => deps.transport()?.askAgain())
  }
  return {
    askSoon,
    refused: () => refused,
    async hear(topic, body) {
      // An empty one: the broker has forgotten it. What was known of it expires here by itself.
      if (body === '' || topic.startsWith(`facts/${terminalId}/`)) return
      const fact = await seal.open(topic, body).catch(() => null)
      if (fact === null) refuse('not of this site')
      else if (fact.stamp.ms > clock.now() + MOST_AHEAD_MS) refuse('a clock that is ahead')
      else if (fact.expiresAtMs > clock.now()) {
        try {
          take(fact)
        } catch (error) {
          log.error({ error: String(error) }, 'what came by the link cannot be kept')
          askSoon()
        }
      }
    },
    close() {
      cancelAsking()
    },
  }
}

/** Sends what waits, a few at a time, as long as the link is open. */
function createSender(deps: {
  store: FactStore
  seal: Seal
  clock: Clock
  log: Log
  transport: () => Transport | null
}): { look(): void; close(): void } {
  const { store, seal, clock, log } = deps
  let isBusy = false
  let isAsked = false
  let isClosed = false

  const send = async (fact: Fact): Promise<Fact> => {
    const topic = seal.topicOf(fact)
    const expiresInMs = fact.expiresAtMs - clock.now()
    const body = await seal.seal(topic, fact)
    await deps.transport()?.send({ topic, body, expiresInMs })
    return fact
  }
  const isOpen = (): boolean => !isClosed && deps.transport()?.isConnected() === true
  const sendAll = async (): Promise<void> => {
    while (isOpen()) {
      const facts = store.toSend(BATCH, clock.now())
      if (facts.length === 0) return
      const ends = await Promise.allSettled(facts.map(send))
      if (isClosed) return
      store.sent(ends.flatMap((end) => (end.status === 'fulfilled' ? [end.value] : [])))
      // What did not arrive follows when the link is open again.
      if (ends.some(({ status }) => status === 'rejected')) return
    }
  }
  const look = (): void => {
    isAsked = true
    if (isBusy || !isOpen()) return
    isBusy = true
    isAsked = false
    void sendAll()
      .catch((error: unknown) => {
        if (!isClosed) log.error({ error: String(error) }, 'what waits for the link cannot be read')
      })
      .then(() => {
        isBusy = false
        if (isAsked) look()
      })
  }
  return {
    look,
    close() {
      isClosed = true
    },
  }
}

/** What has expired is forgotten: here at once; a broker of MQTT 3.1.1 is told to, once the link is open. */
function createPurge(deps: {
  store: FactStore
  seal: Seal
  clock: Clock
  log: Log
  transport: () => Transport | null
}): () => void {
  const { store, seal, clock, log } = deps
  const tellBroker = (): void => {
    const transport = deps.transport()
    if (!transport?.isConnected()) return
    for (const fact of store.takeExpired(clock.now()))
      transport.send({ topic: seal.topicOf(fact), body: '' }).catch(() => undefined)
  }
  return () => {
    try {
      store.forgetExpired(clock.now())
      tellBroker()
    } catch (error) {
      log.error({ error: String(error) }, 'what has expired cannot be forgotten')
    }
  }
}

/** Runs it again and again. Returns what ends that. */
function every(clock: Clock, pauseMs: number, run: () => void): () => void {
  let cancel = (): void => undefined
  const wait = (): void => {
    cancel = clock.setTimer(pauseMs, () => {
      run()
      wait()
    })
  }
  wait()
  return () => {
    cancel()
  }
}
