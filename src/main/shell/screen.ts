import { app, type BrowserWindow, type WebContents } from 'electron'
import type { Clock } from '#common/clock.ts'
import type { Distance } from '#common/distance.ts'
import type { Log } from '#main/core/log.ts'
import type { Options } from '#main/settings/options.ts'
import type { WatchdogRecord } from '#main/status/status.ts'
import type { Page } from './page.ts'
import { bringToFront } from './front.ts'
import { createProcessorTime } from './processor-time.ts'
import { createSessionEnd } from './session-end.ts'
import { createSuccession } from './succession.ts'
import { createWatchdog, type Replacement } from './watchdog.ts'
import { listenToApp, listenToWindow } from './window-events.ts'
import { openWindow } from './window.ts'
import { fitZoom } from './zoom.ts'

export interface Screen {
  open: () => void
  /** Main is ready to answer the page: from now on it must show something. */
  watch: (probe: (probe: number) => void) => void
  /** What is shown now. */
  contents: () => WebContents | null
  alive: (probe: number, painted: boolean) => void
  /** A new window, as a precaution. */
  refresh: (reason: string) => void
  /** As large as it must be for who reads it now. */
  fit: () => void
  focus: () => void
  record: () => WatchdogRecord
  close: () => void
}

interface ScreenDeps {
  page: Page
  options: Options
  /** From how far it is read now. */
  distance: () => Distance
  clock: Clock
  log: Log
  /** What was shown is not shown again. */
  forgetView: () => void
  relaunch: () => void
  /** How often that was within the hour. */
  relaunches: number
}

/** The one window, and the watchdog that puts a new one in the place of a dead one. */
export function createScreen(deps: ScreenDeps): Screen {
  const { page, options } = deps
  const { kiosk } = options
  let window: BrowserWindow | null = null
  let ask: (probe: number) => void = () => undefined
  const session = createSessionEnd(deps.clock)
  const current = (): BrowserWindow | null => (window?.isDestroyed() ? null : window)

  const succession = createSuccession(deps.clock)
  const sight = sightOf(current, kiosk)
  const replace = ({ keepsView, kills }: Replacement): void => {
    if (!keepsView) deps.forgetView()
    const old = current()
    const isKilled = kills && kill(old)
    open()
    // What was killed shows nothing that is worth to be kept.
    if (isKilled) old?.destroy()
    else if (old) succession.retire(old)
  }
  const watchdog = createWatchdog({
    ...deps,
    ...{ replace, ...sight },
    processorTime: windowTime(current),
    probe: (probe) => {
      ask(probe)
    },
    relaunch() {
      kill(current())
      deps.relaunch()
    },
  })
  const open = (): void => {
    const fresh = openWindow({ ...windowOf(deps), onShown: succession.shown })
    window = fresh
    const isShown = (): boolean => fresh === window && !session.isEnding()
    listenToWindow(fresh, { watchdog, kiosk, isShown, session })
  }
  listenToApp({
    quits: session.ends,
    endsWithWindows: () => session.isEnding() || !kiosk,
    // Chromium restarts its graphics by itself, often after several of these in a row.
    graphicsGone(reason) {
      if (!session.isEnding()) watchdog.damaged(`GPU ${reason}`)
    },
  })

  return {
    open,
    watch(probe) {
      ask = probe
      // A developer's breakpoint is no hang.
      if (page.served) watchdog.start()
    },
    contents: () => current()?.webContents ?? null,
    alive: watchdog.alive,
    refresh: watchdog.refresh,
    fit: fitterOf(current, deps.distance),
    focus: sight.show,
    record: watchdog.record,
    close() {
      session.ends()
      watchdog.close()
    },
  }
}

const fitterOf = (current: () => BrowserWindow | null, distance: () => Distance) => (): void => {
  const shown = current()
  if (shown !== null) fitZoom(shown, distance())
}

function windowOf({ page, options, clock, distance }: ScreenDeps) {
  const { window: size, kiosk } = options
  return { pageUrl: page.url, size, kiosk, distance, devTools: !page.served, clock }
}

/** Whether people see the window. One that a person has put away is theirs to bring back; a kiosk's is not. */
function sightOf(current: () => BrowserWindow | null, kiosk: boolean) {
  return {
    isVisible(): boolean {
      const window = current()
      if (window === null) return false
      return kiosk ? window.isVisible() && !window.isMinimized() : isThere(window)
    },
    show(): void {
      const window = current()
      if (window !== null) bringToFront(window, kiosk)
    },
  }
}

const isThere = (window: BrowserWindow): boolean => window.isVisible() || window.isMinimized()

function windowTime(current: () => BrowserWindow | null) {
  const processorTime = createProcessorTime(() => app.getAppMetrics())
  return () => processorTime(current()?.webContents.getOSProcessId() ?? 0)
}

/**
 * One that hangs does not hear that it shall close, and a new one must not share its process. Answers
 * whether there was one to kill.
 */
function kill(window: BrowserWindow | null): boolean {
  if (!window || window.webContents.isCrashed()) return false
  window.webContents.forcefullyCrashRenderer()
  return true
}
