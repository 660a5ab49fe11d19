import type { Clock } from '#common/clock.ts'
import type { Log } from '#main/core/log.ts'
import { PlatformError, type Platform } from '#main/platform/platform.ts'
import type { SiteReading } from './reading.ts'
import type { RefreshLimits } from './refresh.ts'
import type { SiteSelection } from './selection.ts'
import {
  firstSiteId,
  readStaticSite,
  readStaticStations,
  type StaticReading,
  type StaticSite,
} from './static.ts'

const KEPT_MS = 10 * 60_000
const SOONEST_AGAIN_MS = 60_000

export interface StaticReader {
  choice(limits: RefreshLimits): Promise<SiteSelection>
  /**
   * Resolves once there is static data. Until there is a connector to show, it is asked for with each
   * refresh, and throws when there is no answer.
   */
  ready(choice: SiteSelection, limits: RefreshLimits): Promise<void>
  /** A connector that nobody knows yet: the site has changed, and is read again, at most once a minute. */
  compare(reading: SiteReading): void
}

/** Knows which site is shown, and reads its static data again when that is due. */
export function createStaticReader(deps: {
  platform: Platform
  clock: Clock
  log: Log
  /** Null: the account's first site. */
  choice: SiteSelection | null
  /** The same site as it was before this launch; null when nothing is known of it. */
  kept: StaticSite | null
  onStatic: (site: StaticReading) => void
}): StaticReader {
  const { platform, clock, log } = deps
  let chosen = deps.choice
  let known: StaticReading | null = deps.kept && { ...deps.kept, pictureUrls: new Map() }
  let isReady = false
  let askedAtMs = -Infinity
  let dueMs = -Infinity

  const readNow = async (choice: SiteSelection, limits: RefreshLimits): Promise<void> => {
    askedAtMs = clock.now()
    known =
      typeof choice === 'string'
        ? await readStaticSite(platform, choice, limits, known)
        : await readStaticStations(platform, choice, limits, known)
    isReady = known.connectors.length > 0
    dueMs = clock.now() + KEPT_MS
    deps.onStatic(known)
  }

  const readAgain = async (choice: SiteSelection, limits: RefreshLimits): Promise<void> => {
    dueMs = clock.now() + SOONEST_AGAIN_MS
    try {
      await readNow(choice, limits)
    } catch (error) {
      const code = error instanceof PlatformError ? error.failure.code : 'internal'
      log.info({ code }, 'static data not read again')
    }
  }

  return {
    async choice(limits) {
      chosen ??= await firstSiteId(platform, limits)
      return chosen
    },
    async ready(choice, limits) {
      if (!isReady) await readNow(choice, limits)
      else if (clock.now() >= dueMs) void readAgain(choice, limits)
    },
    compare(reading) {
      const ids = new Set(known?.connectors.map(({ id }) => id))
      const strange = reading.connectors.some(({ id }) => !ids.has(id))
      if (strange) dueMs = Math.min(dueMs, askedAtMs + SOONEST_AGAIN_MS)
    },
  }
}
