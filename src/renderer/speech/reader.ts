import { Cursor } from './cursor.ts'
import { discreet, joined, phrasesOf, type Telling } from './phrases.ts'
import type { Phrase } from './speaker.ts'
import { itemsOf, liveTexts, type Item } from './tree.ts'

/** What is spoken now, and whether in place of what is being spoken. */
export type Say = (phrases: readonly Phrase[], atOnce: boolean) => void

/**
 * Reads the page to somebody who does not see it: a new screen or dialog as a whole, then what appears on it, what
 * its live regions tell, and what the focus or the arrow keys come to.
 */
export class Reader {
  readonly #say: Say
  readonly #telling: () => Telling
  readonly #cursor = new Cursor()
  #heading: Element | null = null
  #language: string
  /** Headings of screens that were read: one that comes back from below a dialog is not read again. */
  readonly #known = new WeakSet<Element>()
  #seen = new WeakSet<Element>()
  #told = new Map<Element, string>()
  /** What was chosen last: how it stands now is told if it is still there. */
  #chosen: Item | undefined

  constructor(say: Say, telling: () => Telling) {
    this.#say = say
    this.#telling = telling
    this.#language = telling().language
  }

  /** The page has changed, and rests. */
  settled(): void {
    const root = topOf()
    const items = itemsOf(root)
    const heading = items.find(isHeading)?.element ?? root
    const { language } = this.#telling()
    const isTranslated = language !== this.#language
    if (heading !== this.#heading || isTranslated) {
      const isWhole = isTranslated || !this.#known.has(heading)
      this.#heading = heading
      this.#language = language
      this.#known.add(heading)
      this.#readScreen(root, items, isWhole)
      return
    }
    this.#readFocus(items)
    this.#readChosen(items)
    this.#readNews(items)
  }

  /** The whole screen once more. */
  screen(): void {
    const root = topOf()
    this.#readScreen(root, itemsOf(root), true)
  }

  /** What was come to last, once more. */
  again(): void {
    const item = this.#cursor.itemIn(itemsOf(topOf()))
    if (item) this.#say(this.#phrases([item]), true)
    else this.screen()
  }

  /** To the next thing, or the one before; `controls`: to one that can be chosen. False: there is none. */
  move(step: 1 | -1, controls: boolean): boolean {
    const isStop = (item: Item): boolean => !controls || isControl(item)
    const item = this.#cursor.nextIn(itemsOf(topOf()), step, isStop)
    if (item === undefined) return false
    const { element, name } = item
    this.#cursor.moveTo(element, name)
    if (isControl(item) && element instanceof HTMLElement) element.focus({ preventScroll: true })
    this.#say(this.#phrases([item]), true)
    return true
  }

  /** Presses what the keys have come to. False: it is nothing that can be pressed. */
  choose(): boolean {
    const item = this.#cursor.itemIn(itemsOf(topOf()))
    if (!item || !isControl(item) || !(item.element instanceof HTMLElement)) return false
    if (item.states.includes('disabled')) {
      this.#say(this.#phrases([item]), true)
      return true
    }
    this.#chosen = item
    item.element.click()
    return true
  }

  close(): void {
    this.#cursor.moveTo(null)
  }

  #phrases(items: readonly Item[]): Phrase[] {
    return joined(items.flatMap((item) => phrasesOf(item, this.#telling())))
  }

  /** From its heading on; what stands before that comes last. Who comes back to it is told where they are. */
  #readScreen(root: Element, items: readonly Item[], isWhole: boolean): void {
    const from = Math.max(0, items.findIndex(isHeading))
    const focused = items.filter(({ element }) => element === document.activeElement)
    const whole = [...items.slice(from), ...items.slice(0, from)]
    this.#say(this.#phrases(isWhole ? whole : [...items.slice(from, from + 1), ...focused]), true)
    this.#chosen = undefined
    this.#seen = new WeakSet(items.map(({ element }) => element))
    this.#told = new Map(liveTexts(document.body).map(({ element, text }) => [element, text]))
    const active = document.activeElement
    const isHere = active !== null && active !== document.body && root.contains(active)
    this.#cursor.moveTo(isHere ? active : (items[from]?.element ?? null))
  }

  /** Of the focus that came to something by itself, by Tab, or by an answer that closed. */
  #readFocus(items: readonly Item[]): void {
    const item = items.find(({ element }) => element === document.activeElement)
    if (item === undefined || this.#cursor.isAt(item)) return
    this.#cursor.moveTo(item.element, item.name)
    this.#say(this.#phrases([item]), true)
  }

  #readChosen(items: readonly Item[]): void {
    const before = this.#chosen
    this.#chosen = undefined
    const now = items.find(({ element }) => element === before?.element)
    if (before && now && String(now.states) !== String(before.states))
      this.#say(this.#phrases([now]), true)
  }

  #readNews(items: readonly Item[]): void {
    const live = liveTexts(document.body)
    const news = live.filter(({ element, text }) => text !== '' && this.#told.get(element) !== text)
    this.#told = new Map(live.map(({ element, text }) => [element, text]))
    for (const { text, urgent } of news)
      this.#say([{ text: discreet(text, this.#telling()), language: this.#language }], urgent)
    const fresh = items.filter(({ element }) => !this.#seen.has(element))
    for (const { element } of fresh) this.#seen.add(element)
    const untold = fresh.filter(({ element }) => !live.some((one) => one.element.contains(element)))
    if (untold.length > 0) this.#say(this.#phrases(untold), false)
  }
}

const isHeading = ({ kind }: Item): boolean => kind === 'heading'
const isControl = ({ kind }: Item): boolean => kind !== 'text' && kind !== 'heading'

/** The dialog on top, or else the screen. */
function topOf(): Element {
  const dialogs = document.querySelectorAll('[role="dialog"], [role="alertdialog"]')
  return [...dialogs].at(-1) ?? document.body
}
