import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'
import { modeName, PLAIN, setMode, SHADES, SHAPES, type Mode } from './modes.ts'

/** Light and dark, in each contrast, and once large and low. */
export const AXE_MODES: readonly Mode[] = [...SHADES, ...SHAPES.slice(-1)]

/** axe-core finds nothing on what is shown, in each of the modes. */
export async function expectAccessible(
  page: Page,
  screen: string,
  modes = AXE_MODES,
): Promise<void> {
  for (const mode of modes) {
    await setMode(page, mode)
    const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze()
    const found = violations.flatMap(({ id, nodes }) =>
      nodes.map(
        ({ target, failureSummary }) => `${id}: ${target.join(' ')} – ${failureSummary ?? ''}`,
      ),
    )
    expect.soft(found, `${screen}, ${modeName(mode)}`).toEqual([])
  }
  await setMode(page, PLAIN)
}
