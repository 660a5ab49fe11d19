import type { BrowserWindow } from 'electron'

/**
 * Brings a window before people: from a taskbar, from behind others, and where it was never shown. A
 * kiosk's stays above everything, the taskbar included: a program in the background may not take the
 * foreground on Windows.
 */
export function bringToFront(window: BrowserWindow, kiosk: boolean): void {
  if (window.isMinimized()) window.restore()
  window.show()
  if (kiosk) {
    window.setAlwaysOnTop(true, 'screen-saver')
    window.moveTop()
  }
  window.focus()
}
