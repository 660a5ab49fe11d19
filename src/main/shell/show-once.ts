import type { BrowserWindow } from 'electron'
import type { Clock } from '#common/clock.ts'
import { bringToFront } from './front.ts'

/** A window that nobody has said to be ready by then is shown as it is. */
const SHOW_LIMIT_MS = 2_000

/**
 * Shows a window that was opened hidden: once, as soon as it is ready to be shown or its page has
 * loaded, and after two seconds at the latest. On Wayland `ready-to-show` never comes for a hidden
 * window (electron#48859). Call it with `loadURL`; `onShown` follows the showing.
 */
export function showOnce(
  window: BrowserWindow,
  { clock, kiosk, onShown }: { clock: Clock; kiosk: boolean; onShown: () => void },
): void {
  let isOver = false
  const show = (): void => {
    if (isOver) return
    end()
    if (window.isDestroyed()) return
    bringToFront(window, kiosk)
    onShown()
  }
  const cancel = clock.setTimer(SHOW_LIMIT_MS, show)
  const end = (): void => {
    isOver = true
    cancel()
  }
  window.once('ready-to-show', show)
  window.webContents.once('did-finish-load', show)
  window.once('closed', end)
}
