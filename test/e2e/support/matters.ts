/** The screens that terminals have: the list. */
export const SCREENS = [
  { width: 800, height: 480 },
  { width: 1024, height: 600 },
  { width: 1280, height: 800 },
  { width: 1366, height: 768 },
  { width: 1920, height: 1080 },
  { width: 1080, height: 1920 },
  { width: 2160, height: 3840 },
  { width: 3840, height: 2160 },
] as const

/**
 * What is wrong with the elements that bear `data-matters`: of each kind asked for, one at least is wholly
 * in view and not covered; and none, in view or scrolled away, is cut off or has a text that is shortened.
 */
export function mattersFaults(kinds: readonly string[]): string[] {
  const boxOf = (element: Element): DOMRect => {
    const range = document.createRange()
    range.selectNodeContents(element)
    return element.matches('button')
      ? element.getBoundingClientRect()
      : range.getBoundingClientRect()
  }
  const isInView = (element: Element): boolean => {
    const { left, right, top, bottom } = boxOf(element)
    if (right - left < 2 || left < -1 || top < -1) return false
    if (right > innerWidth + 1 || bottom > innerHeight + 1) return false
    // Nothing lies over its corners.
    return [
      [left + 2, top + 2],
      [right - 2, bottom - 2],
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
