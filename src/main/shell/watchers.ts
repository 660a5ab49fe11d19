import type { PowerSaveBlocker } from 'electron'
import { createClock, type Clock } from '#common/clock.ts'
import { machineTimeZone } from '#common/zone.ts'
import { isUnused, type KeptView } from '#main/core/kept-view.ts'
import type { Log } from '#main/core/log.ts'
import type { AppServices } from '#main/services/app-services.ts'
import type { Options } from '#main/settings/options.ts'
import { openMetricsPage } from '#main/status/metrics-page.ts'
import { keepStatusFile, statusFileOf } from '#main/status/status-file.ts'
import { startingCondition, statusOf, type Condition, type Status } from '#main/status/status.ts'
import { keepDisplayOn } from './display-hours.ts'
import { planRefresh } from './planned-refresh.ts'
import type { Relaunches } from './relaunches.ts'
import type { Screen } from './screen.ts'

interface WatchersDeps {
  launch: {
    readonly homeDir: string
    readonly options: Pick<
      Options,
      'kiosk' | 'metricsPort' | 'refreshAt' | 'screen' | 'statusFile' | 'timeZone'
    >
    readonly provision: { current(): { readonly faults: readonly unknown[] } }
  }
  /** Null until it has started: the outside hears of what keeps it from that. */
  terminal: () => {
    condition(): Condition
    services: Pick<AppServices, 'resolved' | 'vault'>
  } | null
  screen: Pick<Screen, 'record' | 'refresh'>
  view: Pick<KeptView, 'current' | 'quietMs'>
  clock: Clock
  log: Log
  relaunches: Pick<Relaunches, 'lastHour'>
  blocker: Pick<PowerSaveBlocker, 'start' | 'stop'>
  isElectron: boolean
  version: string
  /** What nobody caught since the program was started. */
  errors: () => { unhandledRejections: number }
}

/** What goes on beside the terminal: the status for the outside, the refresh at night. Returns its end. */
export function openWatchers(deps: WatchersDeps): () => void {
  const { launch, terminal, screen, view, clock, log, blocker } = deps
  const status = createStatus(deps)
  const { metricsPort, kiosk, statusFile } = launch.options
  const options = (): WatchersDeps['launch']['options'] =>
    terminal()?.services.resolved().options ?? launch.options
  const timeZone = (): string => options().timeZone ?? machineTimeZone()
  const hours = (): Options['screen'] => options().screen
  const endings = [
    keepStatusFile({ file: statusFileOf(launch.homeDir, statusFile), clock, log, status }),
    planRefresh({
      clock: createClock(),
      at: () => options().refreshAt,
      timeZone,
      isFree() {
        const now = terminal()?.condition()
        if (now === undefined) return false
        const { mode, openStarts } = now
        return isUnused({ mode, openStarts, quietMs: view.quietMs(), view: view.current() })
      },
      refresh() {
        screen.refresh('planned')
      },
    }),
    ...(kiosk ? [keepDisplayOn({ blocker, hours, timeZone, clock: createClock() })] : []),
    ...(metricsPort === null
      ? []
      : [openMetricsPage({ port: metricsPort, log, metrics: () => textOf(status()) })]),
  ]
  return () => {
    for (const end of endings) end()
  }
}

function createStatus(deps: WatchersDeps): (running?: boolean) => Status {
  const { launch, terminal, screen, clock, relaunches, version } = deps
  const startedAtMs = clock.now()
  const host = deps.isElectron ? ('electron' as const) : ('stand-in' as const)
  const facts = { version, host, pid: process.pid }
  return (running = true) =>
    statusOf({
      ...{ facts, running, startedAtMs },
      condition: terminal()?.condition() ?? startingCondition(startedAtMs),
      secrets: terminal()?.services.vault.kind ?? 'opening',
      watchdog: screen.record(),
      relaunchesLastHour: relaunches.lastHour(),
      errors: {
        uncaughtLastHour: relaunches.lastHour('error'),
        unhandledRejections: deps.errors().unhandledRejections,
      },
      provisioningFaults: launch.provision.current().faults.length,
      memory: process.memoryUsage(),
      nowMs: clock.now(),
    })
}

/** Few terminals have the page: its library is loaded when it is asked for. */
async function textOf(status: Status): Promise<string> {
  const { metricsOf } = await import('#main/status/metrics.ts')
  return metricsOf(status)
}
