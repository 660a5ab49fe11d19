import {
  getNullableType,
  isLeafType,
  isListType,
  isNullableType,
  type GraphQLOutputType,
} from 'graphql'
import type { Answers } from './answer.ts'
import values from './reference-values.json' with { type: 'json' }

type Fields = Readonly<Record<string, unknown>>

/** What the API's reference shows of each type. */
const examples: Readonly<Record<string, Fields | undefined>> = values

export const REFERENCE_SITE = values.Site.id

/** By which arguments one thing is asked for. */
const IDS = ['id', 'uuid', 'evseId'] as const

/**
 * Answers each question by the example that the API's reference prints. The examples' ids do not fit
 * one another: what is asked for by an id is answered under it, and a start leads to the only session.
 */
export const referenceAnswers: Answers = ({ name, parent, args, returns }) => {
  const [type = '', field = ''] = name.split('.')
  if (name === 'AttemptRemoteStartResponse.chargeLogId') return values.Chargelog.id
  const isRoot = type === 'Query' || type === 'Mutation'
  if (isRoot) return exampleOf(returns, askedFor(args))
  return exampleOf(returns, { ...examples[type], ...(parent as Fields) }[field])
}

/** `given`: what the example of the thing around it says of it; undefined where it says nothing. */
function exampleOf(returns: GraphQLOutputType, given: unknown): unknown {
  const type = getNullableType(returns)
  if (isLeafType(type)) return given ?? (type.name === 'Boolean' ? true : null)
  if (isListType(type)) {
    if (given === null) return null
    const items = Array.isArray(given) ? (given as unknown[]) : [undefined]
    return items.map((item) => exampleOf(type.ofType, item))
  }
  const example = examples[type.name]
  if (given === null || (example === undefined && given === undefined)) {
    return isNullableType(returns) ? null : {}
  }
  return { ...example, ...(given as Fields) }
}

function askedFor(args: Readonly<Record<string, unknown>>): Fields | undefined {
  const name = IDS.find((id) => typeof args[id] === 'string')
  return name === undefined ? undefined : { [name === 'uuid' ? 'id' : name]: args[name] }
}
