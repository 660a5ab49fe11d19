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
    expect.soft(await violations(page), `${screen}, ${modeName(mode)}`).toEqual([])
  }
  await setMode(page, PLAIN)
}

async function violations(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source)
  return page.evaluate(async () => {
    const found = await window.axe?.run(document, { resultTypes: ['violations'] })
    if (found === undefined) throw new Error('axe-core is not in the page')
    return found.violations.flatMap(({ id, nodes }) =>
      nodes.map(
        ({ target, failureSummary }) => `${id}: ${target.join(' ')} – ${failureSummary ?? ''}`,
      ),
    )
  })
}
