import type { CommandInput, CommandName, CommandOutput } from '#contract/commands.ts'
import type { Failure } from '#contract/errors.ts'
import type { EventName, EventPayload } from '#contract/events.ts'

/** A command that main answered with a failure. */
export class CommandError extends Error {
  override readonly name = 'CommandError'
  readonly failure: Failure
  constructor(failure: Failure) {
    super(`${failure.code}: ${failure.message}`)
    this.failure = failure
  }
}

/** What the screen knows of anything that was thrown: main's failure, or our own `internal`. */
export function failureOf(thrown: unknown): Failure {
  if (thrown instanceof CommandError) return thrown.failure
  const message = thrown instanceof Error ? thrown.message : String(thrown)
  return { code: 'internal', message, retryable: true }
}

/**
 * Asks main. Rejects with a {@link CommandError} where main answers a failure.
 * The input is copied as JSON first: a reactive proxy cannot cross the bridge.
 */
export async function ask<N extends CommandName>(
  name: N,
  input: CommandInput<N>,
): Promise<CommandOutput<N>> {
  const plain = JSON.parse(JSON.stringify(input)) as CommandInput<N>
  const result = await window.terminal.invoke(name, plain)
  if (result.ok) return result.value
  throw new CommandError(result.error)
}

/** Tells main and waits for nothing; a failure changes nothing on screen. */
export function tell<N extends CommandName>(name: N, input: CommandInput<N>): void {
  ask(name, input).catch(() => undefined)
}

/** Listens to what main pushes; returns the function that ends it. */
export function on<N extends EventName>(
  name: N,
  listener: (payload: EventPayload<N>) => void,
): () => void {
  return window.terminal.on(name, listener)
}
