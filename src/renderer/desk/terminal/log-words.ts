import type { LogLine } from '#contract/system.ts'

/** Where something was, as far as the facts of a line say so: the first that is there counts. */
const PLACES = ['connectorNumber', 'connectorId', 'stationId', 'place', 'name', 'field'] as const

/** @param numberOf a connector's number by its id; undefined: unknown here */
export function logPlace(
  { facts }: Pick<LogLine, 'facts'>,
  numberOf: (connectorId: string) => string | undefined,
): string {
  const known = factsOf(facts)
  for (const name of PLACES) {
    const value = known[name]
    if (typeof value !== 'string' && typeof value !== 'number') continue
    return name === 'connectorId' ? (numberOf(String(value)) ?? String(value)) : String(value)
  }
  return ''
}

/** `code: offline, pauseMs: 4000`: the facts without their brackets. */
export const logDetails = ({ facts }: Pick<LogLine, 'facts'>): string =>
  Object.entries(factsOf(facts))
    .map(([name, value]) => `${name}: ${typeof value === 'string' ? value : JSON.stringify(value)}`)
    .join(', ')

/** What was written is one line of JSON; anything else has no facts. */
function factsOf(facts: string): Record<string, unknown> {
  try {
    const read: unknown = JSON.parse(facts)
    return typeof read === 'object' && read !== null ? { ...read } : {}
  } catch {
    return {}
  }
}
