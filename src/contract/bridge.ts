import type { CommandInput, CommandName, CommandOutput } from './commands.ts'
import type { Result } from './errors.ts'
import type { EventName, EventPayload } from './events.ts'

/** What the preload exposes as `window.terminal`: these two functions and nothing else. Only JSON crosses. */
export interface TerminalBridge {
  invoke<N extends CommandName>(name: N, input: CommandInput<N>): Promise<Result<CommandOutput<N>>>
  /** Returns the function that ends the subscription. */
  on<N extends EventName>(name: N, listener: (payload: EventPayload<N>) => void): () => void
}

/** The two channels between preload and main; each carries `[name, payload]`. */
export const COMMAND_CHANNEL = 'terminal:command'
export const EVENT_CHANNEL = 'terminal:event'

declare global {
  interface Window {
    readonly terminal: TerminalBridge
  }
}
