import { expect } from '@playwright/test'
import { FAST_CAR } from '#test/e2e/support/network.ts'
import { scan } from '#test/e2e/support/reader.ts'
import { leave, stopTime, type Journey, type Visit } from './scene.ts'

const PLUG = '3'
const ENOUGH_WH = 12_000
const SECOND_MS = 1000

/** From a start to the receipt, with what may go wrong. */
export const charge: Journey = {
  name: 'a charge',
  panel: 'guest',
  scenes: [
    {
      name: 'start-refused',
      reach: async (visit) => {
        const reason = 'The cable lock is jammed.'
        await visit.network.control.setFault('rejectStart', { times: 1, reason })
        await visit.words.tile(PLUG).getByRole('button').click()
        await start(visit)
        await visit.words.button('start.retry').waitFor()
      },
    },
    {
      name: 'plug-in',
      reach: async (visit) => {
        await visit.words.button('start.retry').click()
        await start(visit)
        await visit.guest.page.getByRole('timer').waitFor()
      },
    },
    {
      name: 'cancel-question',
      reach: async ({ guest, words }) => {
        await words.button('start.cancel').click()
        await guest.dialog.waitFor()
      },
    },
    {
      name: 'charging-begun',
      reach: async ({ guest, network, words }) => {
        await guest.page.keyboard.press('Escape')
        await network.plugIn(PLUG, FAST_CAR)
        await words.button('charge.hold').waitFor()
      },
    },
    { name: 'charging', reach: chargeOn },
    {
      name: 'stop-question',
      reach: async ({ guest, words }) => {
        await words.button('charge.hold').press('Enter')
        await guest.dialog.waitFor()
      },
    },
    {
      name: 'charging-no-connection',
      reach: async ({ guest: { page }, network, words }) => {
        await page.keyboard.press('Escape')
        await network.control.setFault('cut')
        await page.getByText(words.text('charge.stop.lost')).waitFor()
      },
    },
    {
      name: 'board-no-connection',
      reach: async ({ words }) => {
        await words.button('app.back').click()
        await words.tile(PLUG).waitFor()
      },
    },
    {
      name: 'board-own-charge',
      reach: async ({ guest, network, words }) => {
        await network.control.clearFaults()
        await guest.touch()
        const lost = words.text('lost.title').split('{')[0] ?? ''
        await expect(guest.page.getByText(lost)).toHaveCount(0)
        await words.tile('1').getByRole('button').waitFor()
      },
    },
    {
      name: 'summary',
      reach: async ({ guest: { page, dialog }, words }) => {
        await words.tile(PLUG).getByRole('button').click()
        await words.button('charge.hold').press('Enter')
        await dialog.waitFor()
        await words.button('charge.stop.yes').click()
        await page.getByRole('table').waitFor()
      },
    },
    {
      name: 'summary-final',
      reach: async ({ guest: { page }, words }) => {
        await expect(page.getByRole('main')).not.toContainText(words.text('sum.soFar'))
      },
    },
    {
      name: 'board-unplug',
      reach: async ({ words }) => {
        await words.button('app.done').click()
        await words.tile(PLUG).getByRole('button').first().waitFor()
      },
    },
    {
      name: 'claim-receipt',
      reach: async (visit) => {
        await leave(visit)
        await visit.words.tile(PLUG).getByRole('button').last().click()
        await visit.words.button('start.desk').waitFor()
      },
    },
    {
      name: 'board-no-plugs',
      reach: async ({ guest, network, words }) => {
        await words.button('app.back').click()
        await network.control.emptySite(true)
        await network.control.advance(11 * 60 * SECOND_MS)
        await guest.touch()
        await expect(words.tile('1')).toHaveCount(0)
        await guest.page.getByRole('main').getByRole('heading', { level: 2 }).waitFor()
      },
    },
  ],
}

async function start({ words }: Visit): Promise<void> {
  await words.choices('connector.pay').first().check({ force: true })
  await words.button('connector.start').click()
}

/** Until the car has taken some of its energy, at the demo's own hurry. */
async function chargeOn({ guest, network: { control } }: Visit): Promise<void> {
  const sinceMs = await control.now()
  await control.setSpeed(60)
  await expect
    .poll(async () => (await control.metered(sinceMs - 60 * SECOND_MS)).at(-1)?.energyWh ?? 0)
    .toBeGreaterThan(ENOUGH_WH)
  await control.setSpeed(1)
  await guest.page
    .getByText(/^1\d[.,]\d\s/)
    .first()
    .waitFor()
}

/** With the card of another provider, at the terminal's reader. */
export const ownCard: Journey = {
  name: 'a charge by own card',
  panel: 'guest',
  use: { operator: { reader: true } },
  scenes: [
    {
      name: 'own-card-notice',
      isPassing: true,
      reach: async ({ guest: { page }, network, words }) => {
        const { roamingTag } = await network.control.overview()
        await page.clock.install()
        await page.reload()
        await words.tile('1').getByRole('button').waitFor()
        await scan(page, roamingTag)
        await words.button('app.close').waitFor()
        await stopTime(page)
      },
    },
    {
      name: 'own-card-plug-in',
      reach: async ({ guest: { page }, network, words }) => {
        const { roamingTag } = await network.control.overview()
        await page.clock.resume()
        await words.tile('1').getByRole('button').click()
        await scan(page, roamingTag)
        await page.getByRole('timer').waitFor()
      },
    },
    {
      name: 'own-card-charging',
      reach: async ({ network, words }) => {
        await network.plugIn('1')
        await expect(words.button('charge.hold')).toBeEnabled()
      },
    },
    {
      name: 'own-card-board',
      reach: async ({ words }) => {
        await words.button('app.back').click()
        await expect(words.tile('1')).toContainText(words.text('tile.ownCard'))
      },
    },
  ],
}
