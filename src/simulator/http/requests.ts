import { LatestMap } from '#common/latest-map.ts'
import type { DocumentNode } from 'graphql'
import { Kind, parse } from 'graphql'

/** What a GraphQL request asks for, as far as can be seen without carrying it out. */
export interface RequestFacts {
  text: string
  variables: Record<string, unknown>
  /** `query` or `mutation` with the names of its root fields; empty if it is no GraphQL. */
  kind: string
  operationName: string
  rootFields: readonly string[]
  document: DocumentNode | null
}

type ParsedFacts = Omit<RequestFacts, 'text' | 'variables'>

const NOTHING: ParsedFacts = { kind: '', operationName: '', rootFields: [], document: null }
export const TEXTS_KEPT = 100
const cache = new LatestMap<string, ParsedFacts>(TEXTS_KEPT)

/** Reads a request's body: JSON with `query` and `variables`. */
export function readRequest(body: string): RequestFacts {
  const { query, variables } = readBody(body)
  const text = typeof query === 'string' ? query : ''
  let facts = cache.get(text)
  if (!facts) {
    facts = parseFacts(text)
    cache.set(text, facts)
  }
  const values = typeof variables === 'object' && variables !== null ? variables : {}
  return { ...facts, text, variables: values as Record<string, unknown> }
}

function readBody(body: string): { query?: unknown; variables?: unknown } {
  try {
    const value = JSON.parse(body) as unknown
    return typeof value === 'object' && value !== null ? value : {}
  } catch {
    return {}
  }
}

function parseFacts(text: string): ParsedFacts {
  try {
    const document = parse(text)
    const operation = document.definitions.find(
      (definition) => definition.kind === Kind.OPERATION_DEFINITION,
    )
    if (!operation) return NOTHING
    const rootFields = operation.selectionSet.selections.flatMap((selection) =>
      selection.kind === Kind.FIELD ? [selection.name.value] : [],
    )
    return {
      kind: operation.operation,
      operationName: operation.name?.value ?? '',
      rootFields: [...new Set(rootFields)],
      document,
    }
  } catch {
    return NOTHING
  }
}

/** How often an operation was asked for, and how much was answered. */
export interface RequestCount {
  operationName: string
  rootFields: string[]
  requests: number
  responseBytes: number
}

export interface RequestCounter {
  count(facts: RequestFacts, responseBytes: number): void
  counts(): RequestCount[]
  reset(): void
}

/** Counts HTTP requests by operation name and root fields. */
export function createRequestCounter(): RequestCounter {
  const counts = new Map<string, RequestCount>()
  return {
    count({ operationName, rootFields }, responseBytes) {
      const key = `${operationName} ${rootFields.join(' ')}`
      const entry = counts.get(key) ?? {
        operationName,
        rootFields: [...rootFields],
        requests: 0,
        responseBytes: 0,
      }
      entry.requests += 1
      entry.responseBytes += responseBytes
      counts.set(key, entry)
    },
    counts: () => [...counts.values()].map((entry) => ({ ...entry })),
    reset() {
      counts.clear()
    },
  }
}
