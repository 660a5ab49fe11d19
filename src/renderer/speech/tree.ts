import { nameOf, textOf } from './name.ts'
import { isShown } from './shown.ts'

export type ItemKind = 'heading' | 'text' | 'button' | 'choice' | 'field'
export type ItemState = 'chosen' | 'notChosen' | 'on' | 'off' | 'disabled'

/** One thing on the screen, as it is spoken and reached. */
export interface Item {
  readonly element: Element
  readonly kind: ItemKind
  readonly name: string
  readonly states: readonly ItemState[]
}

const CONTROLS =
  'button, a[href], input, select, textarea, [role="button"], [role="radio"], [role="checkbox"], [role="switch"], [role="tab"], [role="option"]'
const HEADINGS = 'h1, h2, h3, h4, h5, h6, [role="heading"]'
/** What is read in one go, unless something in it can be chosen or is a heading. */
const LINES = 'p, li, tr, dl > div, output, [role="timer"]'
const BLOCKS =
  'address, article, aside, blockquote, div, dl, dt, dd, fieldset, figure, footer, form, header, hr, legend, li, main, nav, ol, p, section, table, tbody, thead, tr, td, th, ul'

/** Everything below `root` that a person can see or a screen reader would read, in the order of the page. */
export function itemsOf(root: Element): Item[] {
  const found: Item[] = []
  visit(root, found)
  return found
}

function visit(element: Element, found: Item[]): void {
  if (!isShown(element)) return
  if (element.matches(CONTROLS)) {
    add(controlItem(element), found)
    return
  }
  const labelled = element.matches('label') ? element.querySelector(CONTROLS) : null
  if (labelled) {
    add(controlItem(labelled), found)
    return
  }
  const kind = element.matches(HEADINGS) ? 'heading' : 'text'
  const isLine = element.matches(LINES) && !element.querySelector(`${CONTROLS}, ${HEADINGS}`)
  const isWhole = kind === 'heading' || isPicture(element) || isLine
  if (isWhole || !element.querySelector(`${BLOCKS}, ${CONTROLS}, ${HEADINGS}`)) {
    add({ element, kind, name: nameOf(element), states: [] }, found)
    return
  }
  if (element.matches('[role="group"], [role="region"], [role="radiogroup"], fieldset'))
    add({ element, kind: 'text', name: ownName(element), states: [] }, found)
  for (const child of element.childNodes) {
    if (child instanceof Element) visit(child, found)
    else add({ element, kind: 'text', name: child.textContent?.trim() ?? '', states: [] }, found)
  }
}

function add(item: Item, found: Item[]): void {
  if (item.name !== '' || !['text', 'heading'].includes(item.kind)) found.push(item)
}

const isPicture = (element: Element): boolean => element.matches('[role="img"], img, svg')
/** A group is named by its maker alone: what is in it is read anyway. */
const ownName = (element: Element): string => element.getAttribute('aria-label') ?? ''

function controlItem(element: Element): Item {
  const kind = element.matches('input[type="radio"], [role="radio"], [role="option"], [role="tab"]')
    ? 'choice'
    : element.matches('textarea, select, input:not([type="checkbox"], [type="button"])')
      ? 'field'
      : 'button'
  return { element, kind, name: nameOf(element), states: statesOf(element) }
}

function statesOf(element: Element): ItemState[] {
  const states: ItemState[] = []
  const chosen =
    element instanceof HTMLInputElement && element.type === 'radio'
      ? element.checked
      : (flag(element, 'aria-checked') ?? flag(element, 'aria-selected'))
  if (chosen !== null) states.push(chosen ? 'chosen' : 'notChosen')
  const pressed =
    element instanceof HTMLInputElement && element.type === 'checkbox'
      ? element.checked
      : flag(element, 'aria-pressed')
  if (pressed !== null) states.push(pressed ? 'on' : 'off')
  if (element.matches(':disabled, [aria-disabled="true"]')) states.push('disabled')
  return states
}

function flag(element: Element, name: string): boolean | null {
  const value = element.getAttribute(name)
  return value === null ? null : value === 'true'
}

/** Regions that tell by themselves what changes in them; `off` is for those that change all the time. */
export function liveTexts(root: Element): { element: Element; text: string; urgent: boolean }[] {
  const live = root.querySelectorAll(
    '[role="status"], [role="alert"], [aria-live="polite"], [aria-live="assertive"]',
  )
  return [...live]
    .filter((element) => isShown(element) && element.getAttribute('aria-live') !== 'off')
    .map((element) => ({
      element,
      text: textOf(element),
      urgent: element.matches('[role="alert"], [aria-live="assertive"]'),
    }))
}
