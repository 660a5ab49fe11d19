import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Page } from '@playwright/test'
import type { Guest } from '#test/e2e/pages/guest.ts'
import type { Network } from '#test/e2e/support/network.ts'
import { test as story } from '#test/e2e/support/story.ts'

export { expect } from '@playwright/test'

/** Sizes in px. */
export const PORTRAIT = { width: 1080, height: 1920 }
export const LANDSCAPE = { width: 1920, height: 1080 }
export const SMALL = { width: 1024, height: 600 }

/** A terminal on its demo network, and a guest in front of it. */
export interface Stage {
  readonly guest: Guest
  readonly network: Network
  /** Does and checks one thing, and takes a picture under `picture`: of the terminal, or of another page. */
  step(name: string, picture: string, act: () => Promise<void>, of?: Page): Promise<void>
}

/** For whoever follows the steps on a display. */
const PAUSE_MS = Number(process.env['FORECOURT_TOUR_PAUSE_MS'] ?? 0)

/** Shown on a display: one window at one size, which fits a small screen. */
export const IS_SHOWN = process.env['FORECOURT_TOUR_SHOWN'] === '1'
const SHOWN_SIZE = { widthPx: 1280, heightPx: 800 }

let pictures = 0

export const test = story.extend<{ stage: Stage }>({
  /** As fast as a guest sees it. */
  pace: 1,
  isVisible: IS_SHOWN,
  size: async ({}, use) => {
    await use(IS_SHOWN ? SHOWN_SIZE : { widthPx: PORTRAIT.width, heightPx: PORTRAIT.height })
  },

  stage: async ({ arriveAtDemo }, use, { project }) => {
    const { guest, network } = await arriveAtDemo()
    await use({
      guest,
      network,
      step: (name, picture, act, of = guest.page) =>
        test.step(name, async () => {
          await act()
          pictures += 1
          const file = `${String(pictures).padStart(2, '0')}-${picture}.png`
          await photograph(of, path.join(project.outputDir, file))
          await sleep(PAUSE_MS)
        }),
    })
  },
})

/** With its type in place and nothing half way through a motion. */
async function photograph(page: Page, file: string): Promise<void> {
  await page.evaluate(async () => {
    await document.fonts.ready
  })
  await page.screenshot({ path: file, animations: 'disabled' })
}
