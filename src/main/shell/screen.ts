import { app, type BrowserWindow, type WebContents } from 'electron'
import type { Clock } from '#common/clock.ts'
import type { Log } from '#main/core/log.ts'
import type { Options } from '#main/settings/options.ts'
import type { Page } from './page.ts'
import { createProcessorTime } from './processor-time.ts'
import type { WatchdogRecord } from '#main/status/status.ts'
import { createWatchdog, type Replacement } from './watchdog.ts'
import { openWindow } from './window.ts'

export interface Screen {
  open: () => void
  /** Main is ready to answer the page: from now on it must show something. */
  watch: (probe: (probe: number) => void) => void
  /** What is shown now. */
  contents: () => WebContents | null
  alive: (probe: number, painted: boolean) => void
  /** A new window, as a precaution. */
  refresh: (reason: string) => void
  focus: () => void
  record: () => WatchdogRecord
  close: () => void
}

/** The one window, and the watchdog that puts a new one in the place of a dead one. */
export function createScreen(deps: {
  page: Page
  options: Options
  clock: Clock
  log: Log
  /** What was shown is not shown again. */
  forgetView: () => void
  relaunch: () => void
  /** How often that was within the hour. */
  relaunches: number
}): Screen {
  const { page, options, clock, log } = deps
  let window: BrowserWindow | null = null
  let ask: (probe: number) => void = () => undefined
  let closing = false

  const contents = (): WebContents | null =>
    window?.isDestroyed() ? null : (window?.webContents ?? null)
  const show = (): void => {
    const old = window
    const { window: size, kiosk } = options
    const fresh = openWindow({ pageUrl: page.url, size, kiosk, devTools: !page.served })
    window = fresh
    const isShown = (): boolean => fresh === window && !closing
    fresh.webContents.on('render-process-gone', (_event, { reason }) => {
      if (isShown()) watchdog.gone(reason)
    })
    fresh.webContents.on('did-fail-load', (_event, code, text, _url, isMainFrame) => {
      if (isShown() && isMainFrame && code !== ABORTED) watchdog.gone(`failed load: ${text}`)
    })
    fresh.webContents.on('did-finish-load', () => {
      if (isShown()) watchdog.loaded()
    })
    fresh.on('close', (event) => {
      // A kiosk ends by the desk and by the system alone.
      if (isShown() && kiosk) event.preventDefault()
    })
    // Windows ends its session without asking the program to quit.
    fresh.on('query-session-end', () => {
      closing = true
    })
    fresh.on('closed', () => {
      if (!isShown()) return
      if (kiosk) watchdog.gone('its window was closed')
      // A person closed it: that is the end of the terminal.
      else app.quit()
    })
    old?.destroy()
  }

  /** One that hangs does not hear that it shall close, and a new one must not share its process. */
  const kill = (): void => {
    if (window && !window.isDestroyed() && !window.webContents.isCrashed())
      window.webContents.forcefullyCrashRenderer()
  }
  const replace = ({ keepsView, kills }: Replacement): void => {
    if (!keepsView) deps.forgetView()
    if (kills) kill()
    show()
  }

  const processorTime = createProcessorTime(() => app.getAppMetrics())
  const watchdog = createWatchdog({
    ...{ clock, log, replace, relaunches: deps.relaunches },
    processorTime: () => processorTime(contents()?.getOSProcessId() ?? 0),
    probe: (probe) => {
      ask(probe)
    },
    relaunch() {
      kill()
      deps.relaunch()
    },
  })
  app.on('before-quit', () => {
    closing = true
  })
  app.on('window-all-closed', () => {
    if (closing || !options.kiosk) app.quit()
  })
  app.on('child-process-gone', (_event, { type, reason }) => {
    // Chromium restarts its graphics by itself, often after several of these in a row.
    if (type === 'GPU' && reason !== 'clean-exit' && !closing) watchdog.damaged(`GPU ${reason}`)
  })

  return {
    open: show,
    watch(probe) {
      ask = probe
      // A developer's breakpoint is no hang.
      if (page.served) watchdog.start()
    },
    contents,
    alive: watchdog.alive,
    refresh: watchdog.refresh,
    focus() {
      window?.focus()
    },
    record: watchdog.record,
    close() {
      closing = true
      watchdog.close()
    },
  }
}

/** Chromium's code for a load that another one took the place of. */
const ABORTED = -3
