import fc from 'fast-check'
import { z } from 'zod'
import { commands, type CommandName } from '#contract/commands.ts'
import { trustedOperations } from '#platform/generated/trusted.ts'
import { hostile, monster } from './hostile.ts'

interface JsonSchema {
  type?: string | string[]
  properties?: Record<string, JsonSchema>
  items?: JsonSchema
  anyOf?: JsonSchema[]
  oneOf?: JsonSchema[]
  enum?: unknown[]
  const?: unknown
  pattern?: string
  minLength?: number
  minimum?: number
}

/** Ids that mean something where the messages go. */
export type KnownIds = () => readonly string[]

const names = Object.keys(commands) as CommandName[]

/** One message to the bridge: anything, or something near what a command takes. */
export function messageOf(ids: KnownIds): fc.Arbitrary<[unknown, unknown]> {
  // Each of these brings another terminal in place: a few hundred times are enough.
  const usual = names.filter((name) => !name.startsWith('training.'))
  const named = fc.oneof(
    { weight: 200, arbitrary: fc.constantFrom(...usual) },
    { weight: 1, arbitrary: fc.constantFrom(...names) },
  )
  const near = named.chain((name) => {
    const schema = z.toJSONSchema(commands[name].input, { unrepresentable: 'any' }) as JsonSchema
    const good = fitting(schema, ids)
    const input = fc.oneof(
      { weight: 5, arbitrary: good.chain(spoilt) },
      { weight: 2, arbitrary: good },
      { weight: 2, arbitrary: hostile },
    )
    return fc.tuple(fc.constant<unknown>(name), input)
  })
  return fc.oneof(
    { weight: 300, arbitrary: near },
    { weight: 30, arbitrary: fc.tuple(hostile, hostile) },
    { weight: 1, arbitrary: fc.tuple(fc.constantFrom<unknown>(...names), monster) },
    { weight: 1, arbitrary: monsterWithin() },
  )
}

/** Where a command takes free JSON, a monster may hide inside. */
function monsterWithin(): fc.Arbitrary<[unknown, unknown]> {
  const [id = ''] = Object.keys(trustedOperations)
  return fc.oneof(
    monster.map((value): [unknown, unknown] => ['platform.ask', { id, variables: { value } }]),
    monster.map((value): [unknown, unknown] => [
      'terminal.changeSettings',
      { changes: { guest: value } },
    ]),
  )
}

/** Something that the schema allows, or nearly. */
function fitting(schema: JsonSchema, ids: KnownIds): fc.Arbitrary<unknown> {
  const { anyOf, oneOf, type, properties } = schema
  if ('const' in schema) return fc.constant(schema.const)
  if (schema.enum) return fc.constantFrom(...schema.enum)
  const ways = anyOf ?? oneOf
  if (ways) return fc.oneof(...ways.map((way) => fitting(way, ids)))
  if (properties) {
    return fc.record(
      Object.fromEntries(
        Object.entries(properties).map(([name, part]) => [name, fitting(part, ids)]),
      ),
    )
  }
  if (type === 'object')
    return fc.dictionary(fc.string({ maxLength: 8 }), fc.jsonValue(), { maxKeys: 3 })
  if (type === 'array') return fc.array(fitting(schema.items ?? {}, ids), { maxLength: 3 })
  if (type === 'boolean') return fc.boolean()
  if (type === 'integer') return fc.integer({ min: schema.minimum ?? 0, max: 600 })
  if (type === 'number') return fc.double({ noNaN: true })
  if (type === 'null') return fc.constant(null)
  if (type === 'string') return text(schema, ids)
  return hostile
}

function text({ pattern }: JsonSchema, ids: KnownIds): fc.Arbitrary<string> {
  if (pattern?.includes('\\d')) return fc.stringMatching(/^\d{4,8}$/)
  const known = fc.constant(0).chain(() => fc.constantFrom('x', ...ids()))
  const operations = fc.constantFrom(...Object.keys(trustedOperations))
  return fc.oneof(known, known, operations, fc.string({ minLength: 1, maxLength: 30 }))
}

/** One field is missing, strange, or one too many. */
function spoilt(good: unknown): fc.Arbitrary<unknown> {
  if (typeof good !== 'object' || good === null || Array.isArray(good)) return hostile
  const fields = Object.keys(good)
  const without = fc.constantFrom(...fields, 'none').map((name) => {
    const { [name]: _gone, ...rest } = good as Record<string, unknown>
    return rest
  })
  const strange = fc
    .tuple(fc.constantFrom(...fields, 'more', '__proto__', 'constructor'), hostile)
    .map(([name, value]) => Object.fromEntries([...Object.entries(good), [name, value]]))
  return fc.oneof({ weight: 1, arbitrary: without }, { weight: 3, arbitrary: strange })
}
