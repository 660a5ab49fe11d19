import { expect, it, vi } from 'vitest'
import type { OutgoingSettings } from '#main/settings/outgoing-settings.ts'
import { startHouse } from '#test/support/outside.ts'
import { chargeFor } from './charge-for.ts'
import { STAFF_PIN, startStand } from './stand.ts'

const SECRET = `whsec_${Buffer.alloc(32, 7).toString('base64')}`

it("the house's system hears once of a charge for a booking, although the power goes at its end", async () => {
  const house = await startHouse()
  const outgoing: OutgoingSettings = {
    ...{ alertWebhook: null, alertMail: null, alertAfterMs: 60_000, failedStarts: 3 },
    ...{ sessionEnd: { url: house.url, secret: SECRET }, incomplete: [] },
  }
  const stand = await startStand({ outgoing })
  await stand.passUntil(() => stand.model().link.state === 'live')
  await stand.desk.access.unlock(STAFF_PIN)
  const sessionId = await chargeFor(stand, 'Room 214')
  await stand.pass(60_000)
  expect(house.posts).toEqual([])
  await stand.terminal.handlers['desk.stop']({ sessionId, requestId: 'r2', reason: 'checks out' })
  await stand.restart()
  house.status = 500
  await vi.waitFor(
    async () => {
      await stand.pass(60_000)
      expect(house.posts.length).toBeGreaterThan(0)
    },
    { timeout: 30_000 },
  )
  house.status = 200
  await stand.restart()
  await stand.pass(5 * 60_000)
  expect(new Set(house.posts.map(({ body }) => body)).size).toBe(1)
  const sent = house.posts.length
  await stand.pass(5 * 60_000)
  expect(house.posts).toHaveLength(sent)
  const [post] = house.posts
  expect(post?.headers['webhook-id']).toBe(`ended-${sessionId}`)
  const event = JSON.parse(post?.body ?? '') as { data: Record<string, unknown> }
  expect(event).toMatchObject({ type: 'forecourt.session.ended', subject: sessionId })
  const told = { bookingReference: 'Room 214', sessionId, site: stand.model().site?.label }
  expect(event.data).toMatchObject(told)
  const money = { net: expect.any(Number) as number, gross: expect.any(Number) as number }
  expect(event.data['cost']).toMatchObject({ ...money, currency: 'EUR' })
  expect(Object.keys(event.data)).toEqual([
    ...['sessionId', 'bookingReference', 'site', 'plug', 'startedAt', 'endedAt', 'energyKWh'],
    ...['rate', 'cost', 'invoice'],
  ])
  const { key, account } = stand.simulator
  for (const secret of [key, account.password, account.username, SECRET, STAFF_PIN])
    expect(post?.body).not.toContain(secret)
})
