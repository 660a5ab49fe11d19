import type { Page } from '@playwright/test'
import type { DemoSite } from '#simulator/index.ts'
import type { Bench, BenchGroup } from '../bench.ts'
import { openTerminalPage, PORTRAIT, type Size } from '../stage.ts'

const SMALLEST_PX = 44
const LOW: Size = { widthPx: 1024, heightPx: 600 }
const PLACES: readonly { site: DemoSite; size: Size; opens: string }[] = [
  { site: 'hotel', size: PORTRAIT, opens: '.tile .act' },
  { site: 'hotel', size: LOW, opens: '.tile .act' },
  { site: 'garage', size: PORTRAIT, opens: '.dense' },
  { site: 'garage', size: LOW, opens: '.dense' },
]

/** Controls that a finger misses, on the board and on a connector's screen, large and small. */
export const targets: BenchGroup = {
  names: ['targets'],
  countsOnly: true,
  async run(bench) {
    let small = 0
    for (const place of PLACES) small += await countSmall(bench, place)
    bench.figures.add('targets.small', small, 'controls')
  },
}

async function countSmall(bench: Bench, { site, size, opens }: (typeof PLACES)[number]) {
  const { page, close } = await openTerminalPage(bench.app, site, size)
  const onBoard = await smallControls(page)
  await page.locator(opens).first().click()
  await page.locator('.board').waitFor({ state: 'detached' })
  await page.locator('main, [role=main]').first().waitFor()
  const onConnector = await smallControls(page)
  await close()
  const where = `${site} ${size.widthPx}×${size.heightPx}`
  for (const control of [...onBoard, ...onConnector]) bench.note(`too small, ${where}: ${control}`)
  return onBoard.length + onConnector.length
}

function smallControls(page: Page): Promise<string[]> {
  return page
    .locator('button, a[href], input, select, textarea, summary, [role=button], [role=radio]')
    .evaluateAll(
      (controls, smallest) =>
        controls.flatMap((control) => {
          // A radio button may be hidden in the label that a finger touches.
          const target = control.closest('label') ?? control
          const { width, height } = target.getBoundingClientRect()
          if (!control.checkVisibility() || width * height === 0) return []
          if (Math.min(width, height) >= smallest) return []
          return [
            `${control.getAttribute('class') ?? ''} "${control.textContent}" ${width}×${height} px`,
          ]
        }),
      SMALLEST_PX,
    )
}
