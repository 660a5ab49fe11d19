import { readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import type { Page } from '@playwright/test'
import { askPlatform } from './support/account.ts'
import { FAST_CAR } from './support/network.ts'
import { expect, test } from './support/story.ts'

const CARDS = '{ cardsPaged(pagination: { limit: 100, offset: 0 }) { data { tagId } } }'
/** Session and refresh tokens are JSON web tokens. */
const TOKEN = /eyJ[\w-]{8,}\.[\w-]{8,}/

/** Everything that main tells the page from now on. */
async function overhear(page: Page): Promise<string[]> {
  const heard: string[] = []
  await page.exposeFunction('hear', (text: string) => heard.push(text))
  await page.evaluate(() => {
    const { hear } = window as unknown as { hear: (text: string) => void }
    const tell = (payload: unknown): void => {
      hear(JSON.stringify(payload))
    }
    for (const name of ['live', 'clock', 'terminal', 'probe'] as const)
      window.terminal.on(name, tell)
  })
  return heard
}

/** What main answers to the commands that tell something, and to some that it refuses. */
function answers(page: Page, connectorId: string): Promise<string[]> {
  return page.evaluate(async (id) => {
    const { invoke } = window.terminal
    const told = await Promise.all([
      invoke('terminal.info', {}),
      invoke('live.model', {}),
      invoke('charging.options', { connectorId: id }),
      invoke('charging.options', { connectorId: 'nowhere' }),
      invoke('charging.start', { connectorId: id, optionId: 'none', requestId: 'r' }),
      invoke('charging.stop', { sessionId: 'none', requestId: 'r' }),
      invoke('platform.ask', { id: 'none', variables: {} }),
    ])
    return told.map((one) => JSON.stringify(one))
  }, connectorId)
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => path.join(folder, name))
    .filter((file) => statSync(file, { throwIfNoEntry: false })?.isFile())
}

test('no key, password, token or tag id reaches the page, the bridge, the log or the disk', async ({
  arrive,
  network,
  sim,
  terminal,
}) => {
  const cards = (await askPlatform(sim, CARDS)) as { data: { tagId: string }[] }
  const tagIds = cards.data.map(({ tagId }) => tagId)
  expect(tagIds.length).toBeGreaterThan(0)
  const secrets = [sim.key, sim.account.password, ...tagIds]
  const { guest, terminal: running } = await arrive()
  const { page, charging, summary } = guest
  const { id } = await network.plug('1')
  const expectClean = (where: string, text: string) => {
    const found = secrets.filter((secret) => text.includes(secret))
    expect(found, where).toEqual([])
    expect(text, where).not.toMatch(TOKEN)
  }

  const heard = await overhear(page)
  const expectCleanPage = async (screen: string) => {
    expectClean(screen, await page.content())
  }
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

  for (const answer of await answers(page, id)) expectClean('answer', answer)
  expect(heard.length).toBeGreaterThan(0)
  for (const event of heard) expectClean('event', event)
  expectClean('what the terminal prints', running.process.lines.join('\n'))
  await running.process.close()
  for (const file of filesBelow(terminal.dataDir))
    expectClean(path.relative(terminal.dataDir, file), readFileSync(file, 'latin1'))
})
