import axe from 'axe-core'
import { expect, type Page } from '@playwright/test'
import { modeName, PLAIN, setMode, SHADES, SHAPES, type Mode } from './modes.ts'

/** Light and dark, in each contrast, and once large and low. */
export const AXE_MODES: readonly Mode[] = [...SHADES, ...SHAPES.slice(-1)]

declare global {
  interface Window {
    /** In the page once it was looked at. */
    axe?: typeof axe
  }
}

/** axe-core finds nothing on what is shown, in each of the modes. */
export async function expectAccessible(
  page: Page,
  screen: string,
  modes = AXE_MODES,
): Promise<void> {
  for (const mode of modes) {
    await setMode(page, mode)
    const found = await violations(page, isShade(mode) ? COLOUR_RULES : null)
    expect.soft(found, `${screen}, ${modeName(mode)}`).toEqual([])
  }
  await setMode(page, PLAIN)
}

/** What of a screen another theme or contrast can change: names, roles and sizes are those of the plain one. */
const COLOUR_RULES = ['color-contrast', 'link-in-text-block']
const isShade = ({ theme, contrast, text, reach }: Mode): boolean =>
  (theme !== PLAIN.theme || contrast !== PLAIN.contrast) &&
  text === PLAIN.text &&
  reach === PLAIN.reach

/** By the rules named; null: by all. */
async function violations(page: Page, rules: readonly string[] | null): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source)
  return page.evaluate(async (only) => {
    const runOnly = only === null ? {} : { runOnly: [...only] }
    const found = await window.axe?.run(document, { resultTypes: ['violations'], ...runOnly })
    if (found === undefined) throw new Error('axe-core is not in the page')
    return found.violations.flatMap(({ id, nodes }) =>
      nodes.map(
        ({ target, failureSummary }) => `${id}: ${target.join(' ')} – ${failureSummary ?? ''}`,
      ),
    )
  }, rules)
}
