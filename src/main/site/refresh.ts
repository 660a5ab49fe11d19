import { aliasedAnswers, aliasedVariables } from '#platform/aliases.ts'
import { buildMeterDocument, maxMeterSessions } from '#platform/batches.ts'
import { buildRefreshDocument, maxStations, type RefreshData } from '#platform/refresh.ts'
import {
  ChargelogsPageDocument,
  type ChargelogLivePartsFragment,
  type StationStatusPartsFragment,
} from '#platform/generated/main/graphql.ts'
import type { Log } from '#main/core/log.ts'
import { platformError } from '#main/platform/failures.ts'
import { allPages, hasMore, mayLack } from '#main/platform/paging.ts'
import { PlatformError, type Answer, type Platform } from '#main/platform/platform.ts'
import {
  attemptReading,
  chargelogReading,
  connectorReadings,
  meterReading,
  answerFor,
} from './readings.ts'
import { batchesOf, type SiteSelection } from './selection.ts'
import type { ChargelogReading, FollowPlan, MeterReading, SiteReading } from './reading.ts'

export interface RefreshLimits {
  /** Real milliseconds. */
  timeoutMs: number
  signal: AbortSignal
  /** The platform's clock less ours (ms), as of the answer; 0 when nobody measures it. */
  skewMs?: () => number
}

const RUNNING_LIMIT = 100

export interface RefreshOptions extends RefreshLimits {
  /** False for an anonymous session: it has no sessions of its own. */
  running: boolean
  /** Stands in when the platform fails on the running sessions alone. */
  lastRunning: readonly ChargelogReading[]
  /** The platform's list of running sessions may be incomplete. */
  onLack?: () => void
  log?: Log
}

/**
 * One refresh of the site: one HTTP request (operations `site`, `chargelogsPaged`,
 * `remoteStartAttemptStatus`, `chargelog`). A choice of stations is asked for by `cp` instead, 50 a
 * request; what else there is rides with the first. Throws a PlatformError, or the signal's reason.
 */
export async function readSite(
  platform: Platform,
  choice: SiteSelection,
  plan: Pick<FollowPlan, 'attemptIds' | 'chargelogIds'>,
  options: RefreshOptions,
): Promise<SiteReading> {
  const { attemptIds, chargelogIds } = plan
  const siteId = typeof choice === 'string' ? choice : null
  const [stationIds = [], ...otherIds] = batchesOf(choice, maxStations)
  const document = buildRefreshDocument({
    site: siteId !== null,
    stations: stationIds.length,
    attempts: attemptIds.length,
    chargelogs: chargelogIds.length,
    running: options.running,
  })
  const variables = {
    ...(siteId === null ? {} : { site: siteId }),
    ...aliasedVariables('s', stationIds),
    ...(options.running ? { page: { limit: RUNNING_LIMIT, offset: 0 } } : {}),
    ...aliasedVariables('a', attemptIds),
    ...aliasedVariables('c', chargelogIds),
  }
  const limits = { timeoutMs: options.timeoutMs, signal: options.signal, tries: 1 }
  try {
    const [answer, ...others] = await Promise.all([
      platform.execute(document, variables, limits),
      ...otherIds.map((ids) => readStations(platform, ids, options)),
    ])
    const stations =
      siteId === null
        ? [...stationsOf(answer, stationIds.length), ...others.flat()]
        : stationsOfSite(answer)
    const running = await readRunning(platform, answer.data.running, options)
    return readingOf(answer, stations, plan, {
      running,
      skewMs: skewOf(options),
      log: options.log,
    })
  } catch (error) {
    // An attempt that the platform does not know nulls the whole answer: the rest still counts.
    if (attemptIds.length === 0 || !spoilsAnswer(error)) throw error
    return readSite(platform, choice, { attemptIds: [], chargelogIds }, options)
  }
}

