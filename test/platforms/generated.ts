import fc from 'fast-check'
import {
  getNullableType,
  isEnumType,
  isLeafType,
  isListType,
  isNonNullType,
  type GraphQLLeafType,
  type GraphQLOutputType,
} from 'graphql'
import { HOSTILE_INSTANTS, HOSTILE_NUMBERS, HOSTILE_TEXTS } from './hostile.ts'
import type { Answers } from './answer.ts'

/** A thing that is answered: its type, and which of its kind it is. The same one always answers the same. */
interface Thing {
  readonly type: string
  readonly index: number
}

export const GENERATED_SITE = 'Site#0'

/** One of so many fields that may be null is. */
const NULL_OF = 6
/** So many values are there of each type. */
const VALUES = 500

/** What is answered as it is, so that every screen can be reached: by field, of the thing with this index. */
const SETTLED: Readonly<Record<string, (index: number) => unknown>> = {
  'AttemptRemoteStartResponse.chargeLogId': () => 'Chargelog#0',
  'AttemptRemoteStartResponse.isFailure': () => false,
  'AttemptRemoteStartResponse.status': () => 'ACCEPTED',
  'CardForChargingProcess.preauthRequired': () => false,
  'Chargelog.status': () => 'stopped',
  'ConnectorStatus.calculated': ofFirst('Available'),
  'ConnectorStatus.ocpp': ofFirst('Available'),
  'ConnectorStatus.simple': ofFirst('Available'),
  'Connector.freeOfCharge': ofFirst(false),
  'Connector.maintenanceWindows': ofFirst([]),
  'CpCapabilities.hasRemoteCommands': () => true,
  'CpStatus.ocpp': ofFirst('Available'),
  'CpStatus.simple': ofFirst('Available'),
  // The one plug that can be used stands first.
  'DisplayAttributes.mode': ofFirst('HIGHLIGHTED'),
  'Pagination.isLastPage': () => true,
}

/** One plug can be used; the others are what they are. */
function ofFirst(value: unknown): (index: number) => unknown {
  return (index) => (index === 0 ? value : undefined)
}

/** Never null: the way to the screens leads through them. */
const TOLD: ReadonlySet<string> = new Set([
  'AccountDocumentsPaged.data',
  'CardsPaged.data',
  'ChargelogsPaged.data',
  'Chargelog.sessionId',
  'Connector.status',
  'Cp.capabilities',
  'Cp.connectors',
  'Mutation.remoteStart',
  'Query.accountDocumentsPaged',
  'Query.availableCardsForChargingProcess',
  'Query.cardsPaged',
  'Query.chargelog',
  'Query.chargelogsPaged',
  'Query.connector',
  'Query.cp',
  'Query.site',
  'Site.cps',
  'Site.id',
])

/**
 * Answers by the schema alone, whatever it allows; the same seed answers the same. Each list of things
 * has so many `items`.
 */
export function generatedAnswers(seed: number, items = 3): Answers {
  const choose = createChoice(seed)
  return ({ name, parent, args, returns }) => {
    const thing = (parent ?? { type: '', index: 0 }) as Thing
    const index = indexOf(args) ?? thing.index
    const at = `${String(seed)} ${name} ${String(index)}`
    const settled = SETTLED[name]?.(index)
    if (settled !== undefined) return settled
    if (name.endsWith('.id') || name.endsWith('.uuid')) return `${thing.type}#${String(index)}`
    const mayBeNull = !isNonNullType(returns) && !TOLD.has(name)
    if (mayBeNull && hashOf(`${at} null`) % NULL_OF === 0) return null
    const tell = (type: GraphQLOutputType, item: number): unknown => {
      const bare = getNullableType(type)
      if (isLeafType(bare)) return choose(kindOf(bare, name), `${at} ${String(item)}`)
      if (!isListType(bare)) return { type: bare.name, index: item }
      const of = bare.ofType
      return Array.from({ length: items }, (_, place) => tell(of, item * items + place))
    }
    return tell(returns, index)
  }
}

/** The same value for the same place, out of so many that are generated once for each kind. */
function createChoice(seed: number): (kind: Kind, at: string) => unknown {
  const pools = new Map<Kind, readonly unknown[]>()
  return (kind, at) => {
    const pool = pools.get(kind) ?? fc.sample(valuesOf(kind), { seed, numRuns: VALUES })
    pools.set(kind, pool)
    return pool[hashOf(at) % VALUES]
  }
}

/** A type of the schema, or what a text is by its field's name. */
type Kind = GraphQLLeafType | 'instant' | 'currency' | 'link'

function kindOf(type: GraphQLLeafType, name: string): Kind {
  if (type.name === 'DateTime' || /(?:At|Time|LastChanged|Date)$/.test(name)) return 'instant'
  if (/(?:isoCode|currency)$/.test(name)) return 'currency'
  return /(?:url|Url|Link|calibrationDetails)$/.test(name) ? 'link' : type
}

/** Which thing an operation asks for by its id. */
function indexOf(args: Readonly<Record<string, unknown>>): number | null {
  const ids = [args['id'], args['uuid'], args['cpId'], args['connectorId']]
  const id = ids.find((each) => typeof each === 'string')
  const index = typeof id === 'string' ? /#(\d+)$/.exec(id)?.[1] : undefined
  return index === undefined ? null : Number(index)
}

/** Mostly the usual, and whatever else the type lets through. */
function valuesOf(kind: Kind): fc.Arbitrary<unknown> {
  if (typeof kind === 'string') return mostly(USUAL[kind], fc.constantFrom(...HOSTILE[kind]))
  if (isEnumType(kind)) return fc.constantFrom(...kind.getValues().map(({ name }) => name))
  if (kind.name === 'Boolean') return fc.boolean()
  if (kind.name === 'Int') {
    return mostly(fc.nat(50_000), fc.constantFrom(...HOSTILE_NUMBERS.filter(isInt)))
  }
  if (kind.name === 'Float') {
    const usual = fc.nat(500_000).map((thousandths) => thousandths / 1000)
    return mostly(usual, fc.constantFrom(...HOSTILE_NUMBERS))
  }
  const words = fc.stringMatching(/^[A-Za-z]{3,9}( [a-z]{2,8}){0,2}$/)
  return mostly(words, fc.constantFrom(...HOSTILE_TEXTS))
}

const FIRST_S = Date.UTC(2020, 0, 1) / 1000
const LAST_S = Date.UTC(2026, 0, 1) / 1000
const USUAL = {
  instant: fc
    .integer({ min: FIRST_S, max: LAST_S })
    .map((seconds) => new Date(seconds * 1000).toISOString()),
  currency: fc.constantFrom('EUR', 'CHF', 'JPY'),
  link: fc.webUrl({ validSchemes: ['https'] }),
}
const HOSTILE = {
  instant: HOSTILE_INSTANTS,
  currency: ['', 'eur', 'EURO', '€', '<b>'],
  link: HOSTILE_TEXTS,
}

const mostly = <T>(usual: fc.Arbitrary<T>, hostile: fc.Arbitrary<T>): fc.Arbitrary<T> =>
  fc.oneof({ weight: 3, arbitrary: usual }, { weight: 2, arbitrary: hostile })
const isInt = (value: number): boolean => Number.isInteger(value) && Math.abs(value) <= 2 ** 31 - 1

/** FNV-1a, of 32 bits without a sign. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5
  for (const character of text) {
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193)
  }
  // The last bits of texts that differ at their end alone would be alike.
  return (hash ^ (hash >>> 15)) >>> 0
}
