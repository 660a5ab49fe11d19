import type { Clock } from '#common/clock.ts'
import type { Session, Start } from '#contract/charging.ts'
import type { Approval } from '#contract/desk.ts'
import type { Link, LiveModel, LiveUpdate } from '#contract/live.ts'
import type { Connector, Price } from '#contract/site.ts'
import { composeModel, type ModelContent, type ModelParts } from './compose.ts'
import { differenceOf } from './difference.ts'
import { createKnownSite, type KnownSite } from './known-site.ts'
import { lateAfterMs } from './pace.ts'
import type { SiteReading } from './reading.ts'
import type { KeptSnapshot, SnapshotFile } from './snapshot-file.ts'
import { createStateTimes } from './state-times.ts'
import type { StaticConnector, StaticSite } from './static.ts'

export interface LiveModelDeps {
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
export interface LiveModelSources {
  charging: () => {
    starts: readonly Start[]
    sessions: readonly Session[]
    receipts?: ReadonlyMap<string, number>
    approvals?: readonly Approval[]
  }
  priceOf: (connector: StaticConnector) => Price
}

export interface LiveModelStore {
  /** From now on the model shows these, too. */
  wire(sources: LiveModelSources): void
  /** The whole model as of now, with everything that has changed until now. */
  current(): LiveModel
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

const NO_SOURCES: LiveModelSources = {
  charging: () => ({ starts: [], sessions: [] }),
  priceOf: () => ({ kind: 'pending' }),
}

/** Composes the live model and sends its differences; an unchanged refresh sends nothing. */
export function createLiveModelStore(deps: LiveModelDeps): LiveModelStore {
  const { clock } = deps
  const known = createKnownSite(deps)
  let revision = deps.firstRevision ?? 0
  let scheduled = false
  let sources = NO_SOURCES

  const withSince = createStateTimes(clock)
  const compose = (): ModelContent => {
    const content = composeModel(partsNow(deps, known, sources))
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

  return {
    wire(next) {
      sources = next
      model = compose()
    },
    current() {
      update()
      return { revision, ...model }
    },
    connector(id) {
      return model.connectors.find((connector) => connector.id === id) ?? null
    },
    staticConnectors() {
      return known.parts().site?.connectors ?? []
    },
    takeStatic(site) {
      known.takeStatic(site)
      changed()
    },
    takeReading(reading) {
      known.takeReading(reading)
      changed()
    },
    takeLink(link) {
      known.takeLink(link)
      changed()
    },
    changed,
    save: known.save,
  }
}

/** Everything that the model is made of, as of now. */
function partsNow(
  deps: LiveModelDeps,
  known: KnownSite,
  { charging, priceOf }: LiveModelSources,
): ModelParts {
  const { clock, timeZone } = deps
  return {
    nowMs: clock.now(),
    skewMs: deps.skewMs?.() ?? 0,
    ...(timeZone !== undefined && { timeZone }),
    lateAfterMs: lateAfterMs(clock),
    ...known.parts(),
    ...charging(),
    showsOnly: deps.showsOnly?.() ?? false,
    priceOf,
  }
}
