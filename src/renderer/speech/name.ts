import { isShown } from './shown.ts'

/** Marks that keep a delivered text from turning the line around it. */
const ISOLATES = /[\u2066-\u2069\u200e\u200f]/g

/** What an element is called: what its maker says, its label, its text, what it stands for. */
export function nameOf(element: Element): string {
  return (
    byIds(element, 'aria-labelledby') ||
    (element.getAttribute('aria-label') ?? '').trim() ||
    labelOf(element) ||
    textOf(element) ||
    (element.getAttribute('alt') ?? element.getAttribute('title') ?? '').trim()
  ).replaceAll(ISOLATES, '')
}

function byIds(element: Element, attribute: string): string {
  const ids = (element.getAttribute(attribute) ?? '').split(/\s+/).filter((id) => id !== '')
  return ids
    .flatMap((id) => element.ownerDocument.getElementById(id) ?? [])
    .map(textOf)
    .join(' ')
    .trim()
}

function labelOf(element: Element): string {
  if (!(element instanceof HTMLInputElement)) return ''
  return [...(element.labels ?? [])].map(textOf).join(' ').trim()
}

/** The words in an element that are there for readers, with a blank between two parts. */
export function textOf(element: Element): string {
  const parts: string[] = []
  collect(element, parts)
  return parts
    .join(' ')
    .replaceAll(ISOLATES, '')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/ ([,.;:!?…)])/g, '$1')
    .trim()
}

function collect(element: Element, parts: string[]): void {
  for (const child of element.childNodes) {
    if (child.nodeType === Node.TEXT_NODE) parts.push(child.textContent ?? '')
    else if (child instanceof Element && isShown(child)) {
      const label = child.getAttribute('aria-label')
      if (label === null) collect(child, parts)
      else parts.push(label)
    }
  }
}
