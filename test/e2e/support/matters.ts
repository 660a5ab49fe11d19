import path from 'node:path'
import { expect, type Page } from '@playwright/test'
import { projectRoot } from '#tools/lib/electron.ts'
import { modeName, PLAIN, setMode, type Mode } from './modes.ts'

/** Every size of panel that is promised, smallest first. */
export const PANELS = [
  { width: 800, height: 480 },
  { width: 1024, height: 600 },
  { width: 1280, height: 800 },
  { width: 1366, height: 768 },
  { width: 1920, height: 1080 },
  { width: 1080, height: 1920 },
  { width: 2160, height: 3840 },
  { width: 3840, height: 2160 },
] as const

/** The ways to see and reach a screen that are promised, one at a time. */
export const WAYS: readonly Mode[] = [
  PLAIN,
  { ...PLAIN, text: 'large' },
  { ...PLAIN, reach: 'low' },
  { ...PLAIN, contrast: 'more' },
]

/** What may never be below the fold, cut or broken: marked by `data-matters` where it stands. */
export type Matters = 'stop-code' | 'cost' | 'price' | 'state' | 'time-left' | 'action'

/** What of it is missing, cut off, covered, or torn from its unit. */
function faultsOf(wanted: readonly string[]): string[] {
  const faults: string[] = []
  const shown = [...document.querySelectorAll<HTMLElement>('[data-matters]')].filter((one) =>
    one.checkVisibility({ visibilityProperty: true, opacityProperty: true }),
  )
  for (const name of wanted) {
    if (!shown.some((one) => one.dataset['matters'] === name)) faults.push(`${name}: not shown`)
  }
  const clips = (element: Element): boolean => getComputedStyle(element).overflow !== 'visible'
  const units = /€?\d[\d.,\u00a0\u202f ]*(?:kWh|kW|min|%|€|zł|Ft|Kč|kr)?/gu
  /** Numbers that stand with their units in more than one line. */
  const tornIn = (text: Node): string[] =>
    [...(text.textContent ?? '').matchAll(units)].flatMap((match) => {
      const range = document.createRange()
      range.setStart(text, match.index)
      range.setEnd(text, match.index + match[0].trimEnd().length)
      const rows = new Set([...range.getClientRects()].map(({ top }) => Math.round(top)))
      return rows.size > 1 ? [match[0]] : []
    })
  /** Something else lies over a line of it. */
  const isCovered = (text: Node, of: HTMLElement): boolean => {
    const range = document.createRange()
    range.selectNodeContents(text)
    return [...range.getClientRects()].some(({ left, top, width, height }) => {
      const hit = document.elementFromPoint(left + width / 2, top + height / 2)
      return hit !== null && !of.contains(hit) && !hit.contains(of)
    })
  }
  for (const one of shown) {
    const name = `${one.dataset['matters'] ?? ''} “${one.innerText.trim().slice(0, 50)}”`
    const { left, right, top, bottom } = one.getBoundingClientRect()
    let frame = { left: 0, top: 0, right: innerWidth, bottom: innerHeight }
    for (let box = one.parentElement; box !== null; box = box.parentElement) {
      if (!clips(box)) continue
      const its = box.getBoundingClientRect()
      frame = {
        left: Math.max(frame.left, its.left),
        top: Math.max(frame.top, its.top),
        right: Math.min(frame.right, its.right),
        bottom: Math.min(frame.bottom, its.bottom),
      }
    }
    const past = [
      ['left', frame.left - left],
      ['top', frame.top - top],
      ['right', right - frame.right],
      ['bottom', bottom - frame.bottom],
    ] as const
    for (const [side, byPx] of past) {
      if (byPx > 1) faults.push(`${name}: ${byPx.toFixed(0)} px past the ${side}`)
    }
    if (one.scrollWidth > one.clientWidth + 1 && one.clientWidth > 0) faults.push(`${name}: cut`)
    const walker = document.createTreeWalker(one, NodeFilter.SHOW_TEXT)
    for (let text = walker.nextNode(); text !== null; text = walker.nextNode()) {
      faults.push(...tornIn(text).map((number) => `${name}: “${number}” is torn`))
      if (isCovered(text, one)) faults.push(`${name}: covered`)
    }
  }
  return faults
}

/** With FORECOURT_PICTURES=1: a picture of each, in artifacts/screens/whole/. */
async function photograph(page: Page, where: string): Promise<void> {
  if (process.env['FORECOURT_PICTURES'] !== '1') return
  const language = await page.evaluate(() => document.documentElement.lang)
  const name = `${where.replaceAll(/[^\w×]+/g, '-').toLowerCase()}-${language}.png`
  const file = path.join(projectRoot, 'artifacts', 'screens', 'whole', name)
  await page.screenshot({ path: file, animations: 'disabled', scale: 'css' })
}

/**
 * On every panel and in every way: all of `wanted` is on the page, and whatever matters is in view without
 * scrolling, above every bar, whole, with numbers and units together.
 */
export async function expectMattersInView(
  page: Page,
  screen: string,
  wanted: readonly Matters[],
): Promise<void> {
  for (const size of PANELS) {
    await page.setViewportSize(size)
    // Somebody is there, whose key means nothing.
    await page.keyboard.press('Shift')
    for (const way of WAYS) {
      await setMode(page, way)
      const where = `${screen} at ${String(size.width)}×${String(size.height)}, ${modeName(way)}`
      await photograph(page, where)
      expect.soft(await page.evaluate(faultsOf, wanted), where).toEqual([])
    }
  }
  await setMode(page, PLAIN)
}
