import type { Page } from '@playwright/test'

/** Presses buttons within the page, as a keyboard does: days pass in minutes, and nobody aims. */
export class Hand {
  readonly #page: Page
  readonly #limitMs: number

  /** @param limitMs how long a button is waited for (real ms) */
  constructor(page: Page, limitMs = 15_000) {
    this.#page = page
    this.#limitMs = limitMs
  }

  /** Presses the first button whose name or text matches, once it is there and on. */
  async press(pattern: RegExp): Promise<void> {
    const wanted = { source: pattern.source, limitMs: this.#limitMs }
    const pressed = await this.#page.evaluate(async ({ source, limitMs }) => {
      const matches = new RegExp(source)
      const find = (): HTMLButtonElement | undefined =>
        [...document.querySelectorAll('button')].find(
          (button) =>
            !button.disabled && matches.test((button.ariaLabel ?? button.textContent).trim()),
        )
      for (const endMs = performance.now() + limitMs; performance.now() < endMs;) {
        const button = find()
        if (button) {
          button.click()
          return true
        }
        await new Promise((resolve) => setTimeout(resolve, 15))
      }
      return false
    }, wanted)
    if (pressed) return
    const shown = await this.#page.evaluate(() => document.body.innerText.slice(0, 600))
    throw new Error(`There is no button ${String(pattern)} on:\n${shown}`)
  }

  /** The text of what `selector` finds first, once it is there. */
  async read(selector: string): Promise<string> {
    const found = await this.#page.evaluate(
      async ({ wanted, limitMs }) => {
        for (const endMs = performance.now() + limitMs; performance.now() < endMs;) {
          const text = document.querySelector(wanted)?.textContent
          if (text != null) return text.trim()
          await new Promise((resolve) => setTimeout(resolve, 15))
        }
        return null
      },
      { wanted: selector, limitMs: this.#limitMs },
    )
    if (found === null) throw new Error(`There is no ${selector}`)
    return found
  }

  /** The first choice of a list is taken, where one has to be. */
  async chooseFirst(): Promise<void> {
    await this.read('input[type=radio]:not(:disabled)')
    await this.#page.evaluate(() => {
      const first = document.querySelector<HTMLInputElement>('input[type=radio]:not(:disabled)')
      if (first && !document.querySelector('input[type=radio]:checked')) first.click()
    })
  }
}
