import {
  buildSchema,
  execute,
  type DocumentNode,
  type ExecutionResult,
  type GraphQLOutputType,
} from 'graphql'
import { typeDefs } from '#platform/schema-text.ts'

/** One field that is asked for. */
export interface Asked {
  /** `Type.field`, as `Chargelog.status`. */
  readonly name: string
  /** What was answered for the thing that it is a field of; undefined for the operation itself. */
  readonly parent: unknown
  readonly args: Readonly<Record<string, unknown>>
  readonly returns: GraphQLOutputType
}

/** What a platform answers for a field; of a thing, what its own fields are answered from. */
export type Answers = (asked: Asked) => unknown

const schema = buildSchema(typeDefs)

/** The answer to a question, by the schema and by nothing else. */
export function answer(
  answers: Answers,
  document: DocumentNode,
  variables: Readonly<Record<string, unknown>>,
): ExecutionResult {
  const result = execute({
    schema,
    document,
    variableValues: variables,
    fieldResolver: (parent: unknown, args: Record<string, unknown>, _context, info) =>
      answers({
        name: `${info.parentType.name}.${info.fieldName}`,
        parent,
        args,
        returns: info.returnType,
      }),
    typeResolver: (_value, _context, _info, type) => schema.getPossibleTypes(type)[0]?.name,
  })
  if (result instanceof Promise) throw new Error('Answers are given at once')
  return result
}
