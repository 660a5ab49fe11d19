import type { Mode } from '#contract/terminal.ts'
import type { View } from '#contract/view.ts'

/**
 * What the page shows, as it says at each change: a window that takes a dead one's place goes on
 * there. In memory alone, and gone with the guest.
 */
export interface KeptView {
  keep(view: View): void
  current(): View | null
  forget(): void
  /** Somebody touches the screen. */
  touched(): void
  /** Since when nobody has touched it (ms). */
  quietMs(): number
}

export function createKeptView(nowMs: () => number): KeptView {
  let kept: View | null = null
  let touchedAtMs = nowMs()
  return {
    touched() {
      touchedAtMs = nowMs()
    },
    quietMs: () => nowMs() - touchedAtMs,
    keep(view) {
      kept = view
    },
    current: () => kept,
    forget() {
      kept = null
    },
  }
}

/** Nobody is there when the screen was not touched for this time (ms). */
const NOBODY_AFTER_MS = 300_000

/** Nobody is in the middle of anything: the board without help, for guests, untouched for minutes. */
export function isUnused(now: {
  mode: Mode
  /** Starts whose end is not known: somebody is at their car. */
  openStarts: number
  quietMs: number
  view: View | null
}): boolean {
  const { mode, openStarts, quietMs, view } = now
  const isAtRest = view === null || (view.screen.name === 'board' && !view.help)
  return mode === 'guest' && openStarts === 0 && quietMs >= NOBODY_AFTER_MS && isAtRest
}
