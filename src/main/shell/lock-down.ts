import type { BrowserWindow, WebContents } from 'electron'
import { USUAL_DISTANCE, type Distance } from '#common/distance.ts'
import { isKioskKey } from '#common/kiosk-keys.ts'
import { fitZoom } from './zoom.ts'

/** The page may be loaded again; it never leaves for another one, and opens nothing. */
export function lockDown(contents: WebContents, pageUrl: string): void {
  contents.on('will-navigate', (event) => {
    if (event.url.split('#', 1)[0] !== pageUrl) event.preventDefault()
  })
  contents.on('will-frame-navigate', (event) => {
    if (!event.isMainFrame) event.preventDefault()
  })
  contents.on('will-redirect', (event) => {
    event.preventDefault()
  })
  contents.on('will-attach-webview', (event) => {
    event.preventDefault()
  })
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
}

/** Nothing of a browser can be reached: no shortcut, zoom, menu or way back. The page does the same. */
export function lockKiosk(window: BrowserWindow, distance = (): Distance => USUAL_DISTANCE): void {
  const { webContents: contents } = window
  contents.on('before-input-event', (event, input) => {
    if (isKioskKey(input)) event.preventDefault()
  })
  contents.on('context-menu', (event) => {
    event.preventDefault()
  })
  contents.on('zoom-changed', () => {
    fitZoom(window, distance())
  })
  contents.on('did-finish-load', () => {
    fitZoom(window, distance())
    contents.setVisualZoomLevelLimits(1, 1).catch(() => undefined)
  })
  contents.on('devtools-opened', () => {
    contents.closeDevTools()
  })
  // Windows' own names for the mouse's and keyboard's ways back and forward.
  window.on('app-command', (event) => {
    event.preventDefault()
  })
}
