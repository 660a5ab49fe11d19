import {
  buildSchema,
  getVariableValues,
  Kind,
  parse,
  type DocumentNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql'
import { typeDefs } from '#platform/schema-text.ts'

let schema: GraphQLSchema | null = null
const documents = new Map<string, DocumentNode>()

/** Whether an operation's variables are what the schema allows, and none that it does not declare. */
export function variablesFit(text: string, variables: Record<string, unknown>): boolean {
  const document = documents.get(text) ?? parse(text)
  documents.set(text, document)
  const definition = document.definitions.find(
    (each): each is OperationDefinitionNode => each.kind === Kind.OPERATION_DEFINITION,
  )
  const declared = definition?.variableDefinitions ?? []
  const known = new Set(declared.map(({ variable }) => variable.name.value))
  if (Object.keys(variables).some((name) => !known.has(name))) return false
  schema ??= buildSchema(typeDefs)
  return getVariableValues(schema, declared, variables).errors === undefined
}
