import {
  commands,
  type CommandInput,
  type CommandName,
  type CommandOutput,
  type CommandRule,
} from '#contract/commands.ts'
import type { Failure, Result } from '#contract/errors.ts'
import { CommandError, diskFaultOf, failureOf } from '#main/core/errors.ts'
import type { Log } from '#main/core/log.ts'
import { PlatformError } from '#main/platform/platform.ts'
import type { AccessState } from '#main/core/access-state.ts'
import { isPlainMessage } from './message.ts'

/** One handler for each command of the contract: a missing one is a type error. */
export type Handlers = {
  [N in CommandName]: (input: CommandInput<N>) => CommandOutput<N> | Promise<CommandOutput<N>>
}

export type Dispatch = (name: unknown, input: unknown) => Promise<Result<unknown>>

/**
 * Checks a command's name, mode, role and input, runs it and puts the outcome in the envelope; never
 * throws.
 */
export function createDispatch(deps: {
  /** Of the terminal that is shown. */
  handlers: () => Handlers
  access: AccessState
  log: Log
}): Dispatch {
  const { handlers, access, log } = deps
  return async (name, input) => {
    if (!isCommandName(name)) return refuse('unknown-command', 'no such command')
    const { input: schema } = commands[name]
    const refusal = refusalOf(name, commands[name], access)
    if (refusal) return refusal
    const parsed = isPlainMessage(input) ? schema.safeParse(input) : null
    if (!parsed?.success) return refuse('bad-message', `${name}: the input has the wrong form`)
    try {
      // The schema of this very command has checked the input.
      const handler = handlers()[name] as (checked: unknown) => unknown
      return { ok: true, value: await handler(parsed.data) }
    } catch (error) {
      return { ok: false, error: failureFrom(name, error, log) }
    }
  }
}

function refusalOf(
  name: CommandName,
  { modes, manager = false }: CommandRule,
  access: AccessState,
): Result<never> | null {
  if (!modes.includes(access.mode())) return refuse('wrong-mode', `${name} is off in this mode`)
  const isStaff = access.mode() === 'desk' && access.person()?.role !== 'manager'
  return manager && isStaff ? refuse('needs-manager', `${name} is for managers`) : null
}

function isCommandName(name: unknown): name is CommandName {
  return typeof name === 'string' && Object.hasOwn(commands, name)
}

function refuse(code: Failure['code'], message: string): Result<never> {
  return { ok: false, error: failureOf(code, message) }
}

function failureFrom(name: CommandName, error: unknown, log: Log): Failure {
  if (error instanceof CommandError || error instanceof PlatformError) {
    log.info({ command: name, code: error.failure.code }, 'command refused')
    return error.failure
  }
  // The stack alone: what the command carried stays out of the log.
  const stack = error instanceof Error ? error.stack : typeof error
  const disk = diskFaultOf(error)
  if (disk !== null) {
    log.error({ command: name, disk, stack }, 'the disk failed')
    return failureOf('storage', `${name}: the disk failed (${disk})`)
  }
  log.error({ command: name, stack }, 'command broke')
  return failureOf('internal', `${name} failed unexpectedly`)
}
