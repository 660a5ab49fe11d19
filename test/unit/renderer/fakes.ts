import type { CommandInput, CommandName, CommandOutput } from '#contract/commands.ts'
import type { TerminalBridge } from '#contract/bridge.ts'
import type { Result } from '#contract/errors.ts'
import type { EventName, EventPayload } from '#contract/events.ts'
import { aFailure } from '#test/support/entities.ts'

export * from '#test/support/entities.ts'

export type Answers = {
  [N in CommandName]?: (
    input: CommandInput<N>,
  ) => Result<CommandOutput<N>> | Promise<Result<CommandOutput<N>>>
}

/** A bridge without main: answers what it is told to, remembers what it was asked, pushes on demand. */
export class FakeBridge implements TerminalBridge {
  readonly asked: { name: CommandName; input: unknown }[] = []
  readonly answers: Answers
  readonly #listeners = new Map<string, Set<(payload: never) => void>>()

  constructor(answers: Answers = {}) {
    this.answers = answers
  }

  async invoke<N extends CommandName>(
    name: N,
    input: CommandInput<N>,
  ): Promise<Result<CommandOutput<N>>> {
    this.asked.push({ name, input })
    const answer = this.answers[name]
    if (!answer) return { ok: false, error: aFailure('unknown-command') }
    return answer(input)
  }

  on<N extends EventName>(name: N, listener: (payload: EventPayload<N>) => void): () => void {
    const listeners = this.#listeners.get(name) ?? new Set()
    this.#listeners.set(name, listeners)
    listeners.add(listener)
    return () => listeners.delete(listener)
  }

  push<N extends EventName>(name: N, payload: EventPayload<N>): void {
    for (const listener of this.#listeners.get(name) ?? []) {
      const listen = listener as (payload: EventPayload<N>) => void
      listen(payload)
    }
  }

  /** The commands of one name, in the order in which they were asked. */
  inputsOf<N extends CommandName>(name: N): CommandInput<N>[] {
    return this.asked.filter((one) => one.name === name).map((one) => one.input as CommandInput<N>)
  }
}
