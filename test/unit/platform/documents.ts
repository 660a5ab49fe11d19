import { buildSchema, NoDeprecatedCustomRule, parse, specifiedRules, validate } from 'graphql'
import { typeDefs } from '#platform/schema-text.ts'

export const schema = buildSchema(typeDefs)

/** What is wrong with a document: it does not fit the schema, or uses something deprecated. */
export function problemsOf(text: string): string[] {
  return validate(schema, parse(text), [...specifiedRules, NoDeprecatedCustomRule]).map(
    (error) => error.message,
  )
}
