import {
  buildSchema,
  Kind,
  getVariableValues,
  parse,
  type DocumentNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql'
import type { CommandInput, CommandOutput } from '#contract/commands.ts'
import type { Mode } from '#contract/terminal.ts'
import { typeDefs } from '#platform/generated/schema.ts'
import { trustedOperations, type TrustedOperation } from '#platform/generated/trusted.ts'
import { CommandError, failureOf } from '#main/errors.ts'
import type { Platform } from './platform.ts'

type Asked = CommandInput<'platform.ask'>
type Told = CommandOutput<'platform.ask'>

/**
 * The ask lane: runs a trusted operation by its id, in a mode that may, with variables that the
 * schema allows. Throws a CommandError (`not-found`, `wrong-mode`, `invalid`) or a PlatformError.
 */
export function createAsk(deps: {
  platform: Platform
  mode: () => Mode
  operations?: Readonly<Record<string, TrustedOperation>>
}): (asked: Asked) => Promise<Told> {
  const operations = deps.operations ?? trustedOperations
  const schema = once(() => buildSchema(typeDefs))
  const documents = new Map<string, DocumentNode>()

  return async ({ id, variables }) => {
    const operation = Object.hasOwn(operations, id) ? operations[id] : undefined
    if (!operation) throw new CommandError(failureOf('not-found', 'no such operation'))
    if (!operation.modes.includes(deps.mode()))
      throw new CommandError(failureOf('wrong-mode', `${operation.name} is off in this mode`))
    const document = documents.get(id) ?? parse(operation.text)
    documents.set(id, document)
    checkVariables(schema(), document, operation.name, variables)
    const { data, errors } = await deps.platform.execute<Told['data'], typeof variables>(
      operation.text,
      variables,
    )
    // The platform's messages may repeat what was sent: the code is enough for a screen.
    return { data, errors: errors.map(({ code }) => ({ message: code ?? 'error', code })) }
  }
}

function checkVariables(
  schema: GraphQLSchema,
  document: DocumentNode,
  name: string,
  variables: Asked['variables'],
): void {
  const definition = document.definitions.find(
    (each): each is OperationDefinitionNode => each.kind === Kind.OPERATION_DEFINITION,
  )
  const declared = definition?.variableDefinitions ?? []
  const known = new Set(declared.map(({ variable }) => variable.name.value))
  const strange = Object.keys(variables).some((each) => !known.has(each))
  const { errors } = getVariableValues(schema, declared, variables)
  if (strange || errors)
    throw new CommandError(failureOf('invalid', `${name}: the variables do not fit`))
}

function once<T>(make: () => T): () => T {
  let made: { value: T } | null = null
  return () => (made ??= { value: make() }).value
}
