import type { Clock } from '#common/clock.ts'
import type { Log } from '#main/log.ts'
import { PlatformError, type Platform } from '#main/platform/platform.ts'
import type { SiteReading } from './reading.ts'
import type { RefreshLimits } from './refresh.ts'
import { firstSiteId, readStaticSite, type StaticReading } from './static.ts'

const KEPT_MS = 10 * 60_000
const AFTER_FAILURE_MS = 60_000

export interface StaticReader {
  siteId(limits: RefreshLimits): Promise<string>
  /** Resolves once there is static data; the first time it throws when there is none to be had. */
  ready(siteId: string, limits: RefreshLimits): Promise<void>
  /** A connector that nobody knows yet: the site has changed, and is read again soon. */
  compare(reading: SiteReading): void
}

/** Knows which site is shown, and reads its static data again when that is due. */
export function createStaticReader(deps: {
  platform: Platform
  clock: Clock
  log: Log
  siteId: string | null
  onStatic: (site: StaticReading) => void
}): StaticReader {
  const { platform, clock, log } = deps
  let chosenId = deps.siteId
  let known: StaticReading | null = null
  let dueMs = -Infinity

  const readNow = async (siteId: string, limits: RefreshLimits): Promise<void> => {
    known = await readStaticSite(platform, siteId, limits, known)
    dueMs = clock.now() + KEPT_MS
    deps.onStatic(known)
  }

  const readAgain = async (siteId: string, limits: RefreshLimits): Promise<void> => {
    dueMs = clock.now() + AFTER_FAILURE_MS
    try {
      await readNow(siteId, limits)
    } catch (error) {
      const code = error instanceof PlatformError ? error.failure.code : 'internal'
      log.info({ code }, 'static data not read again')
    }
  }

  return {
    async siteId(limits) {
      chosenId ??= await firstSiteId(platform, limits)
      return chosenId
    },
    async ready(siteId, limits) {
      if (known === null) await readNow(siteId, limits)
      else if (clock.now() >= dueMs) void readAgain(siteId, limits)
    },
    compare(reading) {
      const ids = new Set(known?.connectors.map(({ id }) => id))
      const strange = reading.connectors.some(({ id }) => !ids.has(id))
      if (strange) dueMs = Math.min(dueMs, clock.now() + AFTER_FAILURE_MS)
    },
  }
}
