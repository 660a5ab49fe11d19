import path from 'node:path'
import type { Page } from '@playwright/test'
import { languages } from '#renderer/i18n/languages.ts'
import { projectRoot } from '#tools/lib/electron.ts'
import { AXE_MODES, expectAccessible } from './axe.ts'
import { expectSoundLayout, nameOf, SIZES, soundness } from './layout.ts'
import { expectNothing } from './look-over.ts'
import { longestLanguage } from './longest-language.ts'
import { boardFaults, isEveryWay, SINGLE_SCREENS, type Matters } from './matters.ts'
import { PLAIN, setMode, SHAPES, WAYS } from './modes.ts'

const INSPECTED: readonly string[] = ['en', longestLanguage()]

/**
 * Guest screens are inspected in English and in the language whose texts are longest; their layout in every
 * language with FORECOURT_ALL_WAYS=1.
 */
export const INSPECTED_LANGUAGES = languages
  .map(({ code }) => code)
  .filter((code) => isEveryWay || INSPECTED.includes(code))

/** How long a visit to several screens may take (ms). */
export const VISIT_MS = 300_000

/** With FORECOURT_PICTURES=1: a picture of a guest screen, in artifacts/screens/<language>/. */
export async function photograph(page: Page, screen: string): Promise<void> {
  if (process.env['FORECOURT_PICTURES'] === undefined) return
  const language = await page.evaluate(() => document.documentElement.lang)
  const name = screen.replaceAll(/\W+/g, '-').toLowerCase()
  const file = path.join(projectRoot, 'artifacts', 'screens', language, `${name}.png`)
  await page.screenshot({ path: file, animations: 'disabled' })
}

/** One screen in all its sizes and modes; what of it matters is in view, whole, in each. */
export async function inspect(
  page: Page,
  screen: string,
  matters: readonly Matters[] = [],
): Promise<void> {
  // A choice further down may have been made: the screen is looked at from its beginning.
  await page.evaluate(() => document.querySelector('main')?.scrollTo(0, 0))
  await photograph(page, screen)
  await expectSound(page, screen, matters)
  await stay(page)
  if (await isInspected(page)) await expectAccessible(page, screen)
}

async function isInspected(page: Page): Promise<boolean> {
  return INSPECTED.includes(await page.evaluate(() => document.documentElement.lang))
}

/** At each size whole and in view; at the sizes of guests' screens sound in all shapes as well. */
async function expectSound(page: Page, screen: string, matters: readonly Matters[]): Promise<void> {
  for (const size of SINGLE_SCREENS) {
    await page.setViewportSize(size)
    await stay(page)
    const isOfGuests = SIZES.some((one) => one.width === size.width && one.height === size.height)
    for (const way of isOfGuests ? new Set([...WAYS, ...SHAPES]) : WAYS) {
      await setMode(page, way)
      await expectNothing(page, nameOf(screen, size, way), [
        ...(WAYS.includes(way) ? [{ what: 'matters', faults: boardFaults, given: matters }] : []),
        ...(isOfGuests ? soundness(way) : []),
      ])
    }
  }
  await page.setViewportSize(SIZES[0])
  await setMode(page, PLAIN)
}

/** Somebody is there, whose key means nothing: a look may take long on a busy machine. */
async function stay(page: Page): Promise<void> {
  await page.keyboard.press('Shift')
}

/**
 * The same for what goes away by itself: the page's time stands still while the layout is measured,
 * and `show` brings it back for each look of axe-core, which needs time. The page's clock is installed.
 */
export async function inspectPassing(
  page: Page,
  screen: string,
  show: () => Promise<void>,
): Promise<void> {
  await show()
  await photograph(page, screen)
  await page.clock.pauseAt((await page.evaluate(() => Date.now())) + 500)
  await expectSoundLayout(page, screen)
  await page.clock.resume()
  if (!(await isInspected(page))) return
  for (const mode of AXE_MODES) {
    await show()
    await expectAccessible(page, screen, [mode])
  }
}
