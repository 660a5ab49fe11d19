import { expect, type Page, type ViewportSize } from '@playwright/test'
import { expectNothing, type Look } from './look-over.ts'
import { modeName, PLAIN, setMode, SHAPES, type Mode } from './modes.ts'

/** The guest screens' sizes, largest first. */
export const SIZES = [
  { width: 1080, height: 1920 },
  { width: 1920, height: 1080 },
  { width: 1024, height: 600 },
] as const

/** No control is lower than this (px): guests' fingers are less patient than staff's. */
const LOWEST_CONTROL_PX = { guest: 64, desk: 44 } as const

/** The terminal's own words. */
const UNSHORTENED = { shortened: false, scrolled: false, spilled: true }

/** Controls that a finger may miss, by name and height. */
function smallControls(lowestPx: number): string[] {
  const controls = [
    ...document.querySelectorAll<HTMLElement>(
      'button, a[href], input, select, textarea, [role=button]',
    ),
  ]
  return controls.flatMap((control) => {
    const target = control instanceof HTMLInputElement ? control.closest('label') : control
    const { height, width } = (target ?? control).getBoundingClientRect()
    // What readers alone find is 1 px wide.
    if (width <= 1 || height >= lowestPx - 0.5) return []
    return [`${control.ariaLabel ?? control.innerText}: ${height.toFixed(0)} px`]
  })
}

/** What counts as whole. */
interface Whole {
  /** A text that ends in an ellipsis says itself that it goes on. */
  readonly shortened: boolean
  /** A text that can be scrolled to. */
  readonly scrolled: boolean
  /** A text that runs out of the control that it stands in. */
  readonly spilled: boolean
}

/** Text that leaves the page or is cut off by what it stands in. */
function cutTexts(whole: Whole): string[] {
  const isForReaders = (element: Element): boolean =>
    getComputedStyle(element).clipPath === 'inset(50%)' ||
    (element.parentElement !== null && isForReaders(element.parentElement))
  const isHidden = (element: Element): boolean =>
    isForReaders(element) ||
    element.closest('svg') !== null ||
    // What is scrolled out of view is not laid out at all on large boards.
    !element.checkVisibility({ contentVisibilityAuto: true })
  const clips = (element: Element): boolean =>
    getComputedStyle(element).overflowX !== 'visible' ||
    (!whole.spilled && element.matches('button, a[href], [role=button]'))
  const isWhole = (element: Element | null): boolean => {
    if (element === null) return false
    const { overflowX, textOverflow } = getComputedStyle(element)
    const isShort = whole.shortened && textOverflow === 'ellipsis'
    const isScrolled = whole.scrolled && (overflowX === 'auto' || overflowX === 'scroll')
    return isShort || isScrolled || isWhole(element.parentElement)
  }
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  const cut: string[] = []
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const element = node.parentElement
    const text = node.textContent?.trim() ?? ''
    if (element === null || text === '' || isHidden(element)) continue
    if (isWhole(element)) continue
    const range = document.createRange()
    range.selectNodeContents(node)
    const { left, right } = range.getBoundingClientRect()
    let [from, to] = [0, innerWidth]
    // What is placed against a box further out is not cut by those between.
    let position = 'static'
    for (let box: Element | null = element; box !== null; box = box.parentElement) {
      const { position: own, transform, contain } = getComputedStyle(box)
      const holds = own !== 'static' || transform !== 'none' || contain !== 'none'
      if (position === 'absolute' && !holds) continue
      position = own
      if (!clips(box)) continue
      const frame = box.getBoundingClientRect()
      from = Math.max(from, frame.left)
      to = Math.min(to, frame.right)
    }
    if (left < from - 1 || right > to + 1) cut.push(text.slice(0, 60))
  }
  return cut
}

