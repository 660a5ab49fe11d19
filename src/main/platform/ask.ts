import type { CommandInput, CommandOutput } from '#contract/commands.ts'
import type { Mode } from '#contract/terminal.ts'
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
  return async ({ id, variables }) => {
    const operation = Object.hasOwn(operations, id) ? operations[id] : undefined
    if (!operation) throw new CommandError(failureOf('not-found', 'no such operation'))
    const { name, text, modes } = operation
    if (!modes.includes(deps.mode()))
      throw new CommandError(failureOf('wrong-mode', `${name} is off in this mode`))
    // The first board needs no GraphQL in main: it is loaded when somebody asks.
    const { variablesFit } = await import('./ask-variables.ts')
    if (!variablesFit(text, variables))
      throw new CommandError(failureOf('invalid', `${name}: the variables do not fit`))
    const answer = await deps.platform.execute<Told['data'], typeof variables>(text, variables)
    // The platform's messages may repeat what was sent: the code is enough for a screen.
    const errors = answer.errors.map(({ code }) => ({ message: code ?? 'error', code }))
    return { data: answer.data, errors }
  }
}
