import type { App } from 'vue'
import { on, tell } from './bridge.ts'

const TOUCH_EVERY_MS = 2000
const MOST_REPORTS = 50
const MESSAGE_LENGTH = 2000
const STACK_LENGTH = 8000

/** Tells main that somebody is there, at most once in two seconds. */
export function followTouches(): void {
  let sentAtMs = -Infinity
  const touched = (): void => {
    const atMs = performance.now()
    if (atMs - sentAtMs < TOUCH_EVERY_MS) return
    sentAtMs = atMs
    tell('terminal.touched', {})
  }
  addEventListener('pointerdown', touched, { capture: true, passive: true })
  addEventListener('keydown', touched, { capture: true, passive: true })
}

/** Answers the watchdog; `painted` is false while the page shows no word. */
export function answerProbes(): void {
  on('probe', ({ probe }) => {
    tell('terminal.alive', { probe, painted: hasWords(document.getElementById('app')) })
  })
}

/** Ends at the first word: a long board is not read through. */
function hasWords(root: HTMLElement | null): boolean {
  if (!root?.checkVisibility()) return false
  const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
  while (texts.nextNode()) if (texts.currentNode.nodeValue?.trim()) return true
  return false
}

/** Everything that nobody caught goes to main's log; a storm is cut off. */
export function reportErrors(app: App): void {
  let reported = 0
  const report = (thrown: unknown): void => {
    reported += 1
    if (reported > MOST_REPORTS) return
    const error = thrown instanceof Error ? thrown : new Error(String(thrown))
    tell('terminal.report', {
      message: error.message.slice(0, MESSAGE_LENGTH),
      stack: (error.stack ?? '').slice(0, STACK_LENGTH),
    })
  }
  app.config.errorHandler = report
  addEventListener('error', (event) => {
    report(event.error ?? event.message)
  })
  addEventListener('unhandledrejection', (event) => {
    report(event.reason)
  })
}
