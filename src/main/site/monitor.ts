import type { Clock } from '#common/clock.ts'
import type { Failure } from '#contract/errors.ts'
import type { Link } from '#contract/live.ts'
import { failureOf } from '#main/core/errors.ts'
import type { Log } from '#main/core/log.ts'
import { PlatformError, type Platform } from '#main/platform/platform.ts'
import type { SiteSelection } from './selection.ts'
import { createLinkState } from './link.ts'
import { createMeterReader } from './meters.ts'
import { lateAfterMs, nextDelayMs, timeLimitMs } from './pace.ts'
import { createPresence } from './presence.ts'
import type { FollowPlan, MeterReading, SiteReading } from './reading.ts'
import { readSite } from './refresh.ts'
import type { KeptSnapshot } from './snapshot-file.ts'
import { createStaticReader } from './static-reader.ts'
import type { StaticReading } from './static.ts'

export interface MonitorDeps {
  /** Nobody is ever asked. */
  isOff?: boolean
  platform: Platform
  clock: Clock
  log: Log
  /** Null: the account's first site. */
  choice: SiteSelection | null
  /** Anonymous sessions have no running sessions to ask for. */
  role: () => 'CRM' | 'ANYM'
  /** The platform's clock less ours (ms); 0 when nobody measures it. */
  skewMs?: () => number
  /** The site as it was before this launch; null when nothing is known of it. */
  kept: Pick<KeptSnapshot, 'site' | 'refreshedAtMs'> | null
  /** When this terminal's turn is, among all of them: see `pollingPhaseMs`. */
  phaseMs: number
  /** What the charging side wants to know with the next refresh; asked once for each. */
  plan: () => FollowPlan
  onStatic: (site: StaticReading) => void
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
  const { platform, clock, log } = deps
  const random = deps.random ?? Math.random
  const link = createLinkState(clock.now(), deps.kept?.refreshedAtMs)
  const presence = createPresence(clock)
  const statics = createStaticReader({ ...deps, kept: deps.kept?.site ?? null })
  const meters = createMeterReader(deps)
  let lastRunning: SiteReading['running'] = []
  let running: { abort: AbortController; sinceMs: number } | null = null
  let again = false
  let cancelTimer = (): void => undefined
  let closed = deps.isOff ?? false
  let hasWarnedOfLack = false

  const onLack = (): void => {
    if (!hasWarnedOfLack) log.warn({}, 'the list of running sessions may be incomplete')
    hasWarnedOfLack = true
  }

  const read = async (plan: FollowPlan, signal: AbortSignal): Promise<void> => {
    const limits = { timeoutMs: timeLimitMs(presence.present() || plan.busy), signal }
    const choice = await statics.choice(limits)
    const { skewMs } = deps
    const known = { running: deps.role() === 'CRM', lastRunning }
    const options = { ...limits, ...known, log, onLack, ...(skewMs && { skewMs }) }
    const [reading] = await Promise.all([
      readSite(platform, choice, plan, options),
      statics.ready(choice, limits),
    ])
    signal.throwIfAborted()
    statics.compare(reading)
    lastRunning = reading.running
    link.good(reading.askedAtMs)
    deps.onReading(reading)
    // Old when it came, as the clock has jumped: what is true now is asked for at once.
    if (clock.now() - reading.askedAtMs > lateAfterMs(clock)) again = true
    deps.onLink(link.link, null)
    meters.read(plan.meterSessionIds, limits.timeoutMs)
  }

  const refresh = async (): Promise<void> => {
    cancelTimer()
    const mine = { abort: new AbortController(), sinceMs: clock.now() }
    running = mine
    const plan = deps.plan()
    try {
      await read(plan, mine.abort.signal)
    } catch (error) {
      if (mine.abort.signal.aborted) return
      const failure = failureFrom(error, log)
      link.failed(clock.now(), failure.code)
      deps.onLink(link.link, link.link.state === 'lost' ? failure : null)
    }
    running = null
    schedule(plan.busy, clock.now() - mine.sinceMs)
  }

  const schedule = (busy: boolean, lastTookMs: number): void => {
    if (closed) return
    const now = { present: presence.present(), failures: link.failures, nowMs: clock.now() }
    const input = { ...now, busy, lastTookMs, random: random(), phaseMs: deps.phaseMs }
    const delayMs = again ? 0 : Math.max(nextDelayMs(input), REST_BETWEEN_MS * clock.speed)
    again = false
    cancelTimer = clock.setTimer(delayMs, () => void refresh())
  }

  const refreshNow = (): void => {
    if (closed) return
    if (running) again = true
    else void refresh()
  }

  /** As `refreshNow`, but a refresh that hangs gives way. */
  const refreshAfresh = (givesWayAfterMs = GIVES_WAY_AFTER_MS): void => {
    again = false
    if (running && clock.now() - running.sinceMs >= givesWayAfterMs) {
      running.abort.abort(new Error('gave way to a new refresh'))
      running = null
    }
    if (running === null) refreshNow()
  }

  return {
    get link() {
      return link.link
    },
    start: refreshNow,
    touched() {
      const wasAway = !presence.present()
      presence.touched()
      if (wasAway || link.failures > 0) refreshAfresh()
    },
    refreshNow,
    linkChanged: () => {
      refreshAfresh(0)
    },
    showsSession(shown) {
      const wasAway = !presence.present()
      presence.showsSession(shown)
      if (shown && wasAway) refreshAfresh()
    },
    close() {
      closed = true
      cancelTimer()
      running?.abort.abort(new Error('closing'))
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
