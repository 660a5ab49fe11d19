import {
  buildSchema,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
  isInterfaceType,
  isAbstractType,
  Kind,
  OperationTypeNode,
  parse,
  print,
  type DocumentNode,
  type GraphQLOutputType,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql'
import { typeDefs } from '#platform/schema-text.ts'

export const schema = buildSchema(typeDefs)

type Json = Record<string, unknown>

/** One trusted or built operation, as the fuzzers see it. */
export interface FuzzedOperation {
  readonly name: string
  readonly text: string
  /** Variables that the schema allows. */
  readonly variables: Json
  /** Data as a platform in good health delivers it. */
  readonly data: Json
  /** Why `data` is not what the operation promises; null: it is. */
  misfit(data: unknown): string | null
}

export function fuzzedOperation(name: string, text: string): FuzzedOperation {
  const document = parse(text)
  const operation = operationOf(document)
  const root =
    operation.operation === OperationTypeNode.MUTATION
      ? schema.getMutationType()
      : schema.getQueryType()
  if (!root) throw new Error('The schema has no root.')
  const variables = Object.fromEntries(
    (operation.variableDefinitions ?? []).map(({ variable, type: node }) => [
      variable.name.value,
      inputOf(print(node)),
    ]),
  )
  const fields = fieldsIn(document)
  const selection = operation.selectionSet
  return {
    name,
    text,
    variables,
    data: sampleOf(fields, root, selection) as Json,
    misfit: (data) => misfitOf(fields, data, { type: root, selection, at: 'data' }),
  }
}

function operationOf(document: DocumentNode): OperationDefinitionNode {
  const found = document.definitions.find(
    (each): each is OperationDefinitionNode => each.kind === Kind.OPERATION_DEFINITION,
  )
  if (!found) throw new Error('No operation.')
  return found
}

/** Something that fits a type, as the schema writes it. */
function inputOf(type: string): unknown {
  if (type.endsWith('!')) return inputOf(type.slice(0, -1))
  if (type.startsWith('[')) return [inputOf(type.slice(1, -1))]
  const named = schema.getType(type)
  if (isEnumType(named)) return named.getValues()[0]?.name
  if (!isInputObjectType(named)) return leafOf(type)
  const needed = Object.values(named.getFields()).filter((field) =>
    String(field.type).endsWith('!'),
  )
  return Object.fromEntries(needed.map((field) => [field.name, inputOf(String(field.type))]))
}

function leafOf(name: string): unknown {
  if (name === 'Int') return 7
  if (name === 'Float') return 7.25
  if (name === 'Boolean') return true
  return name === 'DateTime' ? '2026-11-25T10:00:00.000Z' : 'text'
}

/** The fields of a selection, and their types. */
interface Fields {
  of(selection: SelectionSetNode, on: string): Selected[]
  typeOf(on: string, field: string): GraphQLOutputType | null
}

function fieldsIn(document: DocumentNode): Fields {
  const fragments = new Map(
    document.definitions.flatMap((each) =>
      each.kind === Kind.FRAGMENT_DEFINITION ? [[each.name.value, each] as const] : [],
    ),
  )
  const of: Fields['of'] = (selection, on) =>
    selection.selections.flatMap((each) => {
      if (each.kind === Kind.FIELD) {
        const { name, alias, selectionSet } = each
        return [{ key: (alias ?? name).value, name: name.value, below: selectionSet, on }]
      }
      const part = each.kind === Kind.INLINE_FRAGMENT ? each : fragments.get(each.name.value)
      return part ? of(part.selectionSet, part.typeCondition?.name.value ?? on) : []
    })
  return {
    of,
    typeOf(on, field) {
      const type = schema.getType(on)
      const isComposite = isObjectType(type) || isInterfaceType(type)
      return isComposite ? (type.getFields()[field]?.type ?? null) : null
    },
  }
}

type Selection = SelectionSetNode | undefined

function sampleOf(fields: Fields, type: GraphQLOutputType, selection: Selection): unknown {
  if (isNonNullType(type)) return sampleOf(fields, type.ofType as GraphQLOutputType, selection)
  if (isListType(type)) {
    const item = () => sampleOf(fields, type.ofType, selection)
    return [item(), item()]
  }
  if (!selection) return isEnumType(type) ? type.getValues()[0]?.name : leafOf(String(type))
  const [kind] = isAbstractType(type) ? schema.getPossibleTypes(type) : [type]
  const sample: Json = {}
  for (const { key, name, below, on } of fields.of(selection, String(type))) {
    if (on !== String(type) && on !== String(kind)) continue
    const of = fields.typeOf(on, name)
    const value = of ? sampleOf(fields, of, below) : String(kind)
    const before = sample[key]
    sample[key] = isRecord(before) && isRecord(value) ? { ...before, ...value } : value
  }
  return sample
}

interface Place {
  readonly type: GraphQLOutputType
  readonly selection: Selection
  /** Its name in what is found. */
  readonly at: string
}

function misfitOf(fields: Fields, value: unknown, { type, selection, at }: Place): string | null {
  if (isNonNullType(type)) {
    if (value === null) return `${at} is null`
    return misfitOf(fields, value, { type: type.ofType as GraphQLOutputType, selection, at })
  }
  if (value === null) return null
  if (isListType(type)) {
    if (!Array.isArray(value)) return `${at} is no list`
    const of = type.ofType
    return firstOf(value, (item, index) =>
      misfitOf(fields, item, { type: of, selection, at: `${at}.${String(index)}` }),
    )
  }
  if (!selection) return leafMisfit(value, String(type), at)
  if (!isRecord(value)) return `${at} is no object`
  const selected = together(fields.of(selection, String(type)))
  const strange = Object.keys(value).find((key) => !selected.some((field) => field.key === key))
  if (strange !== undefined) return `${at} has ${strange}, which nobody asked for`
  return firstOf(selected, ({ key, name, below, on }) => {
    if (!(key in value)) return on === String(type) ? `${at}.${key} is missing` : null
    const of = fields.typeOf(on, name)
    const place = of && { type: of, selection: below, at: `${at}.${key}` }
    return place ? misfitOf(fields, value[key], place) : null
  })
}

interface Selected {
  readonly key: string
  readonly name: string
  readonly below: Selection
  /** The type that the field is asked of. */
  readonly on: string
}

/** A field that several fragments ask for, with all that they ask for below it. */
function together(fields: readonly Selected[]): Selected[] {
  const byKey = Map.groupBy(fields, ({ key }) => key)
  return [...byKey.values()].flatMap(([first, ...others]) => {
    if (!first || others.length === 0) return first ?? []
    const selections = [first, ...others].flatMap(({ below }) => below?.selections ?? [])
    return { ...first, below: first.below && { kind: Kind.SELECTION_SET as const, selections } }
  })
}

function leafMisfit(value: unknown, type: string, at: string): string | null {
  if (type === 'Int' || type === 'Float')
    return Number.isFinite(value) ? null : `${at} is no number`
  if (type === 'Boolean') return typeof value === 'boolean' ? null : `${at} is no boolean`
  return typeof value === 'string' ? null : `${at} is no text`
}

function firstOf<T>(
  items: readonly T[],
  look: (item: T, index: number) => string | null,
): string | null {
  for (const [index, item] of items.entries()) {
    const found = look(item, index)
    if (found !== null) return found
  }
  return null
}

function isRecord(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
