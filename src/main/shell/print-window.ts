import { BrowserWindow } from 'electron'
import type { PrintWindow } from './print.ts'

/**
 * A hidden window for one page to print: sandboxed, without scripts, with no way out of it.
 * @param widthPx of its page, as wide as on the paper (CSS px)
 */
export function openPrintWindow(widthPx: number): PrintWindow {
  const window = new BrowserWindow({
    show: false,
    width: widthPx,
    useContentSize: true,
    height: 800,
    webPreferences: {
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      javascript: false,
      // Tells how much of a roll the page needs.
      enablePreferredSizeMode: true,
    },
  })
  window.webContents.setWindowOpenHandler(() => ({ action: 'deny' }))
  window.webContents.on('will-navigate', (event) => {
    event.preventDefault()
  })
  return window
}
