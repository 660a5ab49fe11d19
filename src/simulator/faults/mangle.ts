import type { GraphQLSchema } from 'graphql'
import { getNamedType, isEnumType, isLeafType, isNonNullType } from 'graphql'
import type { RequestFacts } from '../http/requests.ts'
import type { Answer } from '../http/wire.ts'
import { json } from '../http/wire.ts'
import type { Faults } from './faults.ts'
import type { Visited, Visitor } from './walk.ts'
import { KEEP, walkData } from './walk.ts'

interface Parts {
  facts: RequestFacts
  schema: GraphQLSchema
  faults: Faults
}

interface GraphqlAnswer {
  data?: Record<string, unknown> | null
  errors?: unknown[]
}

/** Texts that clients are tempted to treat as enums. */
const STATUS_FIELDS = ['status', 'ocpp', 'calculated', 'plugType', 'chargePointType', 'authType']

/** Applies the faults that spoil an answer which the platform has given. */
export function mangle(answer: Answer, { facts, schema, faults }: Parts): Answer {
  const { document, rootFields } = facts
  const nulls = faults.take('nulls', rootFields)
  const isUnknown = faults.take('unknownEnums', rootFields) !== undefined
  const isPartial = faults.take('partial', rootFields) !== undefined
  if (!document || (!nulls && !isUnknown && !isPartial)) return answer
  const result = JSON.parse(answer.body.toString()) as GraphqlAnswer
  if (!result.data) return answer
  const walk = (visit: Visitor): void => {
    if (result.data) result.data = walkData(result.data, document, schema, visit)
  }
  if (isUnknown) walk(unknownEnum)
  if (nulls) walk(nulls.mode === 'all' ? nullEverything : nullLeaves)
  if (isPartial) {
    const lost: Visited[] = []
    walk(losing(lost))
    const errors = lost.map(({ path }) => ({
      message: 'This part could not be loaded.',
      path,
      extensions: { code: 'INTERNAL_SERVER_ERROR' },
    }))
    result.errors = [...(result.errors ?? []), ...errors]
  }
  return json(result, answer.status)
}

const unknownEnum: Visitor = (value, { name, type }) => {
  if (value === null) return KEEP
  if (isEnumType(getNamedType(type))) return Array.isArray(value) ? ['FROM_2031'] : 'FROM_2031'
  return typeof value === 'string' && STATUS_FIELDS.includes(name) ? 'SomethingNew' : KEEP
}

const nullLeaves: Visitor = (_value, { type, depth }) =>
  depth > 0 && !isNonNullType(type) && isLeafType(getNamedType(type)) ? null : KEEP

const nullEverything: Visitor = (_value, { type, depth }) =>
  depth > 0 && !isNonNullType(type) ? null : KEEP

/** Nulls the first nullable leaf below each root field that is not an id. */
function losing(lost: Visited[]): Visitor {
  return (value, field) => {
    const { name, type, depth, path } = field
    const isMine = depth > 0 && name !== 'id' && isLeafType(getNamedType(type))
    if (!isMine || isNonNullType(type) || value === null) return KEEP
    if (lost.some((other) => other.path[0] === path[0])) return KEEP
    lost.push(field)
    return null
  }
}
