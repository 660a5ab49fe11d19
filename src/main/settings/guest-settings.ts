import type { CardRule } from '#contract/card-rules.ts'
import type { TerminalInfo } from '#contract/terminal.ts'
import type { OptionProblem } from './option-flags.ts'
import { readSection } from './section.ts'
import type { SectionValues } from './settings-table.ts'

type GuestValues = SectionValues<'guest'>

/** The operator's rules of what guests may do by themselves: see the table. */
export type GuestRules = Pick<
  GuestValues,
  'cards' | 'preferredCardId' | 'ownCard' | 'packages' | 'stopCodes'
> & {
  /** By the card's id. */
  readonly byCard: Readonly<GuestValues['byCard']>
  readonly labelByCard: Readonly<GuestValues['labelByCard']>
}

/** What the operator has set for guests: section `guest` of the settings file. */
export interface GuestSettings {
  /** What the page gets. */
  readonly shown: TerminalInfo['guest']
  readonly rules: GuestRules
  /** The system's name of the receipt printer; null: its default one. */
  readonly printer: string | null
  readonly paper: GuestValues['paper']
}

/** How guests may use a card: by its own rule, else by that of all cards. */
export const ruleFor = (rules: GuestRules, cardId: string): CardRule =>
  rules.byCard[cardId] ?? rules.cards

const MINUTE_MS = 60_000

/**
 * Reads the section; what it leaves out has its default. The demo has a card reader, so that a scan
 * can be tried. Every name and value that cannot be used is reported.
 */
export function readGuestSettings(
  section: unknown,
  demo: boolean,
): { settings: GuestSettings; problems: OptionProblem[] } {
  const { values, problems } = readSection('guest', section, demo ? { reader: true } : {})
  const {
    languages,
    deskPhone,
    reader,
    dimAfterMinutes,
    nightLevel,
    speech,
    sounds,
    takeAlong,
    moreTime,
    theme,
    printer,
    paper,
    ...rules
  } = values
  const dimAfterMs = dimAfterMinutes === null ? null : dimAfterMinutes * MINUTE_MS
  const settings: GuestSettings = {
    shown: {
      ...{ languages, deskPhone, reader, dimAfterMs, nightLevel },
      ...{ speech, sounds, takeAlong, moreTime, theme },
    },
    rules: { ...rules, ownCard: reader && rules.ownCard },
    ...{ printer, paper },
  }
  return { settings, problems }
}
