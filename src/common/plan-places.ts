/** From the left and from the top, in percent of the plan's picture. */
export type PlanPlace = readonly [number, number]

/** Where plugs are on the operator's plan, by the number of a plug, its EVSE ID, or its station's name. */
export type PlanPlaces = Readonly<Record<string, PlanPlace>>

interface Placeable {
  readonly id: string
  readonly number: string
  readonly evseId: string | null
  readonly stationLabel: string | null
}

/**
 * The place of each connector that has one, by its id: a name of its own goes before that of its station.
 * `unknown`: names that mean no plug of these, or a number that several have.
 */
export function placesOf(
  connectors: readonly Placeable[],
  places: PlanPlaces,
): { readonly at: ReadonlyMap<string, PlanPlace>; readonly unknown: readonly string[] } {
  const byStation = groupedBy(connectors, ({ stationLabel }) => stationLabel)
  const byEvse = groupedBy(connectors, ({ evseId }) => evseId && bare(evseId))
  const byNumber = groupedBy(connectors, ({ number }) => number)
  const alone = (name: string): readonly Placeable[] => {
    const found = byNumber.get(name) ?? []
    return found.length === 1 ? found : []
  }
  const named = Object.entries(places).map(([name, place]) => {
    const ways = [alone(name), byEvse.get(bare(name)) ?? [], byStation.get(name) ?? []]
    const way = ways.findIndex(({ length }) => length > 0)
    return { name, place, way, found: ways[way] ?? [] }
  })
  // The closest name is set last.
  const ordered = named.toSorted((one, other) => other.way - one.way)
  return {
    at: new Map(ordered.flatMap(({ found, place }) => found.map(({ id }) => [id, place] as const))),
    unknown: named.flatMap(({ name, found }) => (found.length === 0 ? [name] : [])),
  }
}

/** People leave the stars of an EVSE ID out. */
const bare = (text: string): string => text.replaceAll(/[\s*-]/g, '').toUpperCase()

/** Those that have it, by it. */
function groupedBy(
  connectors: readonly Placeable[],
  nameOf: (one: Placeable) => string | null,
): ReadonlyMap<string | null, readonly Placeable[]> {
  return Map.groupBy(
    connectors.filter((one) => nameOf(one)),
    nameOf,
  )
}
