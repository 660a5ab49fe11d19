import type { ErrorCode } from '#contract/errors.ts'
import type { Link } from '#contract/live.ts'
import type { EndCount } from '#main/core/end-counts.ts'
import type { Health } from '#contract/system.ts'
import type { Mode } from '#contract/terminal.ts'

/** What the watchdog has had to do, for the status file. */
export interface WatchdogRecord {
  replacements: number
  lastReason: string | null
  lastReplacedAtMs: number | null
  /** Whether people can see the window now. */
  visible: boolean
}

/** Where secrets lie (settings/vault.ts); opening: nobody knows yet. */
export type Secrets = Health['vault'] | 'opening'

/**
 * Why somebody must change something. `keyring`: the system's store of secrets does not answer and is to be
 * unlocked; `configuration`: it is wrong, and main.log says in which way.
 */
export type Trouble = ErrorCode | 'keyring' | 'configuration'

/** What runs. */
export type Facts = Pick<Status, 'version' | 'host' | 'pid'>

/** Errors that nobody caught. */
export interface Errors {
  /** Each of them restarted the program. */
  uncaughtLastHour: number
  /** Promises, since the program was started. */
  unhandledRejections: number
}

/** How the active terminal is. */
export interface Condition {
  mode: Mode
  training: boolean
  link: Link
  /** When values were fresh last; null: never. */
  refreshedAtMs: number | null
  /** What keeps it from working until somebody changes something. */
  trouble: Trouble | null
  /** Wrong PINs since the program was started, and until when some are not taken (epoch ms). */
  door: { wrong: number; untilMs: number | null }
  openStarts: number
  starts: readonly EndCount[]
  stops: readonly EndCount[]
  /** How many connectors are in each state. */
  connectors: Readonly<Record<string, number>>
  /** Requests to the platform that failed since the launch, by why. */
  platformErrors: Readonly<Record<string, number>>
  runningSessions: number
  /** Sessions that go on although a stop was asked for a minute ago. */
  unheededStops: number
  requestsLastMinute: number
  /** The platform's clock less this one (ms). */
  skewMs: number
  /** Values and times of meter readings that were not believed, since the launch. */
  readingsLeftOut: number
  /** Values of the platform's answers that cannot be, since the launch. */
  valuesLeftOut: number
}

/** As long as there is no terminal yet. */
export const startingCondition = (sinceMs: number): Condition => ({
  mode: 'guest',
  training: false,
  link: { state: 'connecting', sinceMs, lastGoodAtMs: null, error: null },
  refreshedAtMs: null,
  trouble: null,
  door: { wrong: 0, untilMs: null },
  openStarts: 0,
  ...{ starts: [], stops: [], connectors: {}, platformErrors: {} },
  runningSessions: 0,
  unheededStops: 0,
  requestsLastMinute: 0,
  skewMs: 0,
  readingsLeftOut: 0,
  valuesLeftOut: 0,
})

/** What an operator of many terminals wants to know of one. Never a secret, an account or a guest. */
export interface Status {
  /** Of this form; another number when a name changes its meaning. */
  schema: 1
  /** ISO 8601, UTC. A running terminal writes every 10 s: an older time is one that hangs or is gone. */
  writtenAt: string
  startedAt: string
  /** False in the last one that a terminal writes. */
  running: boolean
  pid: number
  version: string
  host: 'electron' | 'stand-in'
  state: 'ok' | 'connecting' | 'lost' | 'trouble'
  mode: Mode
  training: boolean
  link: { state: Link['state']; since: string; lastRefresh: string | null; error: ErrorCode | null }
  trouble: Trouble | null
  secrets: Secrets
  /** Since the program was started; until when some PINs are not taken, after too many wrong ones. */
  door: { wrongPins: number; slowedUntil: string | null }
  openStarts: number
  starts: readonly EndCount[]
  stops: readonly EndCount[]
  connectors: Readonly<Record<string, number>>
  platformErrors: Readonly<Record<string, number>>
  runningSessions: number
  unheededStops: number
  requestsLastMinute: number
  clockSkewMs: number
  readingsLeftOut: number
  valuesLeftOut: number
  window: {
    visible: boolean
    replacements: number
    lastReason: string | null
    lastReplacedAt: string | null
  }
  relaunchesLastHour: number
  errors: Errors
  provisioningFaults: number
  memory: { rssBytes: number; heapBytes: number }
}

export function statusOf(parts: {
  condition: Condition
  watchdog: WatchdogRecord
  relaunchesLastHour: number
  errors: Errors
  secrets: Secrets
  provisioningFaults: number
  facts: Facts
  memory: Pick<NodeJS.MemoryUsage, 'rss' | 'heapUsed'>
  running: boolean
  startedAtMs: number
  nowMs: number
}): Status {
  const { condition, watchdog, facts, memory, nowMs, secrets } = parts
  const { link } = condition
  const trouble = condition.trouble ?? (secrets === 'waiting' ? 'keyring' : null)
  return {
    schema: 1,
    writtenAt: iso(nowMs),
    startedAt: iso(parts.startedAtMs),
    running: parts.running,
    ...facts,
    state: trouble ? 'trouble' : link.state === 'live' ? 'ok' : link.state,
    mode: condition.mode,
    training: condition.training,
    link: {
      state: link.state,
      since: iso(link.sinceMs),
      lastRefresh: condition.refreshedAtMs === null ? null : iso(condition.refreshedAtMs),
      error: link.error,
    },
    trouble,
    secrets,
    openStarts: condition.openStarts,
    starts: condition.starts,
    stops: condition.stops,
    connectors: condition.connectors,
    platformErrors: condition.platformErrors,
    door: {
      wrongPins: condition.door.wrong,
      slowedUntil: condition.door.untilMs === null ? null : iso(condition.door.untilMs),
    },
    runningSessions: condition.runningSessions,
    unheededStops: condition.unheededStops,
    requestsLastMinute: condition.requestsLastMinute,
    clockSkewMs: Math.round(condition.skewMs),
    readingsLeftOut: condition.readingsLeftOut,
    valuesLeftOut: condition.valuesLeftOut,
    window: {
      visible: watchdog.visible,
      replacements: watchdog.replacements,
      lastReason: watchdog.lastReason,
      lastReplacedAt: watchdog.lastReplacedAtMs === null ? null : iso(watchdog.lastReplacedAtMs),
    },
    relaunchesLastHour: parts.relaunchesLastHour,
    errors: parts.errors,
    provisioningFaults: parts.provisioningFaults,
    memory: { rssBytes: memory.rss, heapBytes: memory.heapUsed },
  }
}

/** Of a terminal that cannot start. `running`: a page says so. */
export const wrongConfiguration = (parts: {
  facts: Facts
  running: boolean
  nowMs: number
}): Status =>
  statusOf({
    ...parts,
    startedAtMs: parts.nowMs,
    condition: { ...startingCondition(parts.nowMs), trouble: 'configuration' },
    watchdog: { replacements: 0, lastReason: null, lastReplacedAtMs: null, visible: parts.running },
    relaunchesLastHour: 0,
    errors: { uncaughtLastHour: 0, unhandledRejections: 0 },
    secrets: 'opening',
    provisioningFaults: 0,
    memory: process.memoryUsage(),
  })

const iso = (atMs: number): string => new Date(atMs).toISOString()
