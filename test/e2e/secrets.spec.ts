import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import type { Page } from '@playwright/test'
import { trustedOperations } from '#platform/generated/trusted.ts'
import { AccountPage } from './pages/account.ts'
import { Desk } from './pages/desk.ts'
import { SetupPage } from './pages/setup.ts'
import { askPlatform } from './support/account.ts'
import { eavesdrop, type Eavesdrop } from './support/eavesdrop.ts'
import { FAST_CAR } from './support/network.ts'
import { setPeople } from './support/people.ts'
import { scan } from './support/reader.ts'
import { expect, test as base } from './support/story.ts'
import { formsOf, Taint } from './support/taint.ts'

const CARDS = '{ cardsPaged(pagination: { limit: 100, offset: 0 }) { data { tagId } } }'
/** Session and refresh tokens are JSON web tokens. */
const TOKEN = /eyJ[\w-]{8,}\.[\w-]{8,}/
const PINS = { staff: '730918465529', manager: '918273645546' }
const WRONG_PIN = '617283950617'
const OWN_CARD = 'C0FFEE0815D15EA5E0'
const WRONG_PASSWORD = 'tainted "pass\\word" ü&+%'

/**
 * What lies in the data folder by design, by the first part of its path. The key of the stop codes is
 * in the ledger where the system protects no secrets, as on the stand-in: beside what it opens.
 */
const BY_DESIGN = { 'ledger.db': ['stop-code key'], 'ledger.db-wal': ['stop-code key'] }

const test = base.extend<{ taint: Taint; platform: Eavesdrop }>({
  taint: async ({ sim }, use) => {
    const taint = new Taint()
    const cards = (await askPlatform(sim, CARDS)) as { data: { tagId: string }[] }
    expect(cards.data.length).toBeGreaterThan(0)
    taint.add('tag id', ...cards.data.map(({ tagId }) => tagId), OWN_CARD)
    taint.add('pre-shared key', sim.key)
    taint.add('password', sim.account.password, WRONG_PASSWORD)
    taint.add('PIN', PINS.staff, PINS.manager, WRONG_PIN)
    await use(taint)
  },
  platform: async ({ sim }, use) => {
    const platform = await eavesdrop(sim.endpoint)
    await use(platform)
    platform.close()
  },
})

test.use({ operator: { reader: true } })
test.setTimeout(240_000)

/** Everything that main tells the page from now on. */
async function overhear(page: Page): Promise<string[]> {
  const heard: string[] = []
  await page.exposeFunction('hear', (text: string) => heard.push(text))
  await page.evaluate(() => {
    const { hear } = window as unknown as { hear: (text: string) => void }
    const tell = (payload: unknown): void => {
      hear(JSON.stringify(payload))
    }
    for (const name of ['live', 'clock', 'terminal', 'probe', 'export'] as const)
      window.terminal.on(name, tell)
  })
  return heard
}

/** What main answers to the commands that tell something, and to some that it refuses. */
function answers(page: Page, connectorId: string): Promise<string[]> {
  const operations = Object.entries(trustedOperations).filter(([, { kind }]) => kind === 'query')
  const ids = operations.map(([operationId]) => operationId)
  return page.evaluate(
    async ([id, queries]) => {
      const { invoke } = window.terminal
      const told = await Promise.all([
        invoke('terminal.info', {}),
        invoke('live.model', {}),
        invoke('charging.options', { connectorId: id }),
        invoke('charging.options', { connectorId: 'nowhere' }),
        invoke('charging.start', { connectorId: id, optionId: 'none', requestId: 'r' }),
        invoke('charging.stop', { sessionId: 'none', requestId: 'r' }),
        invoke('desk.people', {}),
        invoke('desk.audit', { beforeId: null, limit: 500 }),
        invoke('terminal.health', {}),
        invoke('terminal.settings', {}),
        invoke('terminal.log', {}),
        invoke('account.state', {}),
        invoke('setup.state', {}),
        invoke('platform.ask', { id: 'none', variables: {} }),
        ...queries.map((query) => invoke('platform.ask', { id: query, variables: {} })),
      ])
      return told.map((one) => JSON.stringify(one))
    },
    [connectorId, ids] as const,
  )
}

