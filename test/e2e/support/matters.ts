import path from 'node:path'
import type { Page, ViewportSize } from '@playwright/test'
import { projectRoot } from '#tools/lib/electron.ts'
import type { Language } from '#renderer/i18n/languages.ts'
import { nameOf } from './layout.ts'
import { expectNothing } from './look-over.ts'
import { PLAIN, setMode, WAYS, type Mode } from './modes.ts'

/** Every size of panel that is promised, smallest first. */
export const SCREENS: readonly ViewportSize[] = [
  { width: 800, height: 480 },
  { width: 1024, height: 600 },
  { width: 1280, height: 800 },
  { width: 1366, height: 768 },
  { width: 1920, height: 1080 },
  { width: 1080, height: 1920 },
  { width: 2160, height: 3840 },
  { width: 3840, height: 2160 },
]

/** What pages are left where panels are read from further away: 1920×1080 from 1 m and 2 m, upright from either. */
export const ZOOMED_SCREENS: readonly ViewportSize[] = [
  { width: 1152, height: 648 },
  { width: 853, height: 480 },
  { width: 720, height: 1280 },
]

/** The two of twice the size: everything on them is twice as large, so one language tells of all. */
const DOUBLED_FROM_PX = 3840

/** What may never be below the fold, cut or broken: marked by `data-matters` where it stands. */
export type Matters =
  | 'free'
  | 'stop-code'
  | 'cost'
  | 'price'
  | 'state'
  | 'time-left'
  | 'action'
  | 'take'
  // What is typed, and the keys for it.
  | 'typed'
  | 'keys'
  // The code that a phone pays by.
  | 'pay'

/** The panels that are no other's double. */
export const SINGLE_SCREENS = SCREENS.filter(
  ({ width, height }) => Math.max(width, height) < DOUBLED_FROM_PX,
)

/** With FORECOURT_ALL_WAYS=1 each language is measured on each panel in each way: some minutes more. */
export const isEveryWay = process.env['FORECOURT_ALL_WAYS'] === '1'

/**
 * Where a language is measured. German, whose words are long, on all panels; English on those that are no
 * other's double; the others where there is least room: in large text, and in low reach.
 */
export function whereToMeasure(language: Language): Pick<Measured, 'screens' | 'ways'> {
  if (language === 'de') return { screens: [...SCREENS, ...ZOOMED_SCREENS] }
  if (language === 'en' || isEveryWay) return { screens: SINGLE_SCREENS }
  const screens = SINGLE_SCREENS.filter(({ width }) => width !== 1366)
  return { screens, ways: WAYS.filter(({ text, reach }) => text === 'large' || reach === 'low') }
}

