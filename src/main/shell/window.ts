import path from 'node:path'
import { BrowserWindow } from 'electron'
import type { Clock } from '#common/clock.ts'
import type { Distance } from '#common/distance.ts'
import { lockDown, lockKiosk } from './lock-down.ts'
import { showOnce } from './show-once.ts'
import { keepZoom } from './zoom.ts'

export interface WindowOptions {
  /** The page that is shown; its origin is the only one the window may show. */
  pageUrl: string
  /** Developers may look into the page. */
  devTools: boolean
  size: { widthPx: number; heightPx: number } | null
  kiosk: boolean
  /** From how far it is read now. */
  distance: () => Distance
  clock: Clock
  onShown: () => void
}

const DEFAULT_SIZE = { widthPx: 1280, heightPx: 800 }
/** The paper ground, so that the window does not flash before the first paint. */
const GROUND = '#f5f3ee'

/** Opens the terminal's window: sandboxed, isolated, locked to its page. It is seen once it is shown. */
export function openWindow(options: WindowOptions): BrowserWindow {
  const { pageUrl, size, kiosk, devTools, distance } = options
  const { widthPx, heightPx } = size ?? DEFAULT_SIZE
  const window = new BrowserWindow({
    width: widthPx,
    height: heightPx,
    useContentSize: true,
    show: false,
    kiosk,
    frame: !kiosk,
    // Linux rounds windows without a frame: the system would shine through at the corners.
    roundedCorners: !kiosk,
    autoHideMenuBar: true,
    backgroundColor: GROUND,
    title: 'Forecourt',
    webPreferences: {
      preload: path.join(import.meta.dirname, '../preload/index.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      devTools,
      spellcheck: false,
      navigateOnDragDrop: false,
    },
  })
  lockDown(window.webContents, pageUrl)
  keepZoom(window, distance)
  if (kiosk) lockKiosk(window, distance)
  // What goes wrong here comes as `did-fail-load`: the watchdog's business.
  window.loadURL(pageUrl).catch(() => undefined)
  showOnce(window, options)
  return window
}

/** Opens a page of main's own, without scripts, preload and ways out of it. */
export function openNotice(options: {
  html: string
  kiosk: boolean
  clock: Clock
  onShown: () => void
}): BrowserWindow {
  const { html, kiosk } = options
  const window = new BrowserWindow({
    ...{ width: DEFAULT_SIZE.widthPx, height: DEFAULT_SIZE.heightPx },
    ...{ show: false, kiosk, frame: !kiosk, roundedCorners: !kiosk },
    ...{ backgroundColor: GROUND, title: 'Forecourt' },
    webPreferences: {
      ...{ sandbox: true, contextIsolation: true, nodeIntegration: false, webviewTag: false },
      ...{ javascript: false, devTools: false, spellcheck: false, navigateOnDragDrop: false },
    },
  })
  const url = `data:text/html;charset=utf-8,${encodeURIComponent(html)}`
  lockDown(window.webContents, url)
  if (kiosk) lockKiosk(window)
  window.loadURL(url).catch(() => undefined)
  showOnce(window, options)
  return window
}