/** The key that this terminal made for its stop codes. */
function stopCodeKeyIn(dataDir: string): string {
  const database = new DatabaseSync(path.join(dataDir, 'ledger.db'), { readOnly: true })
  const row = database.prepare("SELECT value FROM notes WHERE name = 'stopCodeKey'").get()
  database.close()
  return String(row?.['value'] ?? '')
}

/** All texts in the ledger, cell by cell. */
function ledgerTexts(dataDir: string): string[] {
  const database = new DatabaseSync(path.join(dataDir, 'ledger.db'), { readOnly: true })
  const tables = database.prepare("SELECT name FROM sqlite_master WHERE type = 'table'").all()
  const texts = tables.flatMap(({ name }) =>
    database
      .prepare(`SELECT * FROM "${String(name)}"`)
      .all()
      .flatMap((row) => Object.values(row).filter((cell) => typeof cell === 'string')),
  )
  database.close()
  return texts
}

/** The id of the session that is shown. */
async function sessionShown(page: Page): Promise<string> {
  const model = await page.evaluate(() => window.terminal.invoke('live.model', {}))
  return (model.ok ? model.value.sessions.find(({ claimed }) => claimed)?.id : undefined) ?? ''
}

test('no key, password, PIN, token or tag id reaches the page, the bridge, the log or the disk', async ({
  arrive,
  network,
  platform,
  sim,
  taint,
  terminal,
}) => {
  // What is not found must be there to be found.
  for (const form of formsOf(sim.key)) expect(taint.find(`x${form}y`)).toEqual(['pre-shared key'])
  const wrapped = Buffer.from(`{"key":"${sim.key}"}`).toString('base64')
  expect(taint.find(wrapped)).toEqual(['pre-shared key'])
  await setPeople(terminal.dataDir, PINS)
  const { guest, terminal: running } = await arrive({ endpoint: platform.endpoint })
  const { page, charging, summary } = guest
  const { id } = await network.plug('1')
  const heard = await overhear(page)
  const told: string[] = []
  const expectCleanPage = (screen: string) => taint.expectCleanPage(page, screen)

  await test.step('to a guest', async () => {
    await expectCleanPage('board')
    await guest.choose('3')
    await expectCleanPage('connector')
    await guest.connector.start.click()
    await expect(guest.starting.plugIn).toBeVisible()
    await expectCleanPage('starting')
    await network.plugIn('3', FAST_CAR)
    await expect(charging.stop).toBeEnabled()
    await expectCleanPage('charging')
    await network.control.expireSessionTokens()
    await charging.holdToStop()
    await expect(summary.heading).toBeVisible()
    await expectCleanPage('summary')
    told.push(...(await answers(page, id)))
    await summary.done.click()
    await page.evaluate(() => window.terminal.invoke('guest.left', {}))
  })

  await test.step('to a guest with a card of their own', async () => {
    await guest.board.tile('1').charge.click()
    await guest.connector.cards.first().waitFor({ state: 'attached' })
    await scan(page, OWN_CARD)
    await expect.poll(() => network.requests('remoteStart')).toBeGreaterThan(0)
    await expectCleanPage('own card')
  })

  await test.step('at the desk', async () => {
    await page.reload()
    const desk = new Desk(running)
    await desk.knock()
    await desk.enterPin(WRONG_PIN)
    await expect(desk.sheet).toContainText(/wrong|not/i)
    await expectCleanPage('a wrong PIN')
    await page.reload()
    await desk.open(PINS.manager)
    for (const section of ['Sessions', 'Cards', 'Documents', 'Account', 'Terminal']) {
      await desk.go(section)
      await expect(desk.main.getByRole('heading').first()).toBeVisible()
      await expectCleanPage(section)
    }
    told.push(...(await answers(page, id)))
    const account = new AccountPage(running)
    const refused = await page.evaluate(
      (password) => window.terminal.invoke('account.signIn', { username: 'nobody', password }),
      WRONG_PASSWORD,
    )
    told.push(JSON.stringify(refused))
    await account.go('Live')
  })

  await test.step('when the platform repeats what it was sent', async () => {
    platform.repeats = true
    told.push(...(await answers(page, id)))
    await page.evaluate(() => window.terminal.invoke('desk.lock', { keepGuest: false }))
    told.push(...(await answers(page, id)))
    await expectCleanPage('failing answers')
    platform.repeats = false
  })

  taint.add('token', ...platform.tokens)
  taint.add('stop-code key', stopCodeKeyIn(terminal.dataDir))
  expect(platform.tokens.size).toBeGreaterThan(2)
  expect(heard.length).toBeGreaterThan(0)
  for (const text of [...told, ...heard]) {
    taint.expectClean('what main told', text)
    expect(text).not.toMatch(TOKEN)
  }
  // What is typed in the page is in its memory as long as it is there: a new page knows nothing of it.
  await page.reload()
  await guest.board.tile('1').root.waitFor()
  await taint.expectCleanHeap(running, 'of the board')
  taint.expectClean('what the terminal prints', running.process.lines.join('\n'))
  await running.process.close()
  taint.expectCleanFiles(terminal.dataDir, BY_DESIGN)
})

