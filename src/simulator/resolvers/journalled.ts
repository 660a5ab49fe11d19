import { GraphQLError } from 'graphql'
import type { JournalEntry } from '../journal.ts'
import type { Resolver } from './kit.ts'

/** Arguments that are no secret; everything else stays out of the journal. */
const HARMLESS = [
  'connectorId',
  'connector',
  'transaction',
  'stopMinutes',
  'validUntil',
  'ratePackage',
  'cardId',
  'rateId',
  'status',
  'type',
]

/** Writes a mutation down with what it answered. */
export function journalled(name: string, resolve: Resolver): Resolver {
  return async (parent, args, context) => {
    const { journal } = context.world
    const facts = harmless(args)
    try {
      const answer = await resolve(parent, args, context)
      journal.write({ kind: 'mutation', event: name, facts, outcome: outcomeOf(answer) })
      return answer
    } catch (error) {
      journal.write({ kind: 'mutation', event: name, facts, outcome: codeOf(error) })
      throw error
    }
  }
}

function harmless(value: unknown): JournalEntry['facts'] {
  const facts: JournalEntry['facts'] = {}
  if (typeof value !== 'object' || value === null) return facts
  for (const [key, entry] of Object.entries(value) as [string, unknown][]) {
    if (typeof entry === 'object') Object.assign(facts, harmless(entry))
    else if (HARMLESS.includes(key)) facts[key] = entry as string | number | boolean
  }
  return facts
}

function outcomeOf(answer: unknown): string {
  if (typeof answer === 'object' && answer !== null && 'status' in answer) {
    return String(answer.status)
  }
  return 'ok'
}

function codeOf(error: unknown): string {
  const code = error instanceof GraphQLError ? error.extensions.code : undefined
  return typeof code === 'string' ? code : 'error'
}
