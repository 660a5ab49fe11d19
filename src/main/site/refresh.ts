import { aliasedAnswers, aliasedVariables } from '#platform/aliases.ts'
import { buildMeterDocument, maxMeterSessions } from '#platform/batches.ts'
import { buildRefreshDocument, type RefreshData } from '#platform/refresh.ts'
import { ChargelogsPageDocument } from '#platform/generated/main/graphql.ts'
import { platformError } from '#main/platform/failures.ts'
import { allPages, hasMore } from '#main/platform/paging.ts'
import { PlatformError, type Answer, type Platform } from '#main/platform/platform.ts'
import { attemptReading, chargelogReading, connectorReading, meterReading } from './delivered.ts'
import type { ChargelogReading, FollowPlan, MeterReading, SiteReading } from './reading.ts'

export interface RefreshLimits {
  /** Real milliseconds. */
  timeoutMs: number
  signal: AbortSignal
}

const RUNNING_LIMIT = 100

export interface RefreshOptions extends RefreshLimits {
  /** False for an anonymous session: it has no sessions of its own. */
  running: boolean
  /** Stands in when the platform fails on the running sessions alone. */
  lastRunning: readonly ChargelogReading[]
}

/**
 * One refresh of the site: one HTTP request (operations `site`, `chargelogsPaged`,
 * `remoteStartAttemptStatus`, `chargelog`). Throws a PlatformError, or the signal's reason.
 */
export async function readSite(
  platform: Platform,
  siteId: string,
  plan: Pick<FollowPlan, 'attemptIds' | 'chargelogIds'>,
  options: RefreshOptions,
): Promise<SiteReading> {
  const { attemptIds, chargelogIds } = plan
  const document = buildRefreshDocument({
    site: true,
    stations: 0,
    attempts: attemptIds.length,
    chargelogs: chargelogIds.length,
    running: options.running,
  })
  const variables = {
    site: siteId,
    ignoreMarketingConfiguration: true,
    ...(options.running ? { page: { limit: RUNNING_LIMIT, offset: 0 } } : {}),
    ...aliasedVariables('a', attemptIds),
    ...aliasedVariables('c', chargelogIds),
  }
  const limits = { timeoutMs: options.timeoutMs, signal: options.signal, tries: 1 }
  try {
    const answer = await platform.execute(document, variables, limits)
    const running = await readRunning(platform, answer.data.running, options)
    return readingOf(answer, attemptIds.length, chargelogIds.length, running)
  } catch (error) {
    // An attempt that the platform does not know nulls the whole answer: the rest still counts.
    if (attemptIds.length === 0 || !spoilsAnswer(error)) throw error
    return readSite(platform, siteId, { attemptIds: [], chargelogIds }, options)
  }
}

/** The running sessions: nearly always one page, which came with the refresh. */
async function readRunning(
  platform: Platform,
  first: RefreshData['running'],
  { lastRunning, timeoutMs, signal }: RefreshOptions,
): Promise<readonly ChargelogReading[]> {
  if (!first?.data) return lastRunning
  const logs = first.data.filter((log) => log !== null)
  const { length } = first.data
  if (!hasMore(first, length, length, RUNNING_LIMIT)) return logs.map(chargelogReading)
  const more = await allPages(
    RUNNING_LIMIT,
    async (pagination) => {
      const variables = { filters: { status: 'started' as const }, pagination }
      const limits = { timeoutMs, signal, tries: 1 }
      const answer = await platform.execute(ChargelogsPageDocument, variables, limits)
      return { ...answer, data: answer.data.chargelogsPaged }
    },
    length,
  )
  return [...logs, ...more].map(chargelogReading)
}

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
    ...limits,
    tries: 1,
  })
  const parts = aliasedAnswers('m', answer.data, ids.length)
  const readings = parts.map((values, index) => meterReading(ids[index] ?? '', values))
  return { readings, atMs: answer.atMs }
}

function readingOf(
  answer: Answer<RefreshData>,
  attempts: number,
  chargelogs: number,
  running: readonly ChargelogReading[],
): SiteReading {
  const { data, atMs } = answer
  if (!data.site) throw siteMissing(answer)
  const stations = (data.site.cps ?? []).filter((station) => station !== null)
  const connectors = stations.flatMap((station) => station.connectors ?? [])
  return {
    atMs,
    connectors: connectors.filter((connector) => connector !== null).map(connectorReading),
    running,
    attempts: aliasedAnswers('a', data, attempts)
      .filter((each) => each !== null)
      .map(attemptReading),
    chargelogs: aliasedAnswers('c', data, chargelogs)
      .filter((log) => log !== null)
      .map(chargelogReading),
  }
}

/** Without an error the platform says that there is no such site; with one it could not tell. */
function siteMissing(answer: Answer<RefreshData>): PlatformError {
  return answer.errors.length === 0
    ? platformError('not-found', 'no such site', 'refused')
    : platformError('unavailable', 'the platform delivered no site', 'refused')
}
