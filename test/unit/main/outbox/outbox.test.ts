import { createHmac } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { createClock } from '#common/clock.ts'
import { DeliveryError, type Channel, type Written } from '#main/outbox/channel.ts'
import { mailSender } from '#main/outbox/mail.ts'
import { createMessages, type Messages } from '#main/outbox/messages.ts'
import { openOutboxFile } from '#main/outbox/outbox-file.ts'
import { createOutbox, pauseMs, type Outbox } from '#main/outbox/outbox.ts'
import { cloudEvent, webhookSender } from '#main/outbox/webhook.ts'
import { mailServerOf } from '#main/settings/mail-server.ts'
import { startHouse, startMailServer } from '#test/support/outside.ts'
import { createQuietLog } from '../support/quiet-log.ts'

const START_MS = Date.UTC(2026, 10, 30, 12)
const HOUR_MS = 3_600_000
const SECRET = `whsec_${Buffer.alloc(32, 7).toString('base64')}`

/** A terminal's outbox that can lose its power: what is on disk is all that is left. */
function rigOf(channels: (clock: { now(): number }) => Record<string, Channel>) {
  const folder = mkdtempSync(path.join(tmpdir(), 'outbox-'))
  const clock = createClock({ startMs: START_MS, speed: 0 })
  const log = createQuietLog()
  const givenUp: string[] = []
  const open = (): { outbox: Outbox; messages: Messages; cut: () => void } => {
    const database = openOutboxFile(path.join(folder, 'outbox.db'))
    const messages = createMessages(database, clock)
    const outbox = createOutbox({
      ...{ messages, clock, log, channels: channels(clock) },
      givenUp: ({ id }) => void givenUp.push(id),
    })
    const cut = (): void => {
      outbox.close()
      database.close()
    }
    return { outbox, messages, cut }
  }
  const rig = {
    ...{ clock, log, givenUp, ...open() },
    /** The power goes, and comes again. */
    restart() {
      rig.cut()
      Object.assign(rig, open())
      rig.outbox.look()
    },
    put(id: string, body: string | null = '{}', way = 'test') {
      rig.messages.put({ id, channel: way, body })
      rig.outbox.look()
    },
    /** Time passes, second by second, until nothing waits any more. */
    settled: () =>
      vi.waitFor(
        async () => {
          await clock.advance(1_000)
          expect(rig.messages.waiting()).toBe(0)
        },
        { timeout: 8_000, interval: 2 },
      ),
  }
  onTestFinished(() => {
    rig.cut()
    rmSync(folder, { recursive: true })
  })
  return rig
}

/** A channel that fails as often as it is told. */
function channel(failures = 0) {
  const tried: { id: string; body: string; atMs: number }[] = []
  let left = failures
  const send =
    (clock: { now(): number }): Channel['send'] =>
    (message) => {
      tried.push({ id: message.id, body: message.body, atMs: clock.now() })
      left -= 1
      return left >= 0 ? Promise.reject(new DeliveryError('status 503')) : Promise.resolve()
    }
  const rig = rigOf((clock) => ({ test: { send: send(clock) } }))
  return { ...{ rig, tried }, ids: () => tried.map(({ id }) => id) }
}

describe('a message', () => {
  it('is sent once, however often its key is put', async () => {
    const { rig, ids } = channel()
    rig.put('m1')
    rig.put('m1', '{"other":1}')
    await rig.settled()
    rig.put('m1')
    rig.restart()
    rig.put('m1')
    rig.put('m2')
    await rig.settled()
    expect(ids()).toEqual(['m1', 'm2'])
  })

  it('is tried again after pauses that grow by one rule, with the same body', async () => {
    const { rig, tried } = channel(5)
    rig.put('m1', '{"a":1}')
    await vi.waitFor(() => {
      expect(tried).toHaveLength(1)
    })
    await rig.settled()
    const pauses = tried.slice(1).map(({ atMs }, index) => atMs - (tried[index]?.atMs ?? 0))
    expect(pauses.map((ms) => Math.round(ms / 10_000))).toEqual([1, 2, 4, 8, 16])
    expect(new Set(tried.map(({ body }) => body))).toEqual(new Set(['{"a":1}']))
    expect(pauseMs(50)).toBe(HOUR_MS)
  })

  it('survives a power cut before it was sent, and one between tries', async () => {
    const { rig, tried } = channel(1)
    rig.messages.put({ id: 'm1', channel: 'test', body: '{}' })
    rig.restart()
    await vi.waitFor(() => {
      expect(tried).toHaveLength(1)
    })
    rig.restart()
    await rig.settled()
    expect(tried).toHaveLength(2)
  })

  it('that was under way when the power went is sent again by the same key', async () => {
    const ids: string[] = []
    const rig = rigOf(() => ({
      test: {
        send: ({ id }) => {
          ids.push(id)
          return ids.length === 1 ? new Promise(() => undefined) : Promise.resolve()
        },
      },
    }))
    rig.put('m1')
    await vi.waitFor(() => {
      expect(ids).toHaveLength(1)
    })
    rig.restart()
    await rig.settled()
    expect(ids).toEqual(['m1', 'm1'])
  })

  it('is given up after three days, which the audit trail hears', async () => {
    const { rig } = channel(Infinity)
    rig.put('m1')
    const pass = async (hours: number): Promise<void> => {
      for (let hour = 0; hour < hours; hour += 1) {
        await rig.clock.advance(HOUR_MS)
        await new Promise((resolve) => setImmediate(resolve))
      }
    }
    await pass(71)
    expect(rig.givenUp).toEqual([])
    await pass(3)
    expect(rig.givenUp).toEqual(['m1'])
    expect(rig.messages.waiting()).toBe(0)
  })

  it('does not wait for another one that fails', async () => {
    const { rig, ids } = channel(1)
    rig.put('bad')
    rig.put('good')
    await vi.waitFor(() => {
      expect(ids()).toEqual(['bad', 'good'])
    })
  })

  it('is sent although the clock has gone back by years', async () => {
    const { rig, ids } = channel()
    rig.messages.put({ id: 'm1', channel: 'test', body: '{}' }, 3 * 365 * 24 * HOUR_MS)
    rig.outbox.look()
    await rig.settled()
    expect(ids()).toEqual(['m1'])
  })

  it('that is written late waits without being older, says the same at each try, or is dropped', async () => {
    const answers: Written[] = ['wait', { body: '{"sum":1}' }, 'drop']
    const sent: string[] = []
    const rig = rigOf(() => ({
      test: {
        write: () => Promise.resolve(answers.shift() ?? 'drop'),
        send: ({ body }) => {
          sent.push(body)
          return sent.length === 1
            ? Promise.reject(new DeliveryError('status 500'))
            : Promise.resolve()
        },
      },
    }))
    rig.put('m1', null)
    await vi.waitFor(() => {
      expect(answers).toHaveLength(2)
    })
    await rig.settled()
    expect(sent).toEqual(['{"sum":1}', '{"sum":1}'])
    rig.put('m2', null)
    await rig.settled()
    expect(sent).toHaveLength(2)
  })
})

