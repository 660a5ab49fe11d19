import type { setupCommands } from '#contract/commands/setup.ts'
import type { SetupState } from '#contract/setup.ts'
import { carryOut } from '#main/desk/carry-out.ts'
import type { Desk } from '#main/desk/desk.ts'
import type { Setup } from '#main/setup/setup.ts'
import type { Handlers } from './dispatch.ts'

export interface SetupParts {
  setup: Setup
  desk: Desk
}

/** The wizard's steps: each is kept in the draft and answers the draft. */
export function setupHandlers({
  setup,
  desk,
}: SetupParts): Pick<Handlers, keyof typeof setupCommands> {
  const step =
    <I>(run: (input: I) => void | Promise<void>) =>
    async (input: I): Promise<SetupState> => {
      await run(input)
      return setup.state()
    }
  return {
    'setup.state': step(() => undefined),
    'setup.tryEndpoint': step(setup.tryEndpoint),
    'setup.signIn': step(setup.signIn),
    'setup.register': step((registration) => {
      const event = { action: 'setup.register', subject: registration.profile.email }
      return carryOut(desk.audit, event, () => setup.register(registration))
    }),
    'setup.anonymous': step(setup.signInAnonymously),
    'setup.choosePlace': step(setup.choosePlace),
    'setup.chooseLocale': step(setup.chooseLocale),
    'setup.chooseRules': step(setup.chooseRules),
    'setup.setPeople': step(setup.setPeople),
    'setup.chooseBranding': step(setup.chooseBranding),
    'setup.chooseSecrets': step(setup.chooseSecrets),
    'setup.export': step(setup.export),
    'setup.apply': step(setup.apply),
  }
}
