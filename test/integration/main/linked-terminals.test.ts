import { randomBytes } from 'node:crypto'
import { expect, it, onTestFinished, vi } from 'vitest'
import type { SiteLinkSettings } from '#main/settings/link-settings.ts'
import { BROKER_PASSWORD, BROKER_USER, startEmbedded, startWay } from '#test/support/brokers.ts'
import { chargeFor } from './charge-for.ts'
import { STAFF_PIN, startStand, type Stand } from './stand.ts'

/** A kiosk and a desk's PC at one site, each on a way of its own. */
async function startTwo() {
  const broker = await startEmbedded()
  const ways = [await startWay(broker.port), await startWay(broker.port)] as const
  const key = randomBytes(32).toString('base64url')
  const linkBy = (port: number): SiteLinkSettings => ({
    link: {
      ...{ url: `mqtt://127.0.0.1:${String(port)}`, site: 'hotel', key },
      ...{ user: BROKER_USER, password: BROKER_PASSWORD },
      ...{ ca: null, certificate: null, certificateKey: null },
    },
    ...{ broker: null, incomplete: [] },
  })
  const kiosk = await startStand({ link: linkBy(ways[0].port) })
  const { simulator, clock } = kiosk
  const desk = await startStand({ link: linkBy(ways[1].port), beside: { simulator, clock } })
  onTestFinished(async () => {
    await Promise.all(ways.map((way) => way.close()))
    await broker.close()
  })
  for (const { passUntil, model } of [kiosk, desk])
    await passUntil(() => model().link.state === 'live')
  return { kiosk, desk, ways }
}

/** What the desk's column says of a session. */
const noteAt = async ({ terminal }: Stand, sessionId: string): Promise<unknown> => {
  const [note] = await terminal.handlers['desk.sessionNotes']({ sessionIds: [sessionId] })
  return note ?? null
}

/** Time passes until it holds: the terminals share their clock, the broker has the machine's. */
const until = (stand: Stand, holds: () => Promise<void> | void): Promise<void> =>
  vi.waitFor(
    async () => {
      await stand.pass(1_000)
      await holds()
    },
    { timeout: 10_000, interval: 20 },
  )
const untilLinked = (stands: readonly Stand[]): Promise<void> =>
  until(stands[0] as Stand, () => {
    for (const { logLines } of stands) expect(logLines.join()).toContain('the link is open')
  })

it('a room that was typed at one terminal stands at the other, and a note comes back', async () => {
  const { kiosk, desk } = await startTwo()
  for (const { access } of [kiosk.desk, desk.desk]) await access.unlock(STAFF_PIN)
  await untilLinked([kiosk, desk])
  const sessionId = await chargeFor(kiosk, '214')
  await vi.waitFor(async () => {
    expect(await noteAt(desk, sessionId)).toEqual({
      sessionId,
      bookingReference: '214',
      note: null,
    })
  })
  const note = { sessionId, bookingReference: '215', note: 'moved rooms' }
  await desk.terminal.handlers['desk.setNote'](note)
  await vi.waitFor(async () => {
    expect(await noteAt(kiosk, sessionId)).toEqual(note)
  })
})

it('without the broker all works as before, and what was typed follows once it is back', async () => {
  const { kiosk, desk, ways } = await startTwo()
  for (const { access } of [kiosk.desk, desk.desk]) await access.unlock(STAFF_PIN)
  ways[0].cut()
  const sessionId = await chargeFor(kiosk, '214')
  expect(await noteAt(kiosk, sessionId)).toMatchObject({ bookingReference: '214' })
  expect(await noteAt(desk, sessionId)).toBeNull()
  ways[0].heal()
  await until(kiosk, async () => {
    expect(await noteAt(desk, sessionId)).toMatchObject({ bookingReference: '214' })
  })
})
