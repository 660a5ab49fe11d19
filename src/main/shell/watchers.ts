import path from 'node:path'
import { createClock, type Clock } from '#common/clock.ts'
import { machineTimeZone } from '#common/zone.ts'
import { isUnused, type KeptView } from '#main/core/kept-view.ts'
import type { Log } from '#main/core/log.ts'
import type { AppServices } from '#main/services/app-services.ts'
import type { Options } from '#main/settings/options.ts'
import { openMetricsPage } from '#main/status/metrics-page.ts'
import { keepStatusFile } from '#main/status/status-file.ts'
import { statusOf, type Condition, type Status } from '#main/status/status.ts'
import { planRefresh } from './planned-refresh.ts'
import type { Relaunches } from './relaunches.ts'
import type { Screen } from './screen.ts'

/** What goes on beside the terminal: the status for the outside, the refresh at night. Returns its end. */
export function openWatchers(deps: {
  launch: { readonly homeDir: string; readonly options: Pick<Options, 'metricsPort'> }
  condition: () => Condition
  services: Pick<AppServices, 'provisioned' | 'resolved'>
  screen: Pick<Screen, 'record' | 'refresh'>
  view: Pick<KeptView, 'current' | 'quietMs'>
  clock: Clock
  log: Log
  relaunches: Pick<Relaunches, 'lastHour'>
  isElectron: boolean
  version: string
  /** What nobody caught since the program was started. */
  errors: () => { unhandledRejections: number }
}): () => void {
  const { launch, services, condition, screen, view, clock, log, relaunches, version } = deps
  const startedAtMs = clock.now()
  const facts = {
    version,
    host: deps.isElectron ? ('electron' as const) : ('stand-in' as const),
    pid: process.pid,
  }
  const status = (running = true): Status =>
    statusOf({
      ...{ facts, running, startedAtMs },
      condition: condition(),
      watchdog: screen.record(),
      relaunchesLastHour: relaunches.lastHour(),
      errors: {
        uncaughtLastHour: relaunches.lastHour('error'),
        unhandledRejections: deps.errors().unhandledRejections,
      },
      provisioningFaults: services.provisioned().faults.length,
      memory: process.memoryUsage(),
      nowMs: clock.now(),
    })
  const { metricsPort } = launch.options
  const endings = [
    keepStatusFile({ file: path.join(launch.homeDir, 'status.json'), clock, log, status }),
    planRefresh({
      clock: createClock(),
      at: () => services.resolved().options.refreshAt,
      timeZone: () => services.resolved().options.timeZone ?? machineTimeZone(),
      isFree() {
        const { mode, openStarts } = condition()
        return isUnused({ mode, openStarts, quietMs: view.quietMs(), view: view.current() })
      },
      refresh() {
        screen.refresh('planned')
      },
    }),
    ...(metricsPort === null
      ? []
      : [openMetricsPage({ port: metricsPort, log, metrics: () => textOf(status()) })]),
  ]
  return () => {
    for (const end of endings) end()
  }
}

/** Few terminals have the page: its library is loaded when it is asked for. */
async function textOf(status: Status): Promise<string> {
  const { metricsOf } = await import('#main/status/metrics.ts')
  return metricsOf(status)
}
