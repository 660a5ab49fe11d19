/** Whether an element is there for somebody who listens: drawn, not hidden from readers, not out of use. */
export function isShown(element: Element): boolean {
  if (element.matches('[aria-hidden="true"], [hidden], [inert], script, style, template'))
    return false
  return element.checkVisibility({ visibilityProperty: true })
}