describe('a webhook', () => {
  const hookRig = async () => {
    const house = await startHouse()
    const rig = rigOf((clock) => ({
      test: { send: webhookSender({ url: house.url, secret: SECRET }, { fetch, clock }) },
    }))
    return { house, rig }
  }
  const event = cloudEvent({
    ...{ id: 'm1', source: '/forecourt/terminals/t1', type: 'forecourt.test', atMs: START_MS },
    data: { grüß: 'Gott' },
  })

  it('gets a CloudEvent with the signature of Standard Webhooks', async () => {
    const { house, rig } = await hookRig()
    rig.put('m1', event)
    await vi.waitFor(() => {
      expect(rig.messages.waiting()).toBe(0)
    })
    const [post] = house.posts
    expect(post?.headers['content-type']).toBe('application/cloudevents+json; charset=utf-8')
    expect(JSON.parse(post?.body ?? '')).toEqual({
      ...{ specversion: '1.0', id: 'm1', source: '/forecourt/terminals/t1' },
      ...{ type: 'forecourt.test', time: '2026-11-30T12:00:00.000Z' },
      ...{ datacontenttype: 'application/json', data: { grüß: 'Gott' } },
    })
    const at = String(START_MS / 1000)
    expect(post?.headers).toMatchObject({ 'webhook-id': 'm1', 'webhook-timestamp': at })
    const mac = createHmac('sha256', Buffer.alloc(32, 7)).update(`m1.${at}.${post?.body ?? ''}`)
    expect(post?.headers['webhook-signature']).toBe(`v1,${mac.digest('base64')}`)
  })

  it.each([500, 404, 302])('that answers %s gets it again, by the same id', async (status) => {
    const { house, rig } = await hookRig()
    house.status = status
    rig.put('m1', event)
    await vi.waitFor(() => {
      expect(rig.log.lines.join()).toContain(`status ${String(status)}`)
    })
    house.status = 200
    rig.restart()
    await rig.settled()
    expect(house.posts.map(({ headers }) => headers['webhook-id'])).toEqual(['m1', 'm1'])
    expect(rig.log.lines.join()).not.toContain(house.url)
  })

  it('that is not there gets it once it is', async () => {
    const { house, rig } = await hookRig()
    await house.close()
    rig.put('m1', event)
    await vi.waitFor(() => {
      expect(rig.log.lines.join()).toContain('ECONNREFUSED')
    })
    expect(rig.messages.waiting()).toBe(1)
  })
})

it('a mail goes out by SMTP, and again by the same Message-ID where the server refused it', async () => {
  const server = await startMailServer()
  const place = mailServerOf(server.url)
  if (place === null) throw new Error('no mail server')
  const mail = {
    ...place,
    user: null,
    password: null,
    from: 'a@hotel.example',
    to: ['b@hotel.example'],
  }
  const rig = rigOf(() => ({ test: { send: mailSender(mail) } }))
  server.isFull = true
  rig.put('m1', JSON.stringify({ subject: 'Ladeplatz 5', text: 'Außer Betrieb' }))
  await vi.waitFor(() => {
    expect(rig.log.lines.join()).toContain('not delivered')
  }, 5_000)
  const inVain = { waiting: 1, waitingSinceMs: START_MS, triesInVain: 1, arrivedAtMs: null }
  expect(rig.messages.standing('test')).toEqual(inVain)
  expect(rig.messages.standing('other')).toMatchObject({ waiting: 0, waitingSinceMs: null })
  server.isFull = false
  rig.restart()
  await rig.settled()
  const arrivedAtMs = expect.any(Number) as number
  const arrived = { waiting: 0, waitingSinceMs: null, triesInVain: 0, arrivedAtMs }
  expect(rig.messages.standing('test')).toEqual(arrived)
  expect(server.mails).toHaveLength(1)
  expect(server.mails[0]).toMatchObject({ from: 'a@hotel.example', to: ['b@hotel.example'] })
  expect(server.mails[0]?.text).toContain('Message-ID: <m1@forecourt.invalid>')
  expect(server.mails[0]?.text).toContain('Subject: Ladeplatz 5')
})
