import type { z } from 'zod'
import { accessCommands } from './commands/access.ts'
import { deskCardsCommands } from './commands/desk-cards.ts'
import { deskDocumentsCommands } from './commands/desk-documents.ts'
import { accountCommands } from './commands/account.ts'
import { deskLiveCommands } from './commands/desk-live.ts'
import { deskSessionsCommands } from './commands/desk-sessions.ts'
import { deskStartsCommands } from './commands/desk-starts.ts'
import { guestCommands } from './commands/guest.ts'
import { setupCommands } from './commands/setup.ts'
import { speechCommands } from './commands/speech.ts'
import { systemCommands } from './commands/system.ts'
import type { Mode } from './terminal.ts'

/**
 * Every command of the bridge: what goes in, what comes out, and the modes that may use it.
 * `requestId` makes a command safe to repeat: the same id is carried out once.
 */
export const commands = {
  ...guestCommands,
  ...accessCommands,
  ...deskLiveCommands,
  ...deskSessionsCommands,
  ...deskStartsCommands,
  ...deskCardsCommands,
  ...deskDocumentsCommands,
  ...accountCommands,
  ...setupCommands,
  ...speechCommands,
  ...systemCommands,
} as const

/** Who may use a command. */
export interface CommandRule {
  readonly modes: readonly Mode[]
  /** At the desk a manager alone may use it. */
  readonly manager?: boolean
}

export type CommandName = keyof typeof commands
export type CommandInput<N extends CommandName> = z.infer<(typeof commands)[N]['input']>
export type CommandOutput<N extends CommandName> = z.infer<(typeof commands)[N]['output']>
