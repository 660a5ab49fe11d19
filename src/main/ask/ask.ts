import type { CommandInput, CommandOutput } from '#contract/commands.ts'
import { trustedOperations, type TrustedOperation } from '#platform/generated/trusted.ts'
import type { Audit } from '#main/desk/audit.ts'
import { carryOut } from '#main/desk/carry-out.ts'
import type { AccessState } from '#main/core/access-state.ts'
import { CommandError, failureOf } from '#main/core/errors.ts'
import { askAuditEvent } from './ask-audit.ts'
import { perhapsDoneIfUnknown } from '#main/platform/perhaps-done.ts'
import type { Platform } from '#main/platform/platform.ts'

type Question = CommandInput<'platform.ask'>
type Answer = CommandOutput<'platform.ask'>

/**
 * The ask lane: runs a trusted operation by its id, in a mode and by a person that may, with variables
 * that the schema allows; what changes something is in the audit trail first. Throws a CommandError
 * (`not-found`, `wrong-mode`, `needs-manager`, `invalid`, `storage`, `perhaps-done` where nobody knows
 * what became of a change) or a PlatformError.
 */
export function createAsk(deps: {
  /** Whom this mode asks: in set-up the draft's account, else the terminal's. */
  platform: () => Platform
  access: AccessState
  audit: Pick<Audit, 'write' | 'note'>
  operations?: Readonly<Record<string, TrustedOperation>>
}): (asked: Question) => Promise<Answer> {
  const { access, audit } = deps
  const operations = deps.operations ?? trustedOperations
  return async ({ id, variables, language }) => {
    const operation = Object.hasOwn(operations, id) ? operations[id] : undefined
    if (!operation) throw new CommandError(failureOf('not-found', 'no such operation'))
    const { name, kind, text } = operation
    assertMayAsk(operation, access)
    // The first board needs no GraphQL in main: it is loaded when somebody asks.
    const { variablesFit } = await import('./ask-variables.ts')
    if (!variablesFit(text, variables))
      throw new CommandError(failureOf('invalid', `${name}: the variables do not fit`))
    const run = () =>
      deps.platform().execute<Answer['data'], typeof variables>(text, variables, { language })
    const isChange = kind === 'mutation'
    const answer = await (isChange
      ? carryOut(audit, askAuditEvent(name, variables), () => perhapsDoneIfUnknown(run()))
      : run())
    // The platform's messages may repeat what was sent: the code is enough for a screen.
    const errors = answer.errors.map(({ code }) => ({ message: code ?? 'error', code }))
    return { data: answer.data, errors }
  }
}

function assertMayAsk({ name, modes, manager }: TrustedOperation, access: AccessState): void {
  if (!modes.includes(access.mode()))
    throw new CommandError(failureOf('wrong-mode', `${name} is off in this mode`))
  if (manager && access.mode() === 'desk' && access.person()?.role !== 'manager')
    throw new CommandError(failureOf('needs-manager', `${name} is for managers`))
}
