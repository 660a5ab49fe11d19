import type {
  DocumentNode,
  GraphQLField,
  GraphQLOutputType,
  GraphQLSchema,
  SelectionSetNode,
} from 'graphql'
import { Kind, getNamedType, isInterfaceType, isObjectType } from 'graphql'

/** A field of an answer as it is visited. */
export interface Visited {
  name: string
  type: GraphQLOutputType
  /** 0 for the root fields. */
  depth: number
  path: Path
}

/** Gives a replacement for a field's value, or KEEP to look inside. */
export type Visitor = (value: unknown, field: Visited) => unknown
export const KEEP = Symbol('keep')

interface Selected {
  field: GraphQLField<unknown, unknown>
  selections: SelectionSetNode[]
}

type Json = Record<string, unknown>
type Path = (string | number)[]

/** The fields of a type that selection sets ask for, by their names in the answer. */
type FieldsOf = (typeName: string, sets: readonly SelectionSetNode[]) => Map<string, Selected>

/**
 * Rebuilds the data of an answer by asking `visit` about every field, from the root down, each with
 * the type that the schema gives it.
 */
export function walkData(
  data: Json,
  document: DocumentNode,
  schema: GraphQLSchema,
  visit: Visitor,
): Json {
  const operation = document.definitions.find(({ kind }) => kind === Kind.OPERATION_DEFINITION)
  if (operation?.kind !== Kind.OPERATION_DEFINITION) return data
  const rootType = schema.getRootType(operation.operation)
  if (!rootType) return data
  const fieldsOf = fieldReader(document, schema)

  const walkObject = (
    object: Json,
    fields: Map<string, Selected>,
    depth: number,
    path: Path,
  ): Json =>
    Object.fromEntries(
      Object.entries(object).map(([key, value]) => {
        const selected = fields.get(key)
        if (!selected) return [key, value]
        const { field, selections } = selected
        const here: Visited = { name: field.name, type: field.type, depth, path: [...path, key] }
        const replacement = visit(value, here)
        if (replacement !== KEEP) return [key, replacement]
        const inner = fieldsOf(getNamedType(field.type).name, selections)
        return [key, walkValue(value, inner, depth + 1, here.path)]
      }),
    )

  const walkValue = (
    value: unknown,
    fields: Map<string, Selected>,
    depth: number,
    path: Path,
  ): unknown => {
    if (Array.isArray(value)) {
      return value.map((item, index) => walkValue(item, fields, depth, [...path, index]))
    }
    if (typeof value !== 'object' || value === null) return value
    return walkObject(value as Json, fields, depth, path)
  }

  return walkObject(data, fieldsOf(rootType.name, [operation.selectionSet]), 0, [])
}

function fieldReader(document: DocumentNode, schema: GraphQLSchema): FieldsOf {
  const fragments = new Map(
    document.definitions.flatMap((each) =>
      each.kind === Kind.FRAGMENT_DEFINITION ? [[each.name.value, each] as const] : [],
    ),
  )
  const collect = (
    typeName: string,
    sets: readonly SelectionSetNode[],
    into: Map<string, Selected>,
  ): void => {
    const type = schema.getType(typeName)
    for (const node of sets.flatMap(({ selections }) => selections)) {
      if (node.kind === Kind.FIELD) {
        if (!isObjectType(type) && !isInterfaceType(type)) continue
        const field = type.getFields()[node.name.value]
        if (!field) continue
        const key = node.alias?.value ?? node.name.value
        const selected = into.get(key) ?? { field, selections: [] }
        if (node.selectionSet) selected.selections.push(node.selectionSet)
        into.set(key, selected)
        continue
      }
      const part = node.kind === Kind.INLINE_FRAGMENT ? node : fragments.get(node.name.value)
      if (part) collect(part.typeCondition?.name.value ?? typeName, [part.selectionSet], into)
    }
  }
  return (typeName, sets) => {
    const fields = new Map<string, Selected>()
    collect(typeName, sets, fields)
    return fields
  }
}
