import { rmSync } from 'node:fs'
import { expect } from '@playwright/test'
import path from 'node:path'
import { createClock } from '#common/clock.ts'
import { zoneTime } from '#common/zone.ts'
import { startSimulator } from '#simulator/index.ts'
import { Guest } from '#test/e2e/pages/guest.ts'
import { Network } from '#test/e2e/support/network.ts'
import { setPeople } from '#test/e2e/support/people.ts'
import { smallSite } from '#test/support/small-site.ts'
import { stopTime, type Ground, type Journey } from './scene.ts'

const SECOND_MS = 1000
const PLUG = '1'

/** What time brings where nobody touches anything. */
export const rest: Journey = {
  name: 'at rest',
  panel: 'guest',
  use: { operator: { dimAfterMinutes: 2 } },
  scenes: [
    {
      name: 'idle-question',
      isPassing: true,
      reach: async ({ guest: { page, dialog }, words }) => {
        await page.clock.install()
        await page.reload()
        await words.tile(PLUG).getByRole('button').click()
        await words.choices('connector.pay').first().waitFor({ state: 'attached' })
        await page.clock.fastForward(61 * SECOND_MS)
        await dialog.waitFor()
        await stopTime(page)
      },
    },
    {
      name: 'board-dimmed',
      isPassing: true,
      reach: async ({ guest: { page, dialog }, words }) => {
        await page.clock.resume()
        await page.clock.fastForward(21 * SECOND_MS)
        await expect(dialog).toBeHidden()
        await words.tile(PLUG).getByRole('button').waitFor()
        await page.clock.fastForward(121 * SECOND_MS)
        await expect(page.locator('.dim')).not.toHaveCSS('opacity', '0')
        await stopTime(page)
      },
    },
  ],
}

/** So many minutes from now, on the clocks of the site. */
function clock(inMinutes: number): string {
  const { hour, minute } = zoneTime(Date.now() + inMinutes * 60 * SECOND_MS, 'Europe/Vienna')
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}:00`
}

/** A garage that is closed until later. */
async function beginAtClosedGarage({ terminal }: Ground) {
  const hours = { begin: clock(60), end: clock(120) }
  const regular = [0, 1, 2, 3, 4, 5, 6].map((weekday) => ({ weekday, ...hours }))
  const station = { publicName: 'Ramp', numbers: ['1', '2'], hours: { description: null, regular } }
  const more = [smallSite([station])]
  const sim = await startSimulator({ clock: createClock(), bustle: false, more })
  const launched = await terminal.launch(sim, { site: sim.moreSites[0] ?? '' })
  await launched.process.line(/^board live$/)
  const network = new Network(sim.control)
  return { guest: new Guest(launched), network, isOneClock: false, close: () => sim.close() }
}

export const closedGarage: Journey = {
  name: 'a garage that is closed',
  panel: 'guest',
  begin: beginAtClosedGarage,
  scenes: [
    {
      name: 'board-closed',
      reach: async ({ words }) => {
        await words.tile(PLUG).getByRole('button').waitFor()
      },
    },
    {
      name: 'connector-closed',
      reach: async ({ words }) => {
        await words.tile(PLUG).getByRole('button').click()
        await words.button('connector.start').waitFor()
      },
    },
  ],
}

/** The site's own: those that stories use are the demo's, too. */
const PINS = { staff: '7391', manager: '482913' }

/** A terminal that has served a site, and then lost all that says which. */
export const notSetUp: Journey = {
  name: 'a terminal that lost its settings',
  panel: 'guest',
  begin: async ({ terminal, arrive, sim }) => {
    await setPeople(terminal.dataDir, PINS)
    const { terminal: first } = await arrive()
    await first.process.kill('SIGKILL')
    rmSync(path.join(terminal.dataDir, 'settings.json'))
    const guest = new Guest(await terminal.launchSetUp())
    return { guest, network: new Network(sim.control), isOneClock: false }
  },
  scenes: [
    {
      name: 'not-set-up',
      reach: async ({ guest: { page }, words }) => {
        await page.getByText(words.text('error.not-set-up')).waitFor()
      },
    },
  ],
}
