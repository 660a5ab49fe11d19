import type { View } from '#contract/view.ts'

/**
 * What the page shows, told by it at each change: a window that takes a dead one's place goes on
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

/** Nobody has chosen anything: the board, closed help, nothing looked for. */
export function isAtRest(view: View | null): boolean {
  return view === null || (view.screen.name === 'board' && !view.help)
}
