import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test, type Page } from '@playwright/test'
import { modeName, PLAIN, setMode, type Mode } from './modes.ts'

declare global {
  interface Window {
    /** Keeps what is shown as `holdStill` wants it. */
    held?: MutationObserver
  }
}

/** A size (px) and a way to see or reach the screen. */
export interface Look {
  readonly width: number
  readonly height: number
  readonly mode: Mode
}

/** What is not the same twice. */
export interface Live {
  /** CSS selector of texts whose numbers are all shown as 00: their place is compared. */
  readonly zeroed?: string
  /** CSS selector of pictures that are left out: what lies around them is compared. */
  readonly blank?: string
}

const folder = path.join(import.meta.dirname, '..', 'pictures')
/** Which Chromium drew the pictures that are kept. */
const versionFile = path.join(folder, 'chromium.txt')

/**
 * Two pictures of one Chromium differ by nothing but the anti-aliasing of curves, where processors
 * reckon in another order: faint, and a few pixels. So a pixel may differ by a trace of its colour, which is less
 * than the faintest line differs from its ground; and as many pixels may differ by more as a corner
 * has, which is less than the shortest line that moves.
 */
const TOLERANCE = { threshold: 0.03, maxDiffPixels: 24 }

const RENEW = 'npx playwright test pictures --update-snapshots'

const versionOf = (page: Page): string => page.context().browser()?.version() ?? 'unknown'
const majorOf = (version: string): string => version.split('.')[0] ?? ''
const keptVersion = (): string =>
  existsSync(versionFile) ? readFileSync(versionFile, 'utf8').trim() : 'none'
function isRenewing(): boolean {
  const { updateSnapshots } = test.info().config
  return updateSnapshots === 'all' || updateSnapshots === 'changed'
}

/**
 * Another major version of Chromium draws type and curves in its own way: nothing is compared then, which
 * is said aloud. Pictures that are renewed are of the Chromium that is here.
 */
export function skipOtherChromium(page: Page): void {
  const [here, kept] = [versionOf(page), keptVersion()]
  if (isRenewing()) {
    writeFileSync(versionFile, `${here}\n`)
    return
  }
  const isOther = majorOf(here) !== majorOf(kept)
  const reason = `The pictures in test/e2e/pictures are of Chromium ${kept}; here is ${here}. NOT COMPARED. With what was before your change: ${RENEW}`
  if (isOther) console.warn(reason)
  test.skip(isOther, reason)
}

/** What to do about a picture that is not as it was. */
function adviceFor(page: Page): string {
  const [here, kept] = [versionOf(page), keptVersion()]
  const other = here === kept ? '' : `The pictures are of Chromium ${kept}, here is ${here}. `
  return `${other}If the screen shall look so: ${RENEW}`
}

/** The screen as it is now, in each look: as it was when its pictures were renewed. */
export async function expectPictures(
  page: Page,
  screen: string,
  looks: readonly Look[],
  { zeroed = '', blank = '' }: Live = {},
): Promise<void> {
  const message = adviceFor(page)
  const before = page.viewportSize() ?? { width: 1080, height: 1920 }
  for (const { width, height, mode } of looks) {
    const name = `${screen}-${String(width)}x${String(height)}-${modeName(mode).replaceAll(/\W+/g, '-')}.png`
    await page.setViewportSize({ width, height })
    // Somebody is there, whose key means nothing.
    await page.keyboard.press('Shift')
    await setMode(page, mode)
    await page.evaluate(holdStill, { zeroed, blank })
    await expect
      .configure({ soft: true })(page, `${name}: ${message}`)
      .toHaveScreenshot(name, TOLERANCE)
  }
  await page.evaluate(() => window.held?.disconnect())
  await setMode(page, PLAIN)
  await page.setViewportSize(before)
}

/** Shows times, dates and what `zeroed` selects as noughts and `blank` not at all, once the size is laid out. */
async function holdStill({ zeroed, blank }: Required<Live>): Promise<void> {
  await document.fonts.ready
  for (let frames = 0; frames < 2; frames += 1) {
    await new Promise((drawn) => {
      requestAnimationFrame(drawn)
    })
  }
  const TIMES = /\d{1,2}:\d\d/g
  const ALL = /\d{1,2}:\d\d|\d+(?:[.,]\d+)*/g
  /** How many digits a figure has may be another each time; codes have always as many. */
  const zero = (number: string): string => {
    if (number.includes(':')) return '00:00'
    return /^\d{4,}$/.test(number) ? '0'.repeat(number.length) : '00'
  }
  const hold = (): void => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const text = node.textContent ?? ''
      const isZeroed = zeroed !== '' && (node.parentElement?.closest(zeroed) ?? null) !== null
      const held = node.parentElement?.matches('.when .date')
        ? 'Mon 1 Jun'
        : text.replaceAll(isZeroed ? ALL : TIMES, zero)
      if (held !== text) node.textContent = held
    }
    // As if each car had gained as much.
    for (const arc of document.querySelectorAll('.ring .gained')) {
      arc.setAttribute('stroke-dasharray', '20 100')
    }
    for (const live of blank === '' ? [] : document.querySelectorAll<HTMLElement>(blank)) {
      live.style.visibility = 'hidden'
    }
  }
  hold()
  // An answer that was on its way is held before anything of it is drawn.
  window.held?.disconnect()
  window.held = new MutationObserver(hold)
  window.held.observe(document.body, { subtree: true, childList: true, characterData: true })
}
