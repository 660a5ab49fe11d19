import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { createClock } from '#common/clock.ts'
import type { AlertKind, Condition, Conditions } from '#main/alerts/alert.ts'
import { ALERT_MAIL, ALERT_WEBHOOK } from '#main/alerts/alert-messages.ts'
import { alertLetter } from '#main/alerts/alert-words.ts'
import { createAlerts } from '#main/alerts/alerts.ts'
import { conditionsOf, type Sight } from '#main/alerts/conditions.ts'
import { createMessages } from '#main/outbox/messages.ts'
import { openOutboxFile } from '#main/outbox/outbox-file.ts'
import { aConnector } from '#test/support/entities.ts'
import { createQuietLog } from '../support/quiet-log.ts'

const MINUTE_MS = 60_000
const place = { site: 'Hotel Mozart', terminal: 't1', language: 'de-AT', timeZone: 'UTC' }

const broken = (subject: string): Condition => ({
  ...{ kind: 'connector-out-of-order' as const, subject },
  ...{ facts: { number: subject }, afterMs: 10 * MINUTE_MS },
})

/** Alerts over a file that outlives them; what they would send is read from the file. */
function rigOf() {
  const folder = mkdtempSync(path.join(tmpdir(), 'alerts-'))
  const clock = createClock({ startMs: Date.UTC(2026, 10, 30, 12), speed: 0 })
  let now: Conditions = { present: [], unknown: new Set() }
  const open = () => {
    const database = openOutboxFile(path.join(folder, 'outbox.db'))
    const messages = createMessages(database, clock)
    const alerts = createAlerts({
      ...{ database, messages, clock, log: createQuietLog(), terminalId: 't1' },
      ways: [ALERT_WEBHOOK, ALERT_MAIL],
      place: () => place,
      conditions: () => now,
      put: () => undefined,
    })
    const close = (): void => {
      alerts.close()
      database.close()
    }
    return { alerts, messages, close }
  }
  let opened = open()
  onTestFinished(() => {
    opened.close()
    rmSync(folder, { recursive: true })
  })
  return {
    clock,
    test: () => {
      opened.alerts.test()
    },
    see(present: Condition[], unknown: AlertKind[] = []) {
      now = { present, unknown: new Set(unknown) }
    },
    restart() {
      opened.close()
      opened = open()
    },
    /** What the webhooks say, each as `raised 5`; mails are taken along. */
    sent() {
      const told: string[][] = []
      let mails = 0
      const ways = [ALERT_WEBHOOK, ALERT_MAIL]
      for (let next = opened.messages.due(ways); next !== null; next = opened.messages.due(ways)) {
        opened.messages.settle(next.id, 'sent')
        if (next.channel === ALERT_MAIL) mails += 1
        else {
          const event = JSON.parse(next.body ?? '') as {
            data: { alerts: { state: string; kind: string; facts: { number?: string } }[] }
          }
          const { alerts } = event.data
          told.push(alerts.map(({ state, kind, facts }) => `${state} ${facts.number ?? kind}`))
        }
      }
      expect(mails).toBe(told.length)
      return told
    },
  }
}