/** The running sessions: nearly always one page, which came with the refresh. */
async function readRunning(
  platform: Platform,
  first: RefreshData['running'],
  options: RefreshOptions,
): Promise<readonly ChargelogReading[]> {
  if (!first?.data) return options.lastRunning
  const logs = first.data.filter((log) => log !== null)
  const { length } = first.data
  const own = (log: ChargelogLivePartsFragment): ChargelogReading =>
    chargelogReading(log, skewOf(options))
  if (!hasMore(first, length, length, RUNNING_LIMIT)) {
    if (mayLack(first, length)) options.onLack?.()
    return logs.map(own)
  }
  const more = await allPages(
    RUNNING_LIMIT,
    async (pagination) => {
      const variables = { filters: { status: 'started' as const }, pagination }
      const limits = { timeoutMs: options.timeoutMs, signal: options.signal, tries: 1 }
      const answer = await platform.execute(ChargelogsPageDocument, variables, limits)
      return { ...answer, data: answer.data.chargelogsPaged }
    },
    { from: length, known: logs, onLack: options.onLack },
  )
  return [...logs, ...more].map(own)
}

const skewOf = ({ skewMs }: RefreshLimits): number => skewMs?.() ?? 0

function spoilsAnswer(error: unknown): boolean {
  return error instanceof PlatformError && ['not-found', 'invalid'].includes(error.failure.code)
}

/** Meter values of the first 32 sessions, in one request (`chargelogMeterValuesSummary`, L472). */
export async function readMeters(
  platform: Platform,
  sessionIds: readonly string[],
  limits: RefreshLimits,
): Promise<{ readings: MeterReading[]; atMs: number }> {
  const ids = sessionIds.slice(0, maxMeterSessions)
  const document = buildMeterDocument(ids.length)
  const answer = await platform.execute(document, aliasedVariables('m', ids), {
    timeoutMs: limits.timeoutMs,
    signal: limits.signal,
    tries: 1,
  })
  const skewMs = skewOf(limits)
  const leftOutOf = (index: number): number =>
    (answer.leftOut ?? []).filter(({ root }) => root === `m${String(index)}`).length
  const parts = aliasedAnswers('m', answer.data, ids.length)
  const readings = parts.map((values, index) => ({
    ...meterReading(ids[index] ?? '', values, skewMs),
    leftOut: leftOutOf(index),
  }))
  return { readings, atMs: answer.atMs }
}

type StationStatus = StationStatusPartsFragment

/** The statuses of up to 50 stations (operation `cp`); those that the platform does not know are missing. */
async function readStations(
  platform: Platform,
  ids: readonly string[],
  { timeoutMs, signal }: RefreshLimits,
): Promise<StationStatus[]> {
  const shape = { site: false, stations: ids.length, attempts: 0, chargelogs: 0, running: false }
  const limits = { timeoutMs, signal, tries: 1 }
  const document = buildRefreshDocument(shape)
  const answer = await platform.execute(document, aliasedVariables('s', ids), limits)
  return stationsOf(answer, ids.length)
}

function stationsOf({ data }: Answer<RefreshData>, count: number): StationStatus[] {
  return aliasedAnswers('s', data, count).filter((station) => station !== null)
}

function stationsOfSite(answer: Answer<RefreshData>): StationStatus[] {
  if (!answer.data.site) throw siteMissing(answer)
  return (answer.data.site.cps ?? []).filter((station) => station !== null)
}

function readingOf(
  answer: Answer<RefreshData>,
  stations: readonly StationStatus[],
  { attemptIds, chargelogIds }: Pick<FollowPlan, 'attemptIds' | 'chargelogIds'>,
  {
    running,
    skewMs,
    log,
  }: { running: readonly ChargelogReading[]; skewMs: number; log: Log | undefined },
): SiteReading {
  const { data, askedAtMs, atMs } = answer
  return {
    askedAtMs,
    atMs,
    connectors: stations.flatMap(connectorReadings),
    running,
    attempts: aliasedAnswers('a', data, attemptIds.length)
      .filter((each) => each !== null)
      .map((attempt) => attemptReading(attempt, skewMs)),
    chargelogs: aliasedAnswers('c', data, chargelogIds.length)
      .map((chargelog, index) => answerFor(chargelogIds[index] ?? '', chargelog, log))
      .filter((chargelog) => chargelog !== null)
      .map((chargelog) => chargelogReading(chargelog, skewMs)),
  }
}

/** Without an error the platform says that there is no such site; with one it could not tell. */
function siteMissing(answer: Answer<RefreshData>): PlatformError {
  return answer.errors.length === 0
    ? platformError('not-found', 'no such site', 'refused')
    : platformError('unavailable', 'the platform delivered no site', 'refused')
}
