import type { Page } from '@playwright/test'
import { createClock } from '#common/clock.ts'
import { startSimulator, type Simulator, type SitePlan } from '#simulator/index.ts'
import type { TerminalLauncher } from '../host/launcher.ts'
import { Guest } from '../pages/guest.ts'
import { photograph } from './inspect.ts'
import { SIZES } from './layout.ts'
import { PLAIN, setMode } from './modes.ts'
import { test as base } from './story.ts'

/** A terminal that shows a site beside the demo's own. */
export const test = base.extend<{
  visit(plan: SitePlan): Promise<{ guest: Guest; sim: Simulator }>
}>({
  visit: async ({ terminal }, use) => {
    const running: Simulator[] = []
    await use(async (plan) => {
      const sim = await startSimulator({ clock: createClock(), bustle: false, more: [plan] })
      running.push(sim)
      await sim.control.setPace(0.2)
      return { sim, guest: await stand(terminal, sim) }
    })
    for (const sim of running) await sim.close()
  },
})

async function stand(terminal: TerminalLauncher, sim: Simulator): Promise<Guest> {
  const launched = await terminal.launch(sim, { site: sim.moreSites[0] ?? '' })
  await launched.process.line(/^board live$/)
  const guest = new Guest(launched)
  await guest.page.getByRole('main').getByRole('button').first().waitFor()
  return guest
}

/**
 * Pictures in the shapes and shades in which a tile has least room, to be looked at: they take time, and are
 * taken where `FORECOURT_PICTURES` is set.
 */
export async function photographAll(page: Page, screen: string): Promise<void> {
  if (process.env['FORECOURT_PICTURES'] === undefined) return
  for (const size of SIZES) {
    await page.setViewportSize(size)
    for (const mode of [PLAIN, { ...PLAIN, text: 'large', theme: 'dark' } as const]) {
      await setMode(page, mode)
      await photograph(page, `${screen} ${String(size.width)} ${mode.text}`)
    }
  }
  await setMode(page, PLAIN)
}