/** What of it is missing, cut off, covered, or torn from its unit. */
function screenFaults(wanted: readonly string[]): string[] {
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
    // What is placed against a box further out is not cut by those between.
    let { position } = getComputedStyle(one)
    for (let box = one.parentElement; box !== null; box = box.parentElement) {
      const { position: own, transform, contain } = getComputedStyle(box)
      const holds = own !== 'static' || transform !== 'none' || contain !== 'none'
      if (position === 'absolute' && !holds) continue
      position = own
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

/**
 * What is wrong with the elements that bear `data-matters`: of each kind asked for, one at least is wholly
 * in view and not covered; and none, in view or scrolled away, is cut off or has a text that is shortened.
 */
export function boardFaults(kinds: readonly string[]): string[] {
  /** As wide as its text, as high as itself: letters may stand a little over the line that they have. */
  const boxOf = (element: Element): Pick<DOMRect, 'left' | 'right' | 'top' | 'bottom'> => {
    const own = element.getBoundingClientRect()
    if (element.matches('button')) return own
    const range = document.createRange()
    range.selectNodeContents(element)
    const { left, right } = range.getBoundingClientRect()
    return { left, right, top: own.top, bottom: own.bottom }
  }
  const isInView = (element: Element): boolean => {
    const { left, right, top, bottom } = boxOf(element)
    if (right - left < 2 || left < -1 || top < -1) return false
    if (right > innerWidth + 1 || bottom > innerHeight + 1) return false
    // Nothing lies over its corners: the next line's box may reach a little into its own.
    const leadingPx = Math.min(10, (bottom - top) / 4)
    return [
      [left + 2, top + leadingPx],
      [right - 2, bottom - leadingPx],
    ].every(([x = 0, y = 0]) => {
      const hit = document.elementFromPoint(x, y)
      return (
        hit !== null && (element.contains(hit) || hit.contains(element) || isOver(element, hit))
      )
    })
  }
  /** A tile's button lies over the whole tile, to be touched. */
  const isOver = (element: Element, hit: Element): boolean =>
    hit.matches('button') && hit.parentElement?.contains(element) === true
  const isCut = (element: Element): boolean => {
    const { left, right, top, bottom } = boxOf(element)
    for (let box: Element | null = element; box !== null; box = box.parentElement) {
      const { overflowX, overflowY, contain } = getComputedStyle(box)
      const isScroller = overflowY === 'auto' || overflowY === 'scroll'
      const clips = overflowX !== 'visible' || overflowY !== 'visible' || contain.includes('paint')
      const frame = box.getBoundingClientRect()
      if (isScroller) return false
      if (!clips || box === document.body || box === document.documentElement) continue
      const isOut =
        left < frame.left - 1 ||
        right > frame.right + 1 ||
        top < frame.top - 1 ||
        bottom > frame.bottom + 1
      if (isOut) return true
    }
    return false
  }
  const isShown = (element: Element): boolean => element.checkVisibility()
  return kinds.flatMap((kind) => {
    const all = [...document.querySelectorAll(`[data-matters=${kind}]`)].filter(isShown)
    const cut = all.filter(isCut).map((one) => `${kind} cut: ${one.textContent.trim()}`)
    const numbers =
      kind === 'price' ? all.filter((one) => one.scrollHeight > one.clientHeight + 1) : []
    const high = numbers
      .filter((one) => getComputedStyle(one).display !== 'inline')
      .map((one) => `${kind} higher than its place: ${one.textContent.trim()}`)
    return [...(all.some(isInView) ? [] : [`no ${kind} in view`]), ...cut, ...high]
  })
}

/** With FORECOURT_PICTURES=1: a picture of each, in artifacts/screens/whole/. */
export async function photographOf(page: Page, where: string): Promise<void> {
  if (process.env['FORECOURT_PICTURES'] !== '1') return
  const language = await page.evaluate(() => document.documentElement.lang)
  const name = `${where.replaceAll(/[^\w×]+/g, '-').toLowerCase()}-${language}.png`
  const file = path.join(projectRoot, 'artifacts', 'screens', 'whole', name)
  await page.screenshot({ path: file, animations: 'disabled', scale: 'css' })
}

/** Which panels and ways, and what is held against them. */
interface Measured {
  readonly screens?: readonly ViewportSize[]
  readonly ways?: readonly Mode[]
  /** Default: all of it is in view. `boardFaults`, where rows are scrolled: one of each kind is, and none is cut. */
  readonly faultsOf?: (wanted: readonly string[]) => string[]
}

/**
 * On these panels and in these ways: all of `wanted` is on the page, and whatever matters is in view without
 * scrolling, above every bar, whole, with numbers and units together.
 */
export async function expectMattersInView(
  page: Page,
  screen: string,
  wanted: readonly Matters[],
  { screens = SCREENS, ways = WAYS, faultsOf = screenFaults }: Measured = {},
): Promise<void> {
  for (const size of screens) {
    await page.setViewportSize(size)
    // Somebody is there, whose key means nothing.
    await page.keyboard.press('Shift')
    for (const way of ways) {
      await setMode(page, way)
      const where = nameOf(screen, size, way)
      await photographOf(page, where)
      await expectNothing(page, where, [{ what: 'matters', faults: faultsOf, given: wanted }])
    }
  }
  await setMode(page, PLAIN)
}
