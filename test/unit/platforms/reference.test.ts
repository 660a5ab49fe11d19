import {
  buildSchema,
  getNamedType,
  isCompositeType,
  isInterfaceType,
  isObjectType,
  parse,
  type GraphQLField,
  type GraphQLOutputType,
} from 'graphql'
import { describe, expect, it } from 'vitest'
import { typeDefs } from '#platform/schema-text.ts'
import printed from '#test/fixtures/reference-examples.json'
import { fuzzedOperation } from '#test/fuzz/operations.ts'
import { answer } from '#test/platforms/answer.ts'
import { referenceAnswers } from '#test/platforms/reference.ts'

type Shape = string | Shape[] | { [key: string]: Shape }

const schema = buildSchema(typeDefs)
const fields = [
  ...Object.values(schema.getQueryType()?.getFields() ?? {}).map((of) => ['query', of] as const),
  ...Object.values(schema.getMutationType()?.getFields() ?? {}).map(
    (of) => ['mutation', of] as const,
  ),
]
const shapes: Record<string, Shape | undefined> = printed
/** Tokens are made when they are asked for: those of the reference have run out. */
const documented = fields.filter(([, { type }]) => !String(type).startsWith('SessionAuth'))

describe('the platform of the reference answers as the reference prints it', () => {
  it.each(documented)('%s $name', (kind, field) => {
    const shape = shapes[field.name]
    if (shape === undefined) throw new Error('The reference has no example')
    const text = operationOf(kind, field, shape)
    const { variables } = fuzzedOperation(field.name, text)
    const { data, errors } = answer(referenceAnswers, parse(text), variables)
    expect(errors).toBeUndefined()
    expect(shapeOf(data?.[field.name], shape)).toEqual(shape)
  })
})

function operationOf(kind: string, field: GraphQLField<unknown, unknown>, shape: Shape): string {
  const needed = field.args.filter(({ type }) => String(type).endsWith('!'))
  const declared = needed.map(({ name, type }) => `$${name}: ${String(type)}`).join(', ')
  const given = needed.map(({ name }) => `${name}: $${name}`).join(', ')
  const root = `${field.name}${given && `(${given})`} ${selectionOf(field.type, shape)}`
  return `${kind} ${declared && `(${declared})`} { ${root} }`
}

/** What of a type the example shows. */
function selectionOf(of: GraphQLOutputType, shape: Shape): string {
  const type = getNamedType(of)
  if (!isCompositeType(type)) return ''
  const shown = Array.isArray(shape) ? shape[0] : shape
  if (typeof shown !== 'object' || Array.isArray(shown)) return '{ __typename }'
  const known = isObjectType(type) || isInterfaceType(type) ? type.getFields() : {}
  const parts = Object.entries(shown).map(([name, part]) => {
    const field = known[name]
    return field ? `${name} ${selectionOf(field.type, part)}` : name
  })
  return `{ ${parts.join(' ')} }`
}

/** In the words of the fixture; an instant is a text where the fixture says so. */
function shapeOf(value: unknown, like: Shape | undefined): Shape {
  if (value === null) return 'null'
  if (Array.isArray(value)) {
    const [of] = Array.isArray(like) ? like : []
    return value.slice(0, 1).map((item: unknown) => shapeOf(item, of))
  }
  if (typeof value === 'object') {
    const of = typeof like === 'object' && !Array.isArray(like) ? like : {}
    const parts = Object.entries(value)
    return Object.fromEntries(parts.map(([name, part]) => [name, shapeOf(part, of[name])]))
  }
  if (typeof value !== 'string') return typeof value
  return like === 'instant' && !Number.isNaN(Date.parse(value)) ? 'instant' : 'string'
}
