import { app, type BrowserWindow } from 'electron'
import type { SessionEnd } from './session-end.ts'
import type { Watchdog } from './watchdog.ts'

/** Who hears of what happens to a window. */
interface Listener {
  watchdog: Pick<Watchdog, 'gone' | 'loaded'>
  kiosk: boolean
  /** Whether this is still the terminal's window, and the program is not ending. */
  isShown(): boolean
  /** Windows ends its session without asking the program to quit. */
  session: Pick<SessionEnd, 'mayEnd' | 'ends'>
}

/** Tells the watchdog of a window's end, and keeps a kiosk's window open. */
export function listenToWindow(window: BrowserWindow, listener: Listener): void {
  const { watchdog, kiosk, isShown } = listener
  const { webContents: contents } = window
  contents.on('render-process-gone', (_event, { reason }) => {
    if (isShown()) watchdog.gone(reason)
  })
  contents.on('did-fail-load', (_event, code, text, _url, isMainFrame) => {
    if (isShown() && isMainFrame && code !== ABORTED) watchdog.gone(`failed load: ${text}`)
  })
  contents.on('did-finish-load', () => {
    if (isShown()) watchdog.loaded()
  })
  window.on('close', (event) => {
    // A kiosk ends by the desk and by the system alone.
    if (isShown() && kiosk) event.preventDefault()
  })
  window.on('query-session-end', listener.session.mayEnd)
  window.on('session-end', listener.session.ends)
  window.on('closed', () => {
    if (!isShown()) return
    if (kiosk) watchdog.gone('its window was closed')
    // A person closed it: that is the end of the terminal.
    else app.quit()
  })
}

/** Tells of what concerns all windows. */
export function listenToApp(listener: {
  endsWithWindows(): boolean
  quits(): void
  graphicsGone(reason: string): void
}): void {
  app.on('before-quit', listener.quits)
  app.on('window-all-closed', () => {
    if (listener.endsWithWindows()) app.quit()
  })
  app.on('child-process-gone', (_event, { type, reason }) => {
    if (type === 'GPU' && reason !== 'clean-exit') listener.graphicsGone(reason)
  })
}

/** Chromium's code for a load that another one took the place of. */
const ABORTED = -3
