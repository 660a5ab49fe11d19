import type { Page } from '@playwright/test'
import type { Bench, BenchGroup } from '../bench.ts'
import { openTerminalPage } from '../stage.ts'
import { median } from '../statistics.ts'

const TIMES = 10
const SCROLLED_FRAMES = 120
const SCROLLED_PX = 160

/** Looking through a board of many: a filter, the search, a scroll from the top downwards. */
export const browse: BenchGroup = {
  names: ['filter', 'search', 'scroll'],
  async run(bench) {
    for (const { site, size } of [
      { site: 'garage', size: 200 },
      { site: 'campus', size: 1000 },
    ] as const) {
      const stage = await openTerminalPage(bench.app, site)
      const { page } = stage
      await scroll(bench, page, size)
      const filter = await repeat(bench, () => answered(page, FILTER, '[aria-setsize]'))
      bench.figures.add(`filter.${size}`, filter, 'ms')
      await page.locator('.filters button').first().click()
      await page.locator('.find').waitFor()
      const search = await repeat(bench, async () => {
        const ms = await answered(page, { key: '7' }, '.results')
        await answered(page, { key: 'Backspace' }, '.results')
        return ms
      })
      bench.figures.add(`search.${size}`, search, 'ms')
      await stage.close()
    }
  },
}

/** A click on the first such button, or a key. */
type Touch = { click: string } | { key: string }

const FILTER: Touch = { click: '.filters button[aria-pressed]' }

async function repeat(bench: Bench, once: () => Promise<number>): Promise<number> {
  const times: number[] = []
  for (let n = 0; n < bench.repetitions(TIMES); n += 1) times.push(await once())
  return median(times)
}

/** From a touch to the painted frame in which the first element of `answer` says something else (ms). */
function answered(page: Page, touch: Touch, answer: string): Promise<number> {
  return page.evaluate(
    ([how, place]) =>
      new Promise<number>((resolve) => {
        const look = (): string => {
          const shown = document.querySelector(place)
          return `${shown?.getAttribute('aria-setsize') ?? ''} ${shown?.textContent ?? ''}`
        }
        const before = look()
        const painted = new MessageChannel()
        const startMs = performance.now()
        painted.port1.onmessage = () => {
          resolve(performance.now() - startMs)
        }
        const frame = (): void => {
          // A message comes after the frame is painted.
          if (look() !== before) painted.port2.postMessage(null)
          else requestAnimationFrame(frame)
        }
        if ('click' in how) document.querySelector<HTMLElement>(how.click)?.click()
        else
          document.body.dispatchEvent(new KeyboardEvent('keydown', { key: how.key, bubbles: true }))
        requestAnimationFrame(frame)
      }),
    [touch, answer] as const,
  )
}

/** Counts the tasks over 50 ms while the board scrolls by, and says how long each took. */
async function scroll({ figures, note }: Bench, page: Page, size: number): Promise<void> {
  const longTasksMs = await page.evaluate(
    ([frames, px]) =>
      new Promise<number[]>((resolve) => {
        const long: number[] = []
        const observer = new PerformanceObserver((list) => {
          for (const { duration } of list.getEntries()) long.push(duration)
        })
        observer.observe({ type: 'longtask' })
        const scroller = document.querySelector('.plugs')
        let left = frames
        const frame = (): void => {
          left -= 1
          scroller?.scrollBy(0, px)
          if (left > 0) requestAnimationFrame(frame)
          else
            requestIdleCallback(() => {
              observer.disconnect()
              resolve(long)
            })
        }
        requestAnimationFrame(frame)
      }),
    [SCROLLED_FRAMES, SCROLLED_PX] as const,
  )
  figures.add(`scroll.longtasks.${size}`, longTasksMs.length, 'tasks')
  note(`scroll.longtasks.${size}, ms: [${longTasksMs.join(' ')}]`)
  await page.evaluate(() => {
    document.querySelector('.plugs')?.scrollTo(0, 0)
  })
}
