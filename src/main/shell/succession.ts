import type { BrowserWindow } from 'electron'
import type { Clock } from '#common/clock.ts'

/** A new window that is not shown by then has its own troubles. */
const STAYS_MS = 3_000

export interface Succession {
  /** This one has had its time: it stays, and hides the system behind it, until its successor is shown. */
  retire(window: BrowserWindow): void
  /** The successor is shown. */
  shown: () => void
}

export function createSuccession(clock: Clock): Succession {
  let leave = (): void => undefined
  return {
    retire(window) {
      leave()
      const cancel = clock.setTimer(STAYS_MS, () => {
        leave()
      })
      leave = () => {
        cancel()
        leave = () => undefined
        if (!window.isDestroyed()) window.destroy()
      }
    },
    shown() {
      leave()
    },
  }
}
