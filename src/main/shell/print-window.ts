import { BrowserWindow } from 'electron'
import type { PrintWindow } from './print.ts'

/** A hidden window for one page to print: sandboxed, without scripts, with no way out of it. */
export function openPrintWindow(): PrintWindow {
  const window = new BrowserWindow({
    show: false,
    width: 600,
    height: 800,
    webPreferences: {
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      javascript: false,
    },
  })
  window.webContents.setWindowOpenHandler(() => ({ action: 'deny' }))
  window.webContents.on('will-navigate', (event) => {
    event.preventDefault()
  })
  return window
}
