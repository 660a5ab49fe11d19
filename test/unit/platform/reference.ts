import facts from '#test/fixtures/reference.json'

/** An operation as the reference prints it: types in the notation of the schema language. */
interface DocumentedOperation {
  returns: string
  arguments: Record<string, string>
}

/** What the API reference states, as data. */
interface Reference {
  queries: Record<string, DocumentedOperation>
  mutations: Record<string, DocumentedOperation>
  /** Field tables: types by field, by type. */
  objects: Record<string, Record<string, string>>
  interfaces: Record<string, Record<string, string>>
  inputs: Record<string, Record<string, string>>
  /** `rows`: how many values the table has; `printed`: those whose names appear anywhere. */
  enums: Record<string, { rows: number; printed: string[] }>
  /** Types without a field table: the fields that their example shows, or null. */
  typesWithoutTable: Record<string, string[] | null>
  scalars: string[]
  /** Deprecated things: what takes their place, or null for nothing. */
  deprecated: Record<string, string | null>
}

export const reference: Reference = facts
