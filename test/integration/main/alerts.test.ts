import { expect, it, vi } from 'vitest'
import { mailServerOf } from '#main/settings/mail-server.ts'
import type { OutgoingSettings } from '#main/settings/outgoing-settings.ts'
import { startHouse, startMailServer } from '#test/support/outside.ts'
import { MANAGER_PIN, STAFF_PIN, startStand } from './stand.ts'

const SECRET = `whsec_${Buffer.alloc(32, 7).toString('base64')}`

async function outside() {
  const house = await startHouse()
  const mail = await startMailServer()
  const server = mailServerOf(mail.url)
  if (server === null) throw new Error('no mail server')
  const people = { user: null, password: null, from: 'a@hotel.example', to: ['b@hotel.example'] }
  const outgoing: OutgoingSettings = {
    alertWebhook: { url: house.url, secret: SECRET },
    alertMail: { ...server, ...people },
    ...{ alertAfterMs: 60_000, failedStarts: 3, sessionEnd: null, incomplete: [] },
  }
  return { house, mail, outgoing }
}

it('people hear once that a plug is out of order, whatever is cut meanwhile, and of no secret', async () => {
  const { house, mail, outgoing } = await outside()
  const stand = await startStand({ outgoing })
  await stand.passUntil(() => stand.model().link.state === 'live')
  const [connector] = stand.model().connectors
  await stand.simulator.control.setOcppStatus(connector?.id ?? '', 'Faulted')
  house.status = 503
  mail.isFull = true
  const failures = () => stand.logLines.filter((line) => line.startsWith('not delivered')).length
  await stand.passUntil(() => failures() >= 2, 300_000, 1_000)
  await stand.restart()
  house.status = 200
  mail.isFull = false
  // A busy machine may have had the platform silent, too: that is told on its own.
  const posts = () => house.posts.filter(({ body }) => body.includes('connector-out-of-order'))
  const mails = () => mail.mails.filter(({ text }) => text.includes('out of order'))
  const arrived = () => mails().length === 1 && posts().length > 1
  await stand.passUntil(arrived, 300_000, 5_000)
  await stand.pass(120_000)
  const ids = new Set(posts().map(({ headers }) => headers['webhook-id']))
  const bodies = new Set(posts().map(({ body }) => body))
  expect([ids.size, bodies.size, mails().length]).toEqual([1, 1, 1])
  const { data } = JSON.parse([...bodies][0] ?? '') as { data: { alerts: unknown[] } }
  const number = connector?.number
  const broken = { state: 'raised', kind: 'connector-out-of-order' }
  expect(data.alerts).toContainEqual(
    expect.objectContaining({ ...broken, facts: expect.objectContaining({ number }) as object }),
  )
  const told = JSON.stringify([house.posts, mail.mails])
  const { key, account } = stand.simulator
  for (const secret of [key, account.password, account.username, SECRET]) {
    expect(told).not.toContain(secret)
    expect(stand.logLines.join()).not.toContain(secret)
  }
  expect(told).not.toMatch(/eyJ|Bearer/)
})

it('a manager tries the ways out, which the audit trail says; without one it is refused', async () => {
  const { house, outgoing } = await outside()
  const stand = await startStand({ outgoing })
  await stand.desk.access.unlock(MANAGER_PIN)
  await stand.terminal.handlers['terminal.testAlert']({})
  await vi.waitFor(() => {
    expect(house.posts[0]?.body).toContain('"kind":"test"')
  })
  const [latest] = stand.desk.audit.list({ beforeId: null, limit: 1 })
  expect(latest).toMatchObject({ action: 'alerts.test', who: 'Max' })
  const without = await startStand()
  const refused = (async () => without.terminal.handlers['terminal.testAlert']({}))()
  await expect(refused).rejects.toMatchObject({ failure: { code: 'invalid' } })
})

it('starts that fail are told, and neither the card nor what the station says of it leaves or is logged', async () => {
  const { house, mail, outgoing } = await outside()
  const stand = await startStand({
    outgoing: { ...outgoing, failedStarts: 2 },
    rules: { ownCard: true },
  })
  await stand.passUntil(() => stand.model().link.state === 'live')
  const { roamingTag: tag } = await stand.simulator.control.overview()
  const reason = `Tag ${tag} is locked.`
  await stand.simulator.control.setFault('rejectStart', { reason, times: 2 })
  const freeOnes = () => stand.model().connectors.filter(({ startBlock }) => startBlock === null)
  await stand.passUntil(() => freeOnes().length >= 2)
  const free = freeOnes().slice(0, 2)
  const rejected = () => stand.model().starts.filter(({ step }) => step === 'rejected').length
  for (const [index, { id: connectorId }] of free.entries()) {
    const requestId = `scan-${String(index)}`
    await stand.terminal.handlers['reader.scan']({ tag, connectorId, requestId })
    await stand.passUntil(() => rejected() > index)
  }
  await vi.waitFor(
    async () => {
      await stand.pass(60_000)
      expect(JSON.stringify(house.posts)).toContain('starts-failing')
      expect(mail.mails).toHaveLength(house.posts.length)
    },
    { timeout: 30_000 },
  )
  await stand.desk.access.unlock(STAFF_PIN)
  const page = { beforeId: null, limit: 10 }
  const list = await stand.terminal.handlers['desk.failedStarts'](page)
  expect(list.map((start) => start.reason)).toEqual(free.map(() => 'Tag … is locked.'))
  const told = JSON.stringify([house.posts, mail.mails, list])
  const warnings = stand.logLines.filter((line) => line.startsWith('a start has failed'))
  expect(warnings).toHaveLength(2)
  for (const secret of [tag, STAFF_PIN, MANAGER_PIN, SECRET]) {
    expect(told).not.toContain(secret)
    expect(stand.logLines.join()).not.toContain(secret)
  }
})
