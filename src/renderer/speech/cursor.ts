import type { Item } from './tree.ts'

/** Where somebody who listens is on the page; the style sheet outlines it. */
export class Cursor {
  #at: Element | null = null
  /** What was said there: an element may hold several texts. */
  #name = ''

  get element(): Element | null {
    return this.#at
  }
  moveTo(element: Element | null, name = ''): void {
    this.#at?.removeAttribute('data-spoken')
    this.#at = element
    this.#name = name
    element?.setAttribute('data-spoken', '')
    element?.scrollIntoView({ block: 'nearest' })
  }
  isAt({ element }: Item): boolean {
    return element === this.#at
  }
  /** Its place among the items; -1: what it was at is gone. */
  placeIn(items: readonly Item[]): number {
    const exact = items.findIndex((item) => this.isAt(item) && item.name === this.#name)
    return exact < 0 ? items.findIndex((item) => this.isAt(item)) : exact
  }
  itemIn(items: readonly Item[]): Item | undefined {
    return items[this.placeIn(items)]
  }
  /** The next item in this direction that is a stop. */
  nextIn(items: readonly Item[], step: 1 | -1, isStop: (item: Item) => boolean): Item | undefined {
    const from = this.placeIn(items)
    const start = from < 0 && step < 0 ? items.length : from
    return step > 0
      ? items.slice(start + 1).find(isStop)
      : items.slice(0, Math.max(0, start)).findLast(isStop)
  }
}
