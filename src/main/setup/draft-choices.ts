import type { CommandInput } from '#contract/commands.ts'
import { CommandError, failureOf } from '#main/core/errors.ts'
import { assertPeopleFit } from '#main/desk/people.ts'
import { isReadable } from '#main/settings/contrast.ts'
import { languageSchema, timeZoneSchema } from '#main/settings/option-values.ts'
import { chosenLogo } from './logo.ts'
import type { OpenDraft } from './open-draft.ts'

/** What is chosen for the terminal. Each throws a CommandError for a choice that cannot be. */
export interface DraftChoices {
  choosePlace(input: CommandInput<'setup.choosePlace'>): void
  chooseLocale(input: CommandInput<'setup.chooseLocale'>): void
  chooseRules(input: CommandInput<'setup.chooseRules'>): void
  setPeople(input: CommandInput<'setup.setPeople'>): void
  chooseBranding(input: CommandInput<'setup.chooseBranding'>): void
  chooseSecrets(input: CommandInput<'setup.chooseSecrets'>): void
}

/** `leastDigits`: what is asked of new PINs. */
export function createDraftChoices(draft: OpenDraft, leastDigits: () => number): DraftChoices {
  const { change } = draft
  return {
    choosePlace({ place }) {
      change({ place })
    },
    chooseLocale(locale) {
      const isKnown =
        languageSchema.safeParse(locale.language).success &&
        timeZoneSchema.safeParse(locale.timeZone).success
      if (!isKnown) throw new CommandError(failureOf('invalid', 'no such language or time zone'))
      change({ locale })
    },
    chooseRules(rules) {
      change({ rules })
    },
    setPeople({ people }) {
      const known = draft.now().people
      const next = people.map((person) => ({
        ...person,
        pin: person.pin ?? known.find(({ name }) => name === person.name)?.pin ?? null,
      }))
      assertPeopleFit(next, known, leastDigits())
      change({ people: next })
    },
    chooseBranding({ logo, ...branding }) {
      if (branding.accent !== null && !isReadable(branding.accent)) {
        throw new CommandError(failureOf('colour-unfit', 'White text on it cannot be read.'))
      }
      if (logo === undefined) change({ branding })
      else change({ branding, logo: logo === null ? null : { chosen: chosenLogo(logo) } })
    },
    chooseSecrets({ secrets }) {
      change({ secrets })
    },
  }
}
