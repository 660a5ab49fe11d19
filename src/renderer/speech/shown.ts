/** Whether an element is there for somebody who listens: drawn, not hidden from readers, not out of use. */
export function isShown(element: Element): boolean {
  if (element.matches('[aria-hidden="true"], [hidden], [inert], script, style, template'))
    return false
  if (element.checkVisibility({ visibilityProperty: true })) return true
  // An element whose children stand in its place has no box of its own.
  const { parentElement } = element
  const hasNoBox = getComputedStyle(element).display === 'contents'
  return hasNoBox && parentElement !== null && isShown(parentElement)
}
