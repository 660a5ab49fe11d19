import {
  Kind,
  OperationTypeNode,
  parse,
  type DocumentNode,
  type FieldNode,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql'
import { eachOnce } from '#common/each-once.ts'
import { LatestMap } from '#common/latest-map.ts'
import { objectTypes } from '#platform/generated/answers.ts'
import type { LeftOutValue } from './left-out.ts'
import { contradictions, judgeOf, type Judge } from './possible.ts'

/** An answer's data with nothing in it but what was asked for, in the types that the schema promises. */
export interface Fitted {
  /** Null: nothing could be used. */
  readonly data: Record<string, unknown> | null
  /** Root fields, by their names in the answer, in which something had to be left out. */
  readonly faults: readonly string[]
  /** All root fields that were asked for, by their names in the answer. */
  readonly fields: readonly string[]
  /** Values that cannot be: null stands in their place, and they are no fault of the answer. */
  readonly leftOut: readonly LeftOutValue[]
}

/** A part that is not what the schema promises: null takes the place of the nearest part that may be null. */
const MISFIT = Symbol('misfit')

interface Field {
  readonly key: string
  /** As the schema writes it. */
  readonly type: string
  /** `Type.field` of the schema. */
  readonly name: string
  readonly judge: Judge | null
  /** A list of entries with ids, each of which counts once. The parts of a long list are joined elsewhere. */
  readonly isUnique: boolean
  readonly selection: SelectionSetNode | undefined
  /** Asked of one kind of object alone: others do not have it. */
  readonly isSpecial: boolean
}

type FieldsOf = (selection: SelectionSetNode, type: string) => readonly Field[]
type Json = Record<string, unknown>

const SHAPES_KEPT = 100
type Shape = (data: unknown, serverNowMs: number | null) => Fitted
const shapes = new LatestMap<string, Shape>(SHAPES_KEPT)

/**
 * Fits `data` to the operation that it answers: what was not asked for is dropped, and a part of
 * another type than the schema's becomes null, as GraphQL itself does with a field that fails. So does what
 * cannot be (`possible.ts`): to all who ask, the page included, the platform has not provided it.
 */
export function fitAnswer(
  operation: string,
  data: unknown,
  serverNowMs: number | null = null,
): Fitted {
  let shape = shapes.get(operation)
  if (!shape) {
    shape = shapeOf(parse(operation))
    shapes.set(operation, shape)
  }
  return shape(data, serverNowMs)
}

function shapeOf(document: DocumentNode): Shape {
  const fieldsOf = fieldReader(document)
  const root = document.definitions.find(
    (each): each is OperationDefinitionNode => each.kind === Kind.OPERATION_DEFINITION,
  )
  const rootType = root?.operation === OperationTypeNode.MUTATION ? 'Mutation' : 'Query'
  const asked = root ? fieldsOf(root.selectionSet, rootType) : []
  const names = asked.map(({ key }) => key)

  return (data, serverNowMs) => {
    if (!isRecord(data)) return { data: null, faults: [], fields: names, leftOut: [] }
    const fitter = createFitter(fieldsOf, serverNowMs)
    const entries: [string, unknown][] = []
    let isWhole = true
    for (const field of asked) {
      const value = Object.hasOwn(data, field.key) ? data[field.key] : null
      const fitted = fitter.fitRoot(field, value)
      if (fitted === MISFIT) isWhole = false
      else entries.push([field.key, fitted])
    }
    const parts = fitter.withoutContradictions(rootType, Object.fromEntries(entries), '')
    const { leftOut, faults } = fitter
    return { data: isWhole ? parts : null, faults: [...faults], fields: names, leftOut }
  }
}

/** Fits one part of an answer, of the object with `id`, to its type. */
type Fit<By> = (value: unknown, type: string, by: By, id: string) => unknown

/** Fits one answer, root field by root field. */
function createFitter(fieldsOf: FieldsOf, serverNowMs: number | null) {
  const leftOut: LeftOutValue[] = []
  const faults = new Set<string>()
  let root = ''

  const fit: Fit<Field> = (value, type, field, id) => {
    const needed = type.endsWith('!')
    const inner = needed ? type.slice(0, -1) : type
    const fitted = value === null || value === undefined ? null : fitHere(value, inner, field, id)
    if (fitted !== null && fitted !== MISFIT) return fitted
    if (needed || fitted === MISFIT) faults.add(root)
    return needed ? MISFIT : null
  }
  const fitHere: Fit<Field> = (value, type, field, id) => {
    if (type.startsWith('[')) return fitList(value, type.slice(1, -1), field, id)
    if (field.selection) return fitObject(value, type, field.selection, id)
    const fitted = fitLeaf(value, type)
    if (fitted === MISFIT || field.judge === null || field.judge(fitted, serverNowMs)) return fitted
    leftOut.push({ root, field: field.name, id, value: fitted })
    return null
  }
  const fitList: Fit<Field> = (value, type, field, id) => {
    if (!Array.isArray(value)) return MISFIT
    const items = value.map((item) => fit(item, type, field, id))
    if (items.includes(MISFIT)) return MISFIT
    if (!field.isUnique) return items
    const once = eachOnce(items, (item) => (isRecord(item) ? (item['id'] ?? item) : Symbol()))
    for (let more = once.length; more < items.length; more += 1)
      leftOut.push({ root, field: field.name, id, value: items.length })
    return once
  }
  const fitObject: Fit<SelectionSetNode> = (value, type, selection, outerId) => {
    if (!isRecord(value)) return MISFIT
    const id = typeof value['id'] === 'string' ? value['id'] : outerId
    const entries: [string, unknown][] = []
    for (const field of fieldsOf(selection, type)) {
      const part = Object.hasOwn(value, field.key) ? value[field.key] : undefined
      if (field.isSpecial && part === undefined) continue
      const fitted = fit(part, field.type, field, id)
      if (fitted === MISFIT) return MISFIT
      entries.push([field.key, fitted])
    }
    return withoutContradictions(type, Object.fromEntries(entries), id)
  }
  const withoutContradictions = (type: string, fitted: Json, id: string): Json => {
    for (const key of contradictions(type, fitted)) {
      leftOut.push({ root, field: `${type}.${key}`, id, value: fitted[key] })
      fitted[key] = null
    }
    return fitted
  }

  return {
    leftOut,
    faults,
    withoutContradictions,
    fitRoot(field: Field, value: unknown): unknown {
      root = field.key
      return fit(value, field.type, field, '')
    },
  }
}

/** The fields of a selection, those of its fragments included. */
function fieldReader(document: DocumentNode): FieldsOf {
  const known = new Map<SelectionSetNode, readonly Field[]>()
  const fragments = new Map(
    document.definitions.flatMap((each) =>
      each.kind === Kind.FRAGMENT_DEFINITION ? [[each.name.value, each] as const] : [],
    ),
  )
  const read = (selection: SelectionSetNode, type: string, isSpecial: boolean): Field[] =>
    selection.selections.flatMap((each) => {
      if (each.kind === Kind.FIELD) return [fieldOf(each, type, isSpecial)]
      const part = each.kind === Kind.INLINE_FRAGMENT ? each : fragments.get(each.name.value)
      const on = part?.typeCondition?.name.value ?? type
      return part ? read(part.selectionSet, on, isSpecial || on !== type) : []
    })
  return (selection, type) => {
    const fields = known.get(selection) ?? merged(read(selection, type, false))
    known.set(selection, fields)
    return fields
  }
}

function fieldOf({ alias, name, selectionSet }: FieldNode, on: string, isSpecial: boolean): Field {
  const type = name.value === '__typename' ? 'String!' : objectTypes[on]?.[name.value]
  if (type === undefined) throw new RangeError(`${on} has no field ${name.value}`)
  return {
    key: (alias ?? name).value,
    type,
    name: `${on}.${name.value}`,
    judge: judgeOf(on, name.value, type),
    isUnique: type.startsWith('[') && selectionSet !== undefined && !on.endsWith('Paged'),
    selection: selectionSet,
    isSpecial,
  }
}

/** A field that several fragments ask for is one field, with all that they ask for below it. */
function merged(fields: readonly Field[]): Field[] {
  const byKey = new Map<string, Field>()
  for (const field of fields) {
    const before = byKey.get(field.key)
    byKey.set(field.key, before ? joined(before, field) : field)
  }
  return [...byKey.values()]
}

function joined(one: Field, other: Field): Field {
  const parts = [one.selection, other.selection].flatMap((each) => each?.selections ?? [])
  const selection: SelectionSetNode | undefined =
    parts.length === 0 ? undefined : { kind: Kind.SELECTION_SET, selections: parts }
  return { ...one, selection, isSpecial: one.isSpecial && other.isSpecial }
}

function fitLeaf(value: unknown, type: string): unknown {
  if (type === 'Int' || type === 'Float') return Number.isFinite(value) ? value : MISFIT
  if (type === 'Boolean') return typeof value === 'boolean' ? value : MISFIT
  // An id may come as a number (ID, L5329); all others are texts: String, DateTime and the enums.
  if (typeof value === 'number') return String(value)
  return typeof value === 'string' ? value : MISFIT
}

function isRecord(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
