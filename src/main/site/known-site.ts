import type { Clock } from '#common/clock.ts'
import type { Link } from '#contract/live.ts'
import type { ModelParts, TimedReading } from './compose.ts'
import type { SiteReading } from './reading.ts'
import type { KeptSnapshot, SnapshotFile } from './snapshot-file.ts'
import type { StaticConnector, StaticSite } from './static.ts'

/** What the platform has said of the site so far, in this launch or before it. */
export interface KnownSite {
  parts(): Pick<ModelParts, 'site' | 'link' | 'readings' | 'refreshedAtMs'>
  takeStatic(site: StaticSite): void
  /** Keeps it on disk, too, once a minute. */
  takeReading(reading: SiteReading): void
  takeLink(link: Link): void
  /** Keeps what is known on disk; nothing before the first refresh. */
  save(): void
}

/** The disk is spared: the last snapshot may be a minute older than the end. */
const SAVE_EVERY_MS = 60_000

/** `kept`: what the file held at launch. */
export function createKnownSite(deps: {
  clock: Clock
  file: SnapshotFile
  kept: KeptSnapshot | null
}): KnownSite {
  const { clock, file, kept } = deps
  const readings = new Map<string, TimedReading>(
    kept?.readings.map((timed) => [timed.reading.id, timed]),
  )
  let site: StaticSite | null = kept?.site ?? null
  let refreshedAtMs: number | null = kept?.refreshedAtMs ?? null
  let link: Link = {
    state: 'connecting',
    sinceMs: clock.now(),
    lastGoodAtMs: refreshedAtMs,
    error: null,
  }
  let savedAtMs = -Infinity

  const save = (): void => {
    if (!site || refreshedAtMs === null) return
    savedAtMs = clock.now()
    file.save({
      site: { site: site.site, connectors: site.connectors.map(copyOf) },
      refreshedAtMs,
      readings: [...readings.values()],
    })
  }

  return {
    parts: () => ({ site, link, readings, refreshedAtMs }),
    takeStatic(fresh) {
      site = fresh
      const ids = new Set(fresh.connectors.map(({ id }) => id))
      for (const id of readings.keys()) if (!ids.has(id)) readings.delete(id)
    },
    takeReading({ askedAtMs, connectors }) {
      refreshedAtMs = askedAtMs
      for (const each of connectors) readings.set(each.id, { reading: each, atMs: askedAtMs })
      if (clock.now() - savedAtMs >= SAVE_EVERY_MS) save()
    },
    takeLink(fresh) {
      link = fresh
    },
    save,
  }
}

function copyOf(connector: StaticConnector) {
  return { ...connector, maintenance: [...connector.maintenance] }
}
