import type { Page } from '@playwright/test'

/** The ways in which guests see and reach a screen, as the board's switches set them. */
export interface Mode {
  readonly theme: 'light' | 'dark'
  readonly contrast: 'normal' | 'more'
  readonly text: 'normal' | 'large'
  readonly reach: 'normal' | 'low'
}

export const PLAIN: Mode = { theme: 'light', contrast: 'normal', text: 'normal', reach: 'normal' }

/** What changes the colours, and what changes the layout: each way is in one of them. */
export const SHADES: readonly Mode[] = [
  PLAIN,
  { ...PLAIN, theme: 'dark' },
  { ...PLAIN, contrast: 'more' },
  { ...PLAIN, theme: 'dark', contrast: 'more' },
]
const LARGE: Mode = { ...PLAIN, text: 'large' }
const LOW: Mode = { ...PLAIN, reach: 'low' }
export const SHAPES: readonly Mode[] = [PLAIN, LARGE, LOW, { ...LARGE, reach: 'low' }]

/** The ways to see and reach a screen that are promised, one at a time. */
export const WAYS: readonly Mode[] = [PLAIN, LARGE, LOW, { ...PLAIN, contrast: 'more' }]

/** As the switches on the board do, without leaving the screen; comes back when nothing moves. */
export async function setMode(page: Page, mode: Mode): Promise<void> {
  await page.evaluate(async (wanted) => {
    Object.assign(document.documentElement.dataset, wanted)
    // Colours glide: nobody must measure them on their way. What never ends is not waited for.
    const ending = document
      .getAnimations()
      .filter((one) => Number.isFinite(Number(one.effect?.getComputedTiming().endTime)))
    await Promise.all(ending.map((one) => one.finished.catch(() => undefined)))
  }, mode)
}

export function modeName(mode: Mode): string {
  const parts = [
    mode.theme,
    mode.contrast === 'more' ? 'high contrast' : '',
    mode.text === 'large' ? 'large text' : '',
    mode.reach === 'low' ? 'low reach' : '',
  ]
  return parts.filter((part) => part !== '').join(', ')
}
