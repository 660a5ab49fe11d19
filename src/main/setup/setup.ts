import type { Exported, SetupState } from '#contract/setup.ts'
import type { Way } from './draft-account.ts'
import { createDraftChoices, type DraftChoices } from './draft-choices.ts'
import { createDraftPlatform, type DraftPlatform } from './draft-platform.ts'
import { stateOf, type Draft } from './draft.ts'
import { createOpenDraft } from './open-draft.ts'

/** The set-up wizard's side in main: a draft in memory, which becomes the terminal when it is applied. */
export interface Setup extends DraftPlatform, DraftChoices {
  state(): SetupState
  /** Writes the provisioning file of the site's next terminal. Throws `setup-incomplete`. */
  export(): Promise<void>
  /** Makes the terminal what the draft says. Throws `setup-incomplete`. */
  apply(): Promise<void>
  /** The person has gone: nothing of the draft stays in memory. */
  forget(): void
}

export interface SetupDeps extends Way {
  /** What the terminal is already, to begin from. */
  begin: () => Partial<Draft>
  /** Writes the file and says where. */
  exportDraft: (draft: Draft) => Promise<Exported>
  applyDraft: (draft: Draft) => Promise<void>
  machineTimeZone: () => string
  /** What is asked of new PINs. */
  leastDigits: () => number
  /** The machine has a protected place for secrets. */
  protectsSecrets: () => boolean
}

export function createSetup(deps: SetupDeps): Setup {
  const draft = createOpenDraft(deps.begin)
  const platform = createDraftPlatform(draft, deps)
  return {
    ...platform,
    ...createDraftChoices(draft, deps.leastDigits),
    state: () =>
      stateOf(draft.now(), {
        timeZone: deps.machineTimeZone(),
        protectsSecrets: deps.protectsSecrets(),
      }),
    async export() {
      const exported = await draft.settled(deps.exportDraft(draft.whole()))
      draft.change({ exported })
    },
    async apply() {
      const { exported } = draft.whole()
      await draft.settled(deps.applyDraft(draft.now()))
      draft.change({ applied: true, exported })
    },
    forget() {
      draft.forget()
      platform.forget()
    },
  }
}
