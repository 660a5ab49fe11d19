import fc from 'fast-check'
import { deep, hostileBodies, hostileJson } from './hostile.ts'

/** How an endpoint answers. */
export interface FuzzedResponse {
  readonly status: number
  readonly headers: Record<string, string>
  readonly body: string
}

const json = { 'content-type': 'application/json' }
const statuses = [200, 200, 200, 200, 204, 302, 400, 401, 403, 404, 429, 500, 502, 503, 511, 599]

/** A small answer that is malformed: the data of a good one spoilt somewhere, or something else altogether. */
export function malformedAnswer(data: Record<string, unknown>): fc.Arbitrary<FuzzedResponse> {
  const paths = pathsIn(data)
  const spoilt = fc
    .tuple(fc.constantFrom(...paths), hostileJson, fc.integer({ min: 0, max: 5 }))
    .map(([path, value, way]) => ({ data: changed(data, path, value, way) }))
  const errors = fc.array(
    fc.record(
      { message: hostileJson, path: hostileJson, extensions: hostileJson },
      { requiredKeys: [] },
    ),
    { maxLength: 3 },
  )
  const withErrors = fc.tuple(spoilt, errors).map(([one, list]) => ({ ...one, errors: list }))
  const bodies = fc.oneof(
    { weight: 6, arbitrary: spoilt.map((body) => JSON.stringify(body)) },
    { weight: 2, arbitrary: withErrors.map((body) => JSON.stringify(body)) },
    { weight: 1, arbitrary: fc.constantFrom(...hostileBodies) },
    {
      weight: 1,
      arbitrary: fc
        .nat(JSON.stringify({ data }).length)
        .map((length) => JSON.stringify({ data }).slice(0, length)),
    },
    { weight: 1, arbitrary: hostileJson.map((value) => JSON.stringify(value)) },
  )
  return fc.record({
    status: fc.constantFrom(...statuses),
    headers: fc.constantFrom<Record<string, string>>(
      json,
      json,
      json,
      {},
      { 'content-type': 'text/html' },
      {
        ...json,
        date: 'yesterday',
        'retry-after': '-1e9',
      },
    ),
    body: bodies,
  })
}

/** Too deep for a reader that recurses. */
export function deepBody(levels: number): string {
  const nested = '['.repeat(levels) + ']'.repeat(levels)
  return `{"data":{"deep":${nested}},"errors":${nested}}`
}

/** Every value of the data can be reached by one of these. */
function pathsIn(value: unknown, at: readonly string[] = []): string[][] {
  if (typeof value !== 'object' || value === null) return [[...at]]
  const below = Object.entries(value).flatMap(([key, part]) => pathsIn(part, [...at, key]))
  return at.length === 0 ? below : [[...at], ...below]
}

function changed(data: unknown, path: readonly string[], value: unknown, way: number): unknown {
  const [key, ...rest] = path
  if (key === undefined) return spoil(data, value, way)
  if (Array.isArray(data)) {
    return data.map((item: unknown, index) =>
      String(index) === key ? changed(item, rest, value, way) : item,
    )
  }
  const { [key]: before, ...others } = data as Record<string, unknown>
  if (rest.length === 0 && way === 0) return others
  return { ...others, [key]: changed(before, rest, value, way) }
}

function spoil(before: unknown, value: unknown, way: number): unknown {
  if (way === 1) return null
  if (way === 2) return [before]
  if (way === 3)
    return typeof before === 'object' ? { ...before, tagId: 'taint-0815', more: value } : { before }
  if (way === 4) return deep(60)
  return value
}