describe('an alert', () => {
  it('is told after its time, once, and again when it is over', async () => {
    const rig = rigOf()
    rig.see([broken('5')])
    await rig.clock.advance(9 * MINUTE_MS)
    expect(rig.sent()).toEqual([])
    await rig.clock.advance(30 * MINUTE_MS)
    expect(rig.sent()).toEqual([['raised 5']])
    rig.see([])
    await rig.clock.advance(MINUTE_MS)
    expect(rig.sent()).toEqual([['cleared 5']])
  })

  it('is no alert where it was over before its time', async () => {
    const rig = rigOf()
    rig.see([broken('5')])
    await rig.clock.advance(9 * MINUTE_MS)
    rig.see([])
    await rig.clock.advance(60 * MINUTE_MS)
    expect(rig.sent()).toEqual([])
  })

  it('goes on over a power cut: neither its time begins anew, nor is it told twice', async () => {
    const rig = rigOf()
    rig.see([broken('5')])
    await rig.clock.advance(6 * MINUTE_MS)
    rig.restart()
    await rig.clock.advance(5 * MINUTE_MS)
    rig.restart()
    await rig.clock.advance(30 * MINUTE_MS)
    expect(rig.sent()).toEqual([['raised 5']])
  })

  it('is not over while nobody can tell', async () => {
    const rig = rigOf()
    rig.see([broken('5')])
    await rig.clock.advance(11 * MINUTE_MS)
    rig.see([], ['connector-out-of-order'])
    rig.restart()
    await rig.clock.advance(30 * MINUTE_MS)
    expect(rig.sent()).toEqual([['raised 5']])
  })

  it('comes with others in one message where many come within ten minutes', async () => {
    const rig = rigOf()
    rig.see([broken('1')])
    await rig.clock.advance(11 * MINUTE_MS)
    const all = Array.from({ length: 40 }, (_, index) => broken(String(index + 1)))
    rig.see(all)
    await rig.clock.advance(60 * MINUTE_MS)
    const [first, digest, ...more] = rig.sent()
    expect(first).toEqual(['raised 1'])
    expect(digest).toHaveLength(39)
    expect(more).toEqual([])
  })

  it('is sent to try the ways', () => {
    const rig = rigOf()
    rig.test()
    expect(rig.sent()).toEqual([['raised test']])
  })
})

it('a mail says first what is wrong and where, in the words of the site', () => {
  const sinceMs = Date.UTC(2026, 10, 30, 12)
  const facts = { number: '5', station: null }
  const news = { kind: 'connector-out-of-order' as const, facts, sinceMs, atMs: sinceMs }
  const letter = alertLetter(
    [
      { ...news, state: 'raised' },
      { ...news, state: 'cleared' },
    ],
    place,
  )
  expect(letter.subject).toBe('Hotel Mozart: Ladeplatz außer Betrieb – 5 (+1)')
  expect(letter.text).toContain('Behoben: Ladeplatz außer Betrieb – 5\n  Seit 30.11.26, 12:00')
})

describe('what is wrong', () => {
  const sight: Sight = {
    link: { state: 'live', error: null },
    connectors: [aConnector({ id: 'c1', state: 'free' })],
    ...{ trouble: null, failedInARow: 0 },
  }
  const settings = { alertAfterMs: 10 * MINUTE_MS, failedStarts: 3 }
  const kinds = (over: Partial<Sight>) =>
    conditionsOf({ ...sight, ...over }, settings).present.map(({ kind }) => kind)

  it.each([
    ['nothing', {}, []],
    [
      'a plug out of order',
      { connectors: [aConnector({ state: 'out-of-order' })] },
      ['connector-out-of-order'],
    ],
    [
      'a station that is not reached',
      { connectors: [aConnector({ state: 'unavailable' })] },
      ['connector-out-of-order'],
    ],
    ['a silent platform', { link: { state: 'lost', error: 'offline' } }, ['platform-lost']],
    ['two failed starts', { failedInARow: 2 }, []],
    ['three failed starts', { failedInARow: 3 }, ['starts-failing']],
    ['a refused key', { trouble: 'wrong-key' }, ['sign-in-refused']],
    ['a wrong clock', { trouble: 'clock-wrong' }, ['clock-wrong']],
  ] as [string, Partial<Sight>, AlertKind[]][])('%s', (_, over, expected) => {
    expect(kinds(over)).toEqual(expected)
  })

  it('is not known of plugs while the platform is silent', () => {
    const lost = { ...sight, link: { state: 'lost' as const, error: null } }
    expect(conditionsOf(lost, settings).unknown).toEqual(new Set(['connector-out-of-order']))
  })
})
