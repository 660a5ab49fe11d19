/** A GraphQL text that main builds itself, typed by what it answers and what it takes. */
export interface BuiltDocument<TData, TVariables> {
  readonly text: string
  /** All variables it declares, without `$`; the optional one may be left out. */
  readonly variableNames: readonly string[]
  /** The text: so it can be sent like a generated one. */
  toString(): string
  /** Never there; carries the types. */
  readonly __apiType?: (variables: TVariables) => TData
}

/** One root field of a built document. */
export interface RootField {
  /** Variables it needs: their types in schema notation, by name without `$`. */
  variables: Readonly<Record<string, string>>
  /** The field with alias, arguments and selection. */
  selection: string
  /** Text of the fragments that the selection spreads, nested ones included. */
  fragments: string
}

/** Puts root fields together into one query; variables and fragments they share appear once. */
export function assembleQuery<TData, TVariables>(
  name: string,
  fields: readonly RootField[],
): BuiltDocument<TData, TVariables> {
  const variables = new Map(fields.flatMap((field) => Object.entries(field.variables)))
  const declared = [...variables].map(([variable, type]) => `$${variable}: ${type}`).join(', ')
  const selections = fields.map((field) => field.selection).join(' ')
  const fragments = [...new Set(fields.flatMap((field) => definitionsIn(field.fragments)))]
  const text = [`query ${name}(${declared}) { ${selections} }`, ...fragments].join(' ')
  return { text, variableNames: [...variables.keys()], toString: () => text }
}

// Generated fragment texts carry the fragments they spread behind them.
function definitionsIn(fragments: string): string[] {
  return fragments
    .split(/^(?=\s*fragment )/m)
    .map((definition) => definition.trim().replaceAll(/\s+/g, ' '))
    .filter((definition) => definition !== '')
}
