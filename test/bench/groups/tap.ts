import { setTimeout as pause } from 'node:timers/promises'
import type { DemoSite } from '#simulator/index.ts'
import type { Bench, BenchGroup } from '../bench.ts'
import { backToBoard, openTerminalPage, type Stage } from '../stage.ts'
import { median } from '../statistics.ts'

/** Of each kind of tile. */
const TIMES = 10
/** A finger that sees nothing for this time takes the terminal for dead; counted as this (ms). */
const GIVEN_UP_MS = 500
const FINGER_DOWN_MS = 100

/** From the finger on the glass to the painted frame that shows it: large tiles and dense ones. */
export const tap: BenchGroup = {
  names: ['tap'],
  async run(bench) {
    const large = await measure(bench, 'hotel', '.tile .act')
    const dense = await measure(bench, 'garage', '.dense')
    bench.note(
      `tap.feedback: a large tile ${large.toFixed(1)} ms, a dense one ${dense.toFixed(1)} ms`,
    )
    bench.figures.add('tap.feedback', Math.max(large, dense), 'ms')
  },
}

async function measure(bench: Bench, site: DemoSite, target: string): Promise<number> {
  const stage = await openTerminalPage(bench.app, site)
  const times: number[] = []
  for (let n = 0; n < bench.repetitions(TIMES); n += 1) times.push(await tapOnce(stage, target))
  await stage.close()
  return median(times)
}

/** Taps the first target as a finger does; one that shows while it is down lets go beside it. */
async function tapOnce({ page, cdp }: Stage, target: string): Promise<number> {
  const box = await page.locator(target).first().boundingBox()
  if (box === null) throw new Error(`There is no ${target} to tap`)
  const at = { x: box.x + box.width / 2, y: box.y + box.height / 2 }
  await page.evaluate(watchFeedback, { target, limitMs: GIVEN_UP_MS })
  await cdp.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [at] })
  const feedback = page.evaluate(() => window.tapFeedbackMs ?? Number.NaN)
  const shown = await Promise.race([feedback.then(() => true), pause(FINGER_DOWN_MS)])
  const type = shown === true ? 'touchCancel' : 'touchEnd'
  await cdp.send('Input.dispatchTouchEvent', { type, touchPoints: [] })
  const feedbackMs = await feedback
  await backToBoard(page)
  return feedbackMs
}

declare global {
  interface Window {
    /** How long the last press took to show, in ms. */
    tapFeedbackMs?: Promise<number>
  }
}

/** In the page: from the next `pointerdown` to the painted frame in which the target looks different, or is gone. */
function watchFeedback({ target, limitMs }: { target: string; limitMs: number }): void {
  const element = document.querySelector(target)
  if (element === null) return
  const { promise, resolve } = Promise.withResolvers<number>()
  window.tapFeedbackMs = promise
  const look = (): string => {
    const style = getComputedStyle(element)
    const { transform, scale, translate, opacity, filter, color } = style
    const { backgroundColor, borderColor, boxShadow, outline } = style
    return [transform, scale, translate, opacity, filter, color, backgroundColor]
      .concat([borderColor, boxShadow, outline])
      .join()
  }
  const before = look()
  const watch = ({ timeStamp }: PointerEvent): void => {
    const painted = new MessageChannel()
    painted.port1.onmessage = () => {
      resolve(performance.now() - timeStamp)
    }
    const frame = (): void => {
      if (performance.now() - timeStamp > limitMs) resolve(limitMs)
      // A message comes after the frame is painted.
      else if (!element.isConnected || look() !== before) painted.port2.postMessage(null)
      else requestAnimationFrame(frame)
    }
    requestAnimationFrame(frame)
  }
  addEventListener('pointerdown', watch, { capture: true, once: true })
}
