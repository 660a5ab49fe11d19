import { app, type BrowserWindow, type WebContents } from 'electron'
import type { Clock } from '#common/clock.ts'
import type { Log } from '#main/log.ts'
import type { Options } from '#main/settings/options.ts'
import type { Page } from './page.ts'
import { createWatchdog } from './watchdog.ts'
import { openWindow } from './window.ts'

export interface Screen {
  open: (probe: (probe: number) => void) => void
  /** What is shown now. */
  contents: () => WebContents | null
  alive: (probe: number, painted: boolean) => void
  close: () => void
}

/** The one window, and the watchdog that puts a new one in the place of a dead one. */
export function createScreen(deps: {
  page: Page
  options: Options
  clock: Clock
  log: Log
}): Screen {
  const { page, options, clock, log } = deps
  let window: BrowserWindow | null = null
  let ask: (probe: number) => void = () => undefined
  let closing = false

  const show = (): void => {
    const old = window
    const fresh = openWindow({ pageUrl: page.url, size: options.window, kiosk: options.kiosk })
    window = fresh
    fresh.webContents.on('render-process-gone', (_event, { reason }) => {
      if (fresh === window && !closing) watchdog.gone(reason)
    })
    fresh.on('closed', () => {
      // A person closed it: that is the end of the terminal.
      if (fresh === window && !closing) app.quit()
    })
    old?.destroy()
  }

  const watchdog = createWatchdog({ clock, log, probe: (probe) => ask(probe), replace: show })
  app.on('before-quit', () => {
    closing = true
  })

  return {
    open(probe) {
      ask = probe
      show()
      watchdog.start()
    },
    contents: () => (window?.isDestroyed() ? null : (window?.webContents ?? null)),
    alive: watchdog.alive,
    close() {
      closing = true
      watchdog.close()
    },
  }
}
