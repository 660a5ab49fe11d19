import type { Connector, Station } from '../state/model.ts'
import type { Network } from '../state/network.ts'
import type { RootFields } from './kit.ts'
import { forAnyone } from './kit.ts'

export interface ConnectorFilter {
  slug?: string | null
  options?: (string | null)[] | null
}

interface Option {
  slug: string
  label: string
  icon: string | null
  matches: (connector: Connector) => boolean
}

const POWER_CLASSES: readonly Option[] = [
  {
    slug: 'power_class_low',
    label: '< 50kW',
    icon: null,
    matches: ({ plug }) => plug.maxPowerKW < 50,
  },
  {
    slug: 'power_class_high',
    label: '>= 50kW',
    icon: null,
    matches: ({ plug }) => plug.maxPowerKW >= 50,
  },
]

const CURRENT_TYPES: readonly Option[] = (['AC', 'DC'] as const).map((current) => ({
  slug: `current_type_${current.toLowerCase()}`,
  label: current,
  icon: null,
  matches: ({ plug }: Connector) => plug.current === current,
}))

/** The plugs there are at present: not hardcoded, as the reference says (L3655). */
function plugTypes(network: Network): Option[] {
  const types = new Set(network.connectors.map(({ plug }) => plug.plugType))
  return [...types].sort().map((plugType) => {
    const name = plugType.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')
    return {
      slug: `connector_plug_type_connector-${name}`,
      label: plugType,
      icon: `connector-${name}`,
      matches: ({ plug }) => plug.plugType === plugType,
    }
  })
}

/**
 * Stations with a connector that every filter lets pass. Options of one filter are alternatives;
 * unknown options match nothing (traps 58 leaves both open).
 */
export function filterStations(
  stations: readonly Station[],
  filters: (ConnectorFilter | null)[] | null | undefined,
  network: Network,
): Station[] {
  const known = [...POWER_CLASSES, ...CURRENT_TYPES, ...plugTypes(network)]
  const active = (filters ?? []).flatMap((filter) => (filter?.options?.length ? [filter] : []))
  const passes = (connector: Connector, { options }: ConnectorFilter): boolean =>
    known.some(({ slug, matches }) => options?.includes(slug) === true && matches(connector))
  return stations.filter((station) =>
    station.connectors.some((connector) => active.every((filter) => passes(connector, filter))),
  )
}

const toAnswer = (slug: string, label: string, options: readonly Option[]): object => ({
  slug,
  label,
  type: 'multiselect',
  options: options.map((option) => ({
    slug: option.slug,
    label: option.label,
    icon: option.icon,
    default: false,
  })),
})

export const filterQueries: RootFields = {
  filters: forAnyone((_args, { world }) => [
    toAnswer('FILTER_BY_CONNECTOR_TYPE', 'Connector Type', plugTypes(world.network)),
    toAnswer('POWER_CLASS', 'Power Class', POWER_CLASSES),
    toAnswer('CURRENT_TYPE', 'Current Type', CURRENT_TYPES),
  ]),
}
