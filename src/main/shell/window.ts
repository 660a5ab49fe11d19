import path from 'node:path'
import { BrowserWindow, type WebContents } from 'electron'

export interface WindowOptions {
  /** The page that is shown; its origin is the only one the window may show. */
  pageUrl: string
  size: { widthPx: number; heightPx: number } | null
  kiosk: boolean
}

const DEFAULT_SIZE = { widthPx: 1280, heightPx: 800 }
/** The paper ground, so that the window does not flash before the first paint. */
const GROUND = '#f5f3ee'

/** Opens the terminal's window: sandboxed, isolated, locked to its page. */
export function openWindow({ pageUrl, size, kiosk }: WindowOptions): BrowserWindow {
  const { widthPx, heightPx } = size ?? DEFAULT_SIZE
  const window = new BrowserWindow({
    width: widthPx,
    height: heightPx,
    useContentSize: true,
    show: false,
    kiosk,
    frame: !kiosk,
    autoHideMenuBar: true,
    backgroundColor: GROUND,
    title: 'Forecourt',
    webPreferences: {
      preload: path.join(import.meta.dirname, '../preload/index.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
      navigateOnDragDrop: false,
    },
  })
  lockDown(window.webContents, pageUrl)
  window.once('ready-to-show', () => {
    window.show()
  })
  // What goes wrong here ends as a page that is never painted: the watchdog's business.
  window.loadURL(pageUrl).catch(() => undefined)
  return window
}

/** The page may be loaded again; it never leaves for another one, and opens nothing. */
function lockDown(contents: WebContents, pageUrl: string): void {
  contents.on('will-navigate', (event) => {
    if (event.url.split('#', 1)[0] !== pageUrl) event.preventDefault()
  })
  contents.on('will-attach-webview', (event) => {
    event.preventDefault()
  })
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
}
