import type { Failure } from '#contract/errors.ts'
import type { Link } from '#contract/live.ts'
import { failureOf } from '#main/core/errors.ts'
import type { Log } from '#main/core/log.ts'
import { PlatformError } from '#main/platform/platform.ts'
import { createLinkState } from './link.ts'
import { createMeterReader } from './meters.ts'
import { lateAfterMs, nextDelayMs, timeLimitMs } from './pace.ts'
import { createPollLoop } from './poll-loop.ts'
import { createPresence } from './presence.ts'
import type { FollowPlan, MeterReading, SiteReading } from './reading.ts'
import { createSiteReader, type SiteReaderDeps } from './site-reader.ts'
import type { KeptSnapshot } from './snapshot-file.ts'

export interface MonitorDeps extends SiteReaderDeps {
  /** Nobody is ever asked. */
  isOff?: boolean
  /** The site as it was before this launch; null when nothing is known of it. */
  kept: Pick<KeptSnapshot, 'site' | 'refreshedAtMs'> | null
  /** When this terminal's turn is, among all of them: see `pollingPhaseMs`. */
  phaseMs: number
  /** What the charging side wants to know with the next refresh; asked once for each. */
  plan: () => FollowPlan
  onReading: (reading: SiteReading) => void
  onMeters: (readings: readonly MeterReading[], atMs: number) => void
  /** After every refresh; `failure` says why the connection is lost. */
  onLink: (link: Link, failure: Failure | null) => void
  random?: () => number
}

export interface Monitor {
  readonly link: Link
  start(): void
  /** Somebody touched the screen. */
  touched(): void
  /** Something was started or stopped: refresh now. */
  refreshNow: () => void
  /** The machine's own link came, went or changed: whatever is under way may hang. */
  linkChanged: () => void
  showsSession(shown: boolean): void
  close(): void
}

/** A refresh older than this gives way to a new one when somebody touches the screen (ms). */
const GIVES_WAY_AFTER_MS = 1_000
/** However fast the clock runs, the platform gets this rest between two refreshes (real ms). */
const REST_BETWEEN_MS = 200

/** Polls the site: one refresh at a time, at the pace that the moment asks for. */
export function createMonitor(deps: MonitorDeps): Monitor {
  const { clock, log, phaseMs, random = Math.random } = deps
  const link = createLinkState(clock.now(), deps.kept?.refreshedAtMs)
  const presence = createPresence(clock)
  const reader = createSiteReader({ ...deps, kept: deps.kept?.site ?? null })
  const meters = createMeterReader(deps)
  let busy = false

  const take = (reading: SiteReading): void => {
    link.good(reading.askedAtMs)
    deps.onReading(reading)
    // Old when it came, as the clock has jumped: what is true now is asked for at once.
    if (clock.now() - reading.askedAtMs > lateAfterMs(clock)) loop.again()
    deps.onLink(link.link, null)
  }

  const refresh = async (signal: AbortSignal): Promise<void> => {
    const plan = deps.plan()
    busy = plan.busy
    const timeoutMs = timeLimitMs(presence.present() || busy)
    try {
      const reading = await reader.read(plan, { timeoutMs, signal })
      signal.throwIfAborted()
      take(reading)
      meters.read(plan.meterSessionIds, timeoutMs)
    } catch (error) {
      if (signal.aborted) return
      const failure = failureFrom(error, log)
      link.failed(clock.now(), failure.code)
      deps.onLink(link.link, link.link.state === 'lost' ? failure : null)
    }
  }

  const pauseMs = (lastTookMs: number): number => {
    const now = { present: presence.present(), failures: link.failures, nowMs: clock.now() }
    const input = { ...now, busy, lastTookMs, random: random(), phaseMs }
    return Math.max(nextDelayMs(input), REST_BETWEEN_MS * clock.speed)
  }

  const loop = createPollLoop({ clock, isOff: deps.isOff ?? false, run: refresh, pauseMs })

  return {
    get link() {
      return link.link
    },
    start: loop.now,
    touched() {
      const wasAway = !presence.present()
      presence.touched()
      if (wasAway || link.failures > 0) loop.afresh(GIVES_WAY_AFTER_MS)
    },
    refreshNow: loop.now,
    linkChanged() {
      loop.afresh(0)
    },
    showsSession(shown) {
      const wasAway = !presence.present()
      presence.showsSession(shown)
      if (shown && wasAway) loop.afresh(GIVES_WAY_AFTER_MS)
    },
    close() {
      loop.close()
      meters.close()
    },
  }
}

function failureFrom(error: unknown, log: Log): Failure {
  if (error instanceof PlatformError) {
    log.info({ code: error.failure.code, reason: error.failure.message }, 'refresh failed')
    return error.failure
  }
  log.error({ reason: error instanceof Error ? error.stack : 'unknown' }, 'refresh broke')
  return failureOf('internal', 'the refresh broke')
}
