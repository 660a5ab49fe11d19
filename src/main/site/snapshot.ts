import type { Clock } from '#common/clock.ts'
import type { Session, Start } from '#contract/charging.ts'
import type { Approval } from '#contract/desk.ts'
import type { Link, LiveModel, LiveUpdate } from '#contract/live.ts'
import type { Connector, Price } from '#contract/site.ts'
import { composeModel, type ModelContent, type TimedReading } from './compose.ts'
import { differenceOf } from './difference.ts'
import { lateAfterMs } from './pace.ts'
import type { SiteReading } from './reading.ts'
import type { KeptSnapshot, SnapshotFile } from './snapshot-file.ts'
import { createStateTimes } from './state-times.ts'
import type { StaticConnector, StaticSite } from './static.ts'

export interface SnapshotDeps {
  clock: Clock
  file: SnapshotFile
  /** What the file held at launch. */
  kept: KeptSnapshot | null
  onUpdate: (update: LiveUpdate) => void
  /** The platform's clock less ours (ms); 0 when nobody measures it. */
  skewMs?: () => number
  /** The site's time zone, an IANA name. Default UTC. */
  timeZone?: string
  /** Without an account nothing is started here. */
  showsOnly?: () => boolean
  /** Where its revisions begin. Default 0. */
  firstRevision?: number
}

/** What the model is made of beside the site. */
export interface SnapshotSources {
  charging: () => {
    starts: readonly Start[]
    sessions: readonly Session[]
    receipts?: ReadonlyMap<string, number>
    approvals?: readonly Approval[]
  }
  priceOf: (connector: StaticConnector) => Price
}

export interface Snapshot {
  /** From now on the model shows these, too. */
  wire(sources: SnapshotSources): void
  /** The whole model as of now, with everything that has changed until now. */
  model(): LiveModel
  /** As last sent: a connector's state with everything that main knew then. */
  connector(id: string): Connector | null
  staticConnectors(): readonly StaticConnector[]
  takeStatic(site: StaticSite): void
  takeReading(reading: SiteReading): void
  takeLink(link: Link): void
  /** Something that is not handed over here has changed: charging, prices or the time. */
  changed: () => void
  /** Keeps the present state on disk. */
  save(): void
}

/** The disk is spared: the last snapshot may be a minute older than the end. */
const SAVE_EVERY_MS = 60_000

const NO_SOURCES: SnapshotSources = {
  charging: () => ({ starts: [], sessions: [] }),
  priceOf: () => ({ kind: 'pending' }),
}

/** Composes the live model and sends its differences; an unchanged refresh sends nothing. */
export function createSnapshot(deps: SnapshotDeps): Snapshot {
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
  let revision = deps.firstRevision ?? 0
  let savedAtMs = -Infinity
  let scheduled = false
  let sources = NO_SOURCES

  const withSince = createStateTimes(clock)
  const compose = (): ModelContent => {
    const content = composeModel({
      nowMs: clock.now(),
      skewMs: deps.skewMs?.() ?? 0,
      ...(deps.timeZone !== undefined && { timeZone: deps.timeZone }),
      lateAfterMs: lateAfterMs(clock),
      site,
      link,
      readings,
      refreshedAtMs,
      ...sources.charging(),
      showsOnly: deps.showsOnly?.() ?? false,
      priceOf: sources.priceOf,
    })
    return { ...content, connectors: withSince(content.connectors) }
  }

  let model = compose()

  const update = (): void => {
    const next = compose()
    const difference = differenceOf(model, next)
    if (!difference) return
    model = next
    revision += 1
    deps.onUpdate({ revision, ...difference })
  }

  /** Several changes in one go are sent once. */
  const changed = (): void => {
    if (scheduled) return
    scheduled = true
    queueMicrotask(() => {
      scheduled = false
      update()
    })
  }

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
    wire(next) {
      sources = next
      model = compose()
    },
    model() {
      update()
      return { revision, ...model }
    },
    connector(id) {
      return model.connectors.find((connector) => connector.id === id) ?? null
    },
    staticConnectors() {
      return site?.connectors ?? []
    },
    takeStatic(fresh) {
      site = fresh
      const ids = new Set(fresh.connectors.map(({ id }) => id))
      for (const id of readings.keys()) if (!ids.has(id)) readings.delete(id)
      changed()
    },
    takeReading(reading) {
      refreshedAtMs = reading.askedAtMs
      for (const each of reading.connectors)
        readings.set(each.id, { reading: each, atMs: refreshedAtMs })
      if (clock.now() - savedAtMs >= SAVE_EVERY_MS) save()
      changed()
    },
    takeLink(fresh) {
      link = fresh
      changed()
    },
    changed,
    save,
  }
}

function copyOf(connector: StaticConnector) {
  return { ...connector, maintenance: [...connector.maintenance] }
}