/** What runs out of the tile it stands in, in either direction. */
function spilt(): string[] {
  const tiles = [...document.querySelectorAll('li.card, button.card')]
  return tiles.flatMap((tile) => {
    if (!tile.checkVisibility({ contentVisibilityAuto: true })) return []
    const box = tile.getBoundingClientRect()
    const parts = [...tile.querySelectorAll<HTMLElement>('*')].filter(
      (part) => getComputedStyle(part).clipPath !== 'inset(50%)' && part.closest('svg') === null,
    )
    return parts.flatMap((part) => {
      const { left, right, top, bottom } = part.getBoundingClientRect()
      // What is not shown in this shape has no place.
      if (part.getClientRects().length === 0) return []
      const isOut =
        left < box.left - 1 || right > box.right + 1 || top < box.top - 1 || bottom > box.bottom + 1
      return isOut ? [`${part.className}: ${part.innerText.slice(0, 40)}`] : []
    })
  })
}

/** Controls in view that somebody who sits would have to reach up for. */
function highControls(): string[] {
  const controls = [...document.querySelectorAll<HTMLElement>('button, input')]
  return controls.flatMap((control) => {
    const target =
      (control instanceof HTMLInputElement ? control.closest('label') : null) ?? control
    const { top, bottom, width } = target.getBoundingClientRect()
    const isInView = width > 1 && bottom > 0 && target.checkVisibility({ opacityProperty: true })
    if (!isInView || (top + bottom) / 2 >= innerHeight / 2) return []
    const { x, y, height } = target.getBoundingClientRect()
    // Scrolled away under something else is no control that is offered there.
    const hit = document.elementFromPoint(x + width / 2, y + height / 2)
    if (hit === null || !target.contains(hit)) return []
    return [`${control.ariaLabel ?? control.innerText}: at ${top.toFixed(0)} px`]
  })
}

/** What is not in its place in the size and mode that is shown now; each fault in words. */
export async function layoutFaults(page: Page, side: 'guest' | 'desk'): Promise<string[]> {
  const overflowPx = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  )
  const whole = { shortened: true, scrolled: side === 'desk', spilled: false }
  const small = await page.evaluate(smallControls, LOWEST_CONTROL_PX[side])
  return [
    ...(overflowPx > 0 ? [`${String(overflowPx)} px to scroll sideways`] : []),
    ...(await page.evaluate(cutTexts, whole)).map((text) => `cut off: ${text}`),
    ...small.map((text) => `small control: ${text}`),
  ]
}

/** No control on the desk's screen, as it is shown now, is too small for a finger. */
export async function expectFingerSized(page: Page, screen: string): Promise<void> {
  const small = await page.evaluate(smallControls, LOWEST_CONTROL_PX.desk)
  expect.soft(small, `${screen}: small controls`).toEqual([])
}

/** How far the page can be scrolled sideways. */
function sideways(): string[] {
  const { scrollWidth, clientWidth } = document.documentElement
  return scrollWidth > clientWidth ? [`${String(scrollWidth - clientWidth)} px`] : []
}

/**
 * What is sound in this shape: nothing to scroll sideways, no text cut off, nothing out of its tile, no control
 * too small for a finger; in low reach none in the upper half.
 */
export function soundness({ reach }: Mode): readonly Look[] {
  const high = [{ what: 'in the upper half', faults: highControls }]
  return [
    { what: 'sideways scrolling', faults: sideways },
    { what: 'cut off', faults: cutTexts, given: UNSHORTENED },
    { what: 'out of its tile', faults: spilt },
    { what: 'small control', faults: smallControls, given: LOWEST_CONTROL_PX.guest },
    ...(reach === 'low' ? high : []),
  ]
}

/** Sound at every size, with text normal and large, in normal and low reach. */
export async function expectSoundLayout(page: Page, screen: string): Promise<void> {
  for (const size of SIZES) {
    await page.setViewportSize(size)
    for (const shape of SHAPES) {
      await setMode(page, shape)
      await expectNothing(page, nameOf(screen, size, shape), soundness(shape))
    }
  }
  await page.setViewportSize(SIZES[0])
  await setMode(page, PLAIN)
}

/** Of a screen, at a size, in a mode. */
export function nameOf(screen: string, size: ViewportSize, mode: Mode): string {
  return `${screen} at ${String(size.width)}×${String(size.height)}, ${modeName(mode)}`
}
