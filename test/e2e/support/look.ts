import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test, type Page } from '@playwright/test'
import { NumbersTold } from '#test/platforms/numbers.ts'
import { nonsenseIn, type Fault } from '#test/platforms/nonsense.ts'
import type { Platform } from '#test/platforms/platform.ts'
import { COMPUTED } from './computed.ts'
import { layoutFaults } from './layout.ts'
import { PLAIN, setMode, type Mode } from './modes.ts'

/** Who looks at a screen. */
type Side = 'guest' | 'desk'
interface Shape {
  readonly width: number
  readonly height: number
  readonly mode: Mode
}

/** As pino counts. */
const ERROR_LEVEL = 50
const MINUTE_MS = 60_000

/** Guests' screens large and small; those of the desk on a usual one. */
const SIZES: Readonly<Record<Side, readonly [Shape, ...Shape[]]>> = {
  guest: [
    { width: 1080, height: 1920, mode: PLAIN },
    { width: 1024, height: 600, mode: { ...PLAIN, text: 'large' } },
  ],
  desk: [{ width: 1366, height: 768, mode: PLAIN }],
}

/** Looks at the screens of one terminal in English, whatever its platform answers. */
export class Look {
  /** Each once, where it was seen first. */
  readonly faults: Fault[] = []
  readonly seen: string[] = []
  readonly #page: Page
  readonly #platform: Platform
  readonly #timeZone: string
  readonly #beganMs = Date.now()

  constructor(page: Page, platform: Platform, timeZone: string) {
    this.#page = page
    this.#platform = platform
    this.#timeZone = timeZone
    page.on('pageerror', ({ message }) => {
      this.#found(`after ${this.seen.at(-1) ?? 'the launch'}`, `uncaught: ${message}`)
    })
  }

  async at(screen: string, side: Side): Promise<void> {
    this.seen.push(screen)
    const { shown, spoken } = await this.#settled()
    for (const wrong of nonsenseIn(`${shown}\n${spoken}`)) this.#found(screen, `says ${wrong}`)
    for (const number of this.#strangeNumbers(screen, shown)) {
      this.#found(screen, `nobody told ${number}`)
    }
    for (const { width, height, mode } of SIZES[side]) {
      await this.#page.setViewportSize({ width, height })
      await setMode(this.#page, mode)
      const before = this.faults.length
      for (const fault of await layoutFaults(this.#page, side)) this.#found(screen, fault)
      if (this.faults.length > before) await this.#picture(`${screen} ${String(width)}`)
    }
    const [{ width, height }] = SIZES[side]
    await this.#page.setViewportSize({ width, height })
    await setMode(this.#page, PLAIN)
  }

  /** What main itself wrote down as an error. */
  readLog(dataDir: string): void {
    const lines = readFileSync(path.join(dataDir, 'logs', 'main.log'), 'utf8').split('\n')
    for (const line of lines.filter((each) => each !== '')) {
      const { level } = JSON.parse(line) as { level: number }
      if (level >= ERROR_LEVEL) this.#found('log', line)
    }
  }

  /** The words on the page, once they stay the same from one look to the next. */
  async #settled(): Promise<{ shown: string; spoken: string }> {
    let last = await wordsOn(this.#page)
    await expect
      .poll(async () => {
        const before = last
        last = await wordsOn(this.#page)
        return last.shown === before.shown
      })
      .toBe(true)
    return last
  }

  #strangeNumbers(screen: string, shown: string): string[] {
    const told = new NumbersTold(this.#timeZone)
    for (const answer of this.#platform.delivered()) told.add(answer)
    told.addTimes(this.#beganMs - MINUTE_MS, Date.now() + MINUTE_MS)
    const own = COMPUTED.filter(({ on }) => on?.test(screen) ?? true)
    const rest = own.reduce((left, { words }) => left.replaceAll(words, ' '), shown)
    return told.strange(rest)
  }

  async #picture(name: string): Promise<void> {
    const body = await this.#page.screenshot({ animations: 'disabled' })
    await test.info().attach(`${name}.png`, { body, contentType: 'image/png' })
  }

  #found(screen: string, words: string): void {
    if (!this.faults.some((fault) => fault.words === words)) this.faults.push({ screen, words })
  }
}

/** What people read (not the folded lists, running clocks and codes), and what readers say. */
function wordsOn(page: Page): Promise<{ shown: string; spoken: string }> {
  return page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    const texts: string[] = []
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const element = node.parentElement
      const text = node.textContent?.trim() ?? ''
      const isOwn = element?.closest('option, script, style, [role=timer], .code') ?? null
      if (element === null || text === '' || isOwn !== null) continue
      if (element.checkVisibility({ contentVisibilityAuto: true })) texts.push(text)
    }
    const named = document.body.querySelectorAll('[aria-label], [alt], [title], [placeholder]')
    const spoken = [...named].flatMap((element) =>
      ['aria-label', 'alt', 'title', 'placeholder'].map((name) => element.getAttribute(name) ?? ''),
    )
    const typed = [...document.querySelectorAll('input, textarea')].map((field) =>
      field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement ? field.value : '',
    )
    return { shown: texts.join('\n'), spoken: [...spoken, ...typed].join('\n') }
  })
}

/** So many questions may come together. */
const FEW = 5

/** At rest a platform is asked no more than once a second, whatever it answers. */
export async function expectRest(page: Page, platform: Platform): Promise<void> {
  const { questions } = platform
  const refreshes = (): number => questions.filter(({ field }) => field === 'site').length
  // Somebody is there: refreshes come every five seconds.
  await page.mouse.click(4, 4)
  const [before, sinceMs] = [questions.length, performance.now()]
  const enough = refreshes() + 3
  await expect.poll(refreshes).toBeGreaterThanOrEqual(enough)
  const seconds = (performance.now() - sinceMs) / 1000
  expect(questions.length - before, 'questions at rest').toBeLessThanOrEqual(FEW + seconds)
}
