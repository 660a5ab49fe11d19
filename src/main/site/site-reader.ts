import type { Clock } from '#common/clock.ts'
import type { Log } from '#main/core/log.ts'
import type { Platform } from '#main/platform/platform.ts'
import type { FollowPlan, SiteReading } from './reading.ts'
import { readSite } from './refresh.ts'
import type { SiteSelection } from './selection.ts'
import { createStaticReader } from './static-reader.ts'
import type { StaticReading, StaticSite } from './static.ts'

/** Reads the site for one refresh, and its static data when that is due. */
export interface SiteReader {
  /** `timeoutMs` is real. Throws a PlatformError, or the signal's reason. */
  read(plan: FollowPlan, limits: { timeoutMs: number; signal: AbortSignal }): Promise<SiteReading>
}

export interface SiteReaderDeps {
  platform: Platform
  clock: Clock
  log: Log
  /** Null: the account's first site. */
  choice: SiteSelection | null
  /** Anonymous sessions have no running sessions to ask for. */
  role: () => 'CRM' | 'ANYM'
  /** The platform's clock less ours (ms); 0 when nobody measures it. */
  skewMs?: () => number
  onStatic: (site: StaticReading) => void
}

/** `kept`: the site as it was before this launch; null when nothing is known of it. */
export function createSiteReader(deps: SiteReaderDeps & { kept: StaticSite | null }): SiteReader {
  const { platform, log, skewMs } = deps
  const statics = createStaticReader(deps)
  let lastRunning: SiteReading['running'] = []
  let hasWarnedOfLack = false

  const onLack = (): void => {
    if (!hasWarnedOfLack) log.warn({}, 'the list of running sessions may be incomplete')
    hasWarnedOfLack = true
  }

  return {
    async read(plan, limits) {
      const choice = await statics.choice(limits)
      const known = { running: deps.role() === 'CRM', lastRunning }
      const options = { ...limits, ...known, log, onLack, ...(skewMs && { skewMs }) }
      const [reading] = await Promise.all([
        readSite(platform, choice, plan, options),
        statics.ready(choice, limits),
      ])
      limits.signal.throwIfAborted()
      statics.compare(reading)
      lastRunning = reading.running
      return reading
    },
  }
}
