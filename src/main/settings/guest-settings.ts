import { z } from 'zod'
import { cardRuleSchema } from '#contract/card-rules.ts'
import { languageCodes } from '#common/languages.ts'
import type { TerminalInfo } from '#contract/terminal.ts'
import type { GuestRules } from '#main/charging/offer/guest-rules.ts'
import type { OptionProblem } from './option-flags.ts'
import { languageExpected, languageSchema, textSchema } from './option-values.ts'
import { field, readSection } from './section.ts'

/** What the operator has set for guests: section `guest` of the settings file. */
export interface GuestSettings {
  /** What the renderer is told. */
  readonly shown: TerminalInfo['guest']
  readonly rules: GuestRules
  /** The system's name of the receipt printer; null: its default one. */
  readonly printer: string | null
}

const MINUTE_MS = 60_000

const flag = field(z.boolean(), 'true or false')
const rules = '"open", "booking", "desk" or "hidden"'

/** Every name of the section, and what it may be. */
export const guestFields = {
  languages: field(
    z.array(languageSchema).min(1),
    `a list such as ["en", "de"], each ${languageExpected}`,
  ),
  deskPhone: field(textSchema.max(40).nullable(), 'a phone number of at most 40 characters'),
  reader: flag,
  dimAfterMinutes: field(z.number().min(1).max(1440).nullable(), 'a number from 1 to 1440 or null'),
  nightLevel: field(z.number().min(0.1).max(1), 'a number from 0.1 to 1'),
  cards: field(cardRuleSchema, rules),
  byCard: field(z.record(textSchema, cardRuleSchema), `an object of card ids, each with ${rules}`),
  preferredCardId: field(textSchema.nullable(), 'the id of a card'),
  ownCard: flag,
  packages: flag,
  stopCodes: flag,
  printer: field(textSchema.nullable(), "a printer's name as the system knows it"),
}

/**
 * Reads the section; what it leaves out has its default. The demo has a card reader, so that a scan
 * can be tried. Every name and value that cannot be used is told.
 */
export function readGuestSettings(
  section: unknown,
  demo: boolean,
): { settings: GuestSettings; problems: OptionProblem[] } {
  const { given, problems } = readSection('guest', guestFields, section)
  const reader = given.reader ?? demo
  const dimAfterMinutes = given.dimAfterMinutes === undefined ? 10 : given.dimAfterMinutes
  const settings: GuestSettings = {
    shown: {
      languages: given.languages ?? [...languageCodes],
      deskPhone: given.deskPhone ?? null,
      reader,
      dimAfterMs: dimAfterMinutes === null ? null : dimAfterMinutes * MINUTE_MS,
      nightLevel: given.nightLevel ?? 0.5,
    },
    rules: {
      cards: given.cards ?? 'open',
      byCard: given.byCard ?? {},
      preferredCardId: given.preferredCardId ?? null,
      ownCard: reader && (given.ownCard ?? true),
      packages: given.packages ?? true,
      stopCodes: given.stopCodes ?? true,
    },
    printer: given.printer ?? null,
  }
  return { settings, problems }
}
