import { z } from 'zod'
import { accountRemovalSchema, accountStateSchema, signOutSchema } from '../account.ts'
import { deskOnly, nothing } from './parts.ts'

const text = z.string().min(1).max(200)

/** The account that the terminal works with. Passwords go inwards only. */
export const accountCommands = {
  'account.state': { input: nothing, output: accountStateSchema, modes: deskOnly, manager: true },
  /** `initSession`; the account is kept. A refusal leaves everything as it was. */
  'account.signIn': {
    input: z.strictObject({ username: text, password: text }),
    output: accountStateSchema,
    modes: deskOnly,
    manager: true,
  },
  /** `invalidateSession`; account and tokens are forgotten here whatever the platform answers. */
  'account.signOut': { input: nothing, output: signOutSchema, modes: deskOnly, manager: true },
  /** `deleteContact`, confirmed by typing the account's e-mail address; signs out. */
  'account.remove': {
    input: z.strictObject({ email: text }),
    output: accountRemovalSchema,
    modes: deskOnly,
    manager: true,
  },
} as const