test('what a session was authorised with and the code of a left start reach nobody', async ({
  arrive,
  network,
  sim,
  taint,
  terminal,
}) => {
  await network.control.authIds('contract')
  const { guest, terminal: running } = await arrive()
  const { page } = guest
  const { id } = await network.plug('3')
  const heard = await overhear(page)
  await guest.start('3')
  const code = (await guest.starting.code.innerText()).replaceAll(/\D/g, '')
  await network.plugIn('3', FAST_CAR)
  await expect(guest.charging.stop).toBeEnabled()
  const sessionId = await sessionShown(page)
  const log = await askPlatform(sim, '{ chargelog(id: "' + sessionId + '") { authId } }')
  const { authId } = log as { authId: string }
  expect(authId).toMatch(/^AT-HTB-/)
  taint.add('authorisation', authId)
  await taint.expectCleanPage(page, 'charging')
  await page.evaluate(() => window.terminal.invoke('guest.left', {}))
  await expect(guest.charging.stop).toBeHidden()
  await taint.expectCleanPage(page, 'charge of a guest who has left')
  const told = await answers(page, id)
  const alone = new RegExp(`(?<![\\w.:-])${code}(?![\\w.:-])`)
  expect(await page.content()).not.toMatch(alone)
  for (const text of told) expect(text).not.toMatch(alone)
  for (const text of [...told, ...heard]) taint.expectClean('what main told', text)
  await guest.back.click()
  await page.reload()
  await guest.board.tile('1').root.waitFor()
  await taint.expectCleanHeap(running, 'of the board')
  const printed = running.process.lines.join('\n')
  taint.expectClean('what the terminal prints', printed)
  expect(printed).not.toMatch(alone)
  await running.process.close()
  taint.expectCleanFiles(terminal.dataDir, BY_DESIGN)
  for (const cell of ledgerTexts(terminal.dataDir)) expect(cell).not.toMatch(alone)
})

test('what is typed at set-up goes inwards only', async ({
  arriveAtDemo,
  platform,
  sim,
  taint,
  terminal,
}) => {
  const { terminal: running } = await arriveAtDemo()
  const { page } = running
  const setup = new SetupPage(running)
  const heard = await overhear(page)
  await setup.enter()
  await setup.reachPlace({ ...sim, endpoint: platform.endpoint })
  const told = await answers(page, 'none')
  await taint.expectCleanPage(page, 'set-up: place')
  platform.repeats = true
  const failing = await page.evaluate(
    ([endpoint, key]) => window.terminal.invoke('setup.tryEndpoint', { endpoint, key }),
    [platform.endpoint, sim.key] as const,
  )
  const signedIn = await page.evaluate(
    (password) => window.terminal.invoke('setup.signIn', { username: 'nobody', password }),
    WRONG_PASSWORD,
  )
  told.push(JSON.stringify(failing), JSON.stringify(signedIn))
  taint.add('token', ...platform.tokens)
  for (const text of [...told, ...heard]) taint.expectClean('what main told', text)
  taint.expectClean('what the terminal prints', running.process.lines.join('\n'))
  await running.process.close()
  taint.expectCleanFiles(terminal.dataDir, BY_DESIGN)
})
