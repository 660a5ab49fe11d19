import { randomBytes, randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import mqtt from 'mqtt'
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest'
import { createClock } from '#common/clock.ts'
import type { Fact } from '#main/link/fact.ts'
import { openLinkFile } from '#main/link/fact-store.ts'
import { createLink, type SiteLink } from '#main/link/link.ts'
import {
  BROKER_PASSWORD,
  BROKER_USER,
  mosquitto,
  startEmbedded,
  startMosquitto,
  startWay,
  type TestBroker,
  type Way,
} from '#test/support/brokers.ts'
import { createQuietLog } from '../../unit/main/support/quiet-log.ts'

const KEY = randomBytes(32).toString('base64url')
const DAY_MS = 86_400_000
/** The pauses between tries are those of the terminal, in a hundredth of the time. */
const SPEED = 100
const clock = createClock({ speed: SPEED })
const CUTS = Number(process.env['FORECOURT_LINK_CUTS'] ?? 20)

interface Terminal {
  readonly id: string
  readonly link: SiteLink
  readonly way: Way
  /** What it was told, in the order that it heard it. */
  readonly applied: Fact[]
  readonly logged: () => string
  say(subject: string, value: string | null): void
  holds(subject: string): string | null
}

/** A terminal of the site on a way of its own to the broker. */
async function openTerminal(broker: TestBroker, site: string, key = KEY): Promise<Terminal> {
  const folder = mkdtempSync(path.join(tmpdir(), 'link-'))
  const way = await startWay(broker.port)
  const database = openLinkFile(path.join(folder, 'link.db'))
  const applied: Fact[] = []
  const id = randomUUID()
  const log = createQuietLog()
  const link = createLink({
    settings: {
      ...{ url: `mqtt://127.0.0.1:${String(way.port)}`, site, key },
      ...{ user: BROKER_USER, password: BROKER_PASSWORD },
      ...{ ca: null, certificate: null, certificateKey: null },
    },
    ...{ terminalId: id, database, clock, log },
    apply: (fact) => void applied.push(fact),
    state: () => ({ version: '1.2.3' }),
  })
  link.start()
  onTestFinished(async () => {
    await link.close()
    database.close()
    await way.close()
    rmSync(folder, { recursive: true, force: true })
  })
  return {
    ...{ id, link, way, applied },
    logged: () => JSON.stringify(log),
    say(subject, value) {
      link.say({ kind: 'booking', subject, value, keptMs: 90 * DAY_MS })
    },
    holds: (subject) => link.holding('booking', subject)?.value ?? null,
  }
}

const until = (check: () => void, timeout = 20_000): Promise<void> =>
  vi.waitFor(check, { timeout, interval: 20 })
const connected = (terminals: readonly Terminal[]): Promise<void> =>
  until(() => {
    for (const { link } of terminals) expect(link.standing().isConnected).toBe(true)
  })

/** The same dice at each run: mulberry32. */
function dice(seed: number): (sides: number) => number {
  let state = seed
  return (sides) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) % sides
  }
}

const brokers = [
  ['embedded', startEmbedded],
  ...(mosquitto === null ? [] : [['Mosquitto', () => startMosquitto(mosquitto ?? '')] as const]),
] as const
if (mosquitto === null)
  process.stderr.write(
    'Mosquitto is not installed: the link is tested with the embedded broker alone.\n',
  )

