import type { Connector, PlugKind } from '#contract/site.ts'
import { isFree } from './state-looks.ts'

export type Current = NonNullable<Connector['current']>

/** What a guest wants to see; null is everything. */
export interface ConnectorFilter {
  readonly plug: PlugKind | null
  /** Connectors of this power and more (kW). */
  readonly fromKW: number | null
  readonly current: Current | null
  readonly freeOnly: boolean
  /** Only what is free of charge. */
  readonly noCharge: boolean
}

const MOST_POWER_CLASSES = 3

/** The plug types of the site, in the order in which it names them; empty where all are the same. */
export function plugsOf(connectors: readonly Connector[]): PlugKind[] {
  const plugs = [...new Set(connectors.map((connector) => connector.plug))]
  return plugs.length > 1 ? plugs : []
}

/** AC and DC, where the site has both. */
export function currentsOf(connectors: readonly Connector[]): readonly Current[] {
  const all = new Set(connectors.map(({ current }) => current))
  return all.has('AC') && all.has('DC') ? ['AC', 'DC'] : []
}

/** Whether some are free of charge and others are not. */
export function hasBothPriced(connectors: readonly Connector[]): boolean {
  return new Set(connectors.map(({ freeOfCharge }) => freeOfCharge)).size > 1
}

/**
 * The powers (kW, ascending) that tell this site's connectors apart: the strongest first chosen,
 * never the weakest, which all reach.
 */
export function powersOf(connectors: readonly Connector[]): number[] {
  const powers = connectors.flatMap(({ maxPowerKW }) => (maxPowerKW === null ? [] : [maxPowerKW]))
  const classes = [...new Set(powers)].sort((one, other) => one - other).slice(1)
  if (classes.length <= MOST_POWER_CLASSES) return classes
  const last = classes.length - 1
  const spread = Array.from({ length: MOST_POWER_CLASSES }, (_, index) =>
    Math.round((index * last) / (MOST_POWER_CLASSES - 1)),
  )
  return spread.flatMap((index) => classes[index] ?? [])
}

/** Whether a connector is what the guest wants; one of unknown power or current is none that was asked for. */
export function fits(connector: Connector, filter: ConnectorFilter): boolean {
  if (filter.plug !== null && connector.plug !== filter.plug) return false
  if (filter.current !== null && connector.current !== filter.current) return false
  if (filter.noCharge && !connector.freeOfCharge) return false
  if (filter.fromKW !== null && (connector.maxPowerKW ?? 0) < filter.fromKW) return false
  return !filter.freeOnly || (isFree(connector) && connector.startBlock === null)
}

/** Without stars, dashes and spaces: people leave them out when they type an EVSE ID. */
function bare(text: string): string {
  return text.replaceAll(/[\s*-]/g, '').toUpperCase()
}

/**
 * The connectors that a typed text means: by number the exact one first, then those that begin
 * with it; from four characters on also by EVSE ID.
 */
export function search(connectors: readonly Connector[], typed: string): Connector[] {
  const text = bare(typed)
  if (text === '') return []
  const rank = (connector: Connector): number => {
    const number = bare(connector.number)
    if (number === text) return 0
    if (number.startsWith(text)) return 1
    return text.length >= 4 && bare(connector.evseId ?? '').includes(text) ? 2 : 3
  }
  return connectors
    .map((connector) => ({ connector, rank: rank(connector) }))
    .filter((found) => found.rank < 3)
    .sort((one, other) => one.rank - other.rank)
    .map(({ connector }) => connector)
}