describe.each(brokers)('the link of a site by the %s broker', (name, startTheBroker) => {
  let broker: TestBroker
  beforeAll(async () => {
    broker = await startTheBroker()
  })
  afterAll(() => broker.close())
  const three = async (): Promise<[Terminal, Terminal, Terminal]> => {
    const site = randomUUID()
    const terminals = await Promise.all([0, 1, 2].map(() => openTerminal(broker, site)))
    await connected(terminals)
    return terminals as [Terminal, Terminal, Terminal]
  }

  it('tells what one terminal says to all others, once each', async () => {
    const [kiosk, desk, lobby] = await three()
    kiosk.say('session-1', '214')
    await until(() => {
      expect([desk.holds('session-1'), lobby.holds('session-1')]).toEqual(['214', '214'])
    })
    expect([kiosk.applied, desk.applied, lobby.applied].map(({ length }) => length)).toEqual([
      0, 1, 1,
    ])
    expect(kiosk.link.standing()).toMatchObject({ isConnected: true, waiting: 0 })
  })

  it('tells a terminal that comes later what was said before', async () => {
    const site = randomUUID()
    const kiosk = await openTerminal(broker, site)
    await connected([kiosk])
    kiosk.say('session-1', '214')
    await until(() => {
      expect(kiosk.link.standing().waiting).toBe(0)
    })
    const desk = await openTerminal(broker, site)
    await until(() => {
      expect(desk.holds('session-1')).toBe('214')
    })
  })

  it('keeps what is said without the broker, and agrees on the last of both once it is back', async () => {
    const [kiosk, desk, lobby] = await three()
    kiosk.way.cut()
    await until(() => {
      expect(kiosk.link.standing().isConnected).toBe(false)
    })
    kiosk.say('session-1', '214')
    expect(kiosk.link.standing().waiting).toBe(1)
    desk.say('session-1', '999')
    kiosk.way.heal()
    await until(() => {
      const held = [kiosk, desk, lobby].map((each) => each.holds('session-1'))
      expect(held).toEqual(['999', '999', '999'])
    })
  })

  it('says nothing personal in clear, on the wire or in a log', async () => {
    const [kiosk, desk] = await three()
    const words = ['Room-4711', 'Frau Huber', 'session-of-guest']
    kiosk.say('session-of-guest', 'Room-4711')
    kiosk.link.say({
      kind: 'note',
      subject: 'session-of-guest',
      value: 'Frau Huber',
      keptMs: DAY_MS,
    })
    await until(() => {
      expect(desk.applied).toHaveLength(2)
    })
    const seen = [kiosk, desk].map(({ way, logged }) => way.bytes() + logged()).join('')
    expect(seen).toContain('forecourt/')
    for (const word of words) expect(seen).not.toContain(word)
  })

  it('refuses what the site has not sealed, and what was said at another topic', async () => {
    const [kiosk, desk, lobby] = await three()
    const guest = await mqtt.connectAsync(`mqtt://127.0.0.1:${String(broker.port)}`, {
      ...{ username: BROKER_USER, password: BROKER_PASSWORD, protocolVersion: 4 },
    })
    onTestFinished(() => guest.endAsync(true))
    const heard: [string, string][] = []
    guest.on('message', (topic, body) => heard.push([topic, body.toString()]))
    await guest.subscribeAsync('forecourt/+/facts/+/+')
    kiosk.say('session-1', '214')
    await until(() => {
      expect(heard.some(([topic]) => topic.includes(kiosk.id))).toBe(true)
    })
    const [topic, sealed] = heard.find(([at]) => at.includes(kiosk.id)) ?? ['', '']
    const refusedBefore = desk.link.standing().refused
    const elsewhere = topic.replace(kiosk.id, lobby.id)
    for (const body of ['{}', 'x'.repeat(100_000), sealed.slice(0, -3), `${sealed}A`])
      await guest.publishAsync(`${topic}x`, body, { qos: 1 })
    await guest.publishAsync(elsewhere, sealed, { qos: 1 })
    // As it was said: it is heard twice, and holds once.
    await guest.publishAsync(topic, sealed, { qos: 1 })
    await until(() => {
      expect(desk.link.standing().refused).toBe(refusedBefore + 5)
    })
    kiosk.say('session-2', '215')
    await until(() => {
      expect(desk.holds('session-2')).toBe('215')
    })
    expect(desk.applied.map(({ subject }) => subject)).toEqual(['session-1', 'session-2'])
  })

  it('shows whether a terminal is there, also where it falls silent', async () => {
    const [kiosk, desk] = await three()
    const watcher = await mqtt.connectAsync(`mqtt://127.0.0.1:${String(broker.port)}`, {
      ...{ username: BROKER_USER, password: BROKER_PASSWORD, protocolVersion: 4 },
    })
    onTestFinished(() => watcher.endAsync(true))
    const states = new Map<string, unknown>()
    watcher.on('message', (topic, body) => {
      states.set(topic.split('/').at(-2) ?? '', JSON.parse(body.toString()))
    })
    await watcher.subscribeAsync('forecourt/+/terminals/+/state')
    await until(() => {
      expect(states.get(kiosk.id)).toMatchObject({ state: 'online', version: '1.2.3' })
      expect(states.get(desk.id)).toMatchObject({ state: 'online' })
    })
    kiosk.way.cut()
    await until(() => {
      expect(states.get(kiosk.id)).toMatchObject({ state: 'offline' })
    })
  })

  it(
    `loses nothing and tells nothing twice over ${String(CUTS)} cuts`,
    { timeout: 600_000 },
    async () => {
      const terminals = await three()
      const roll = dice(name.length)
      const last = new Map<string, string>()
      for (let cut = 0; cut < CUTS; cut += 1) {
        const hit = terminals[roll(3)] ?? terminals[0]
        const before = roll(4)
        const value = (n: number): string => `${String(cut)}-${String(n)}`
        for (let n = 0; n < 6; n += 1) {
          if (n === before) hit.way.cut()
          const subject = `session-${String(cut)}-${String(n)}`
          const speaker = terminals[roll(3)] ?? terminals[0]
          speaker.say(subject, value(n))
          last.set(subject, value(n))
          await new Promise((resolve) => setImmediate(resolve))
        }
        hit.way.heal()
        if (roll(3) === 0) await connected(terminals)
      }
      await connected(terminals)
      await until(
        () => {
          for (const { link } of terminals) expect(link.standing().waiting).toBe(0)
          for (const each of terminals)
            for (const [subject, value] of last)
              if (each.holds(subject) !== value) throw new Error(`${subject} is not at ${each.id}`)
        },
        20_000 + 300 * CUTS,
      )
      for (const { applied } of terminals)
        expect(new Set(applied.map(({ subject }) => subject)).size).toBe(applied.length)
      expect(terminals.flatMap(({ applied }) => applied)).toHaveLength(2 * last.size)
    },
  )
})
