import { z } from 'zod'
import { cardLabelSchema, cardRuleSchema } from '#contract/card-rules.ts'
import { moreTimeSchema, speechSchema, themeSchema } from '#contract/terminal.ts'
import { languageCodes } from '#common/languages.ts'
import { languageExpected, languageSchema, textSchema } from '../option-values.ts'
import { byManager, field } from './row.ts'

const onOff = { json: z.boolean(), expected: 'true or false' }
const rules = '"open", "booking", "desk" or "hidden"'

/** What guests may do: section `guest` of both files. */
export const guestTable = {
  languages: field({
    json: z.array(languageSchema).min(1),
    default: languageCodes.map(String),
    expected: `a list such as ["en", "de"], each ${languageExpected}`,
    form: byManager('screen', 1),
    defaultText: 'all of these',
    meaning: 'the languages that guests may choose, in the order shown',
  }),
  deskPhone: field({
    json: textSchema.max(40).nullable(),
    default: null,
    expected: 'a phone number of at most 40 characters',
    form: byManager('screen', 2),
    meaning:
      "the desk's phone number, shown in the help; without it guests see the number of the station's operator",
  }),
  reader: field({
    ...onOff,
    default: false,
    form: byManager('guests', 5),
    defaultText: '`false` (demo: `true`)',
    meaning: 'a card reader that types like a keyboard is attached',
  }),
  dimAfterMinutes: field({
    json: z.number().min(1).max(1440).nullable(),
    default: 10,
    expected: 'a number from 1 to 1440 or null',
    form: byManager('screen', 3),
    meaning: 'the screen dims so long after the last touch; `null`: never',
  }),
  nightLevel: field({
    json: z.number().min(0.1).max(1),
    default: 0.5,
    expected: 'a number from 0.1 to 1',
    form: byManager('screen', 4),
    meaning: 'brightness at night',
  }),
  speech: field({
    json: speechSchema,
    default: 'aloud',
    expected: '"off", "aloud" or "headphones"',
    form: byManager('screen', 7),
    meaning:
      'a key on a keyboard or keypad has the screen spoken: `"aloud"` leaves codes and sums out, `"headphones"` (sound leaves the terminal by its headphone socket alone) speaks them, too',
  }),
  theme: field({
    json: themeSchema,
    default: 'auto',
    expected: '"auto", "light", "dark" or "sun"',
    form: byManager('screen', 12),
    meaning:
      'the colours that guests find: `"auto"` is light by day and dark by night (20 to 7 h), `"sun"` is for a screen that the sun shines on: light, in high contrast, with black edges',
  }),
  moreTime: field({
    json: moreTimeSchema,
    default: 1,
    expected: '1, 2 or 4',
    form: byManager('screen', 8),
    meaning:
      'how many times longer guests have before a screen closes or forgets by itself; twice that with large text, everything in reach, or the screen spoken',
  }),
  cards: field({
    json: cardRuleSchema,
    default: 'open',
    expected: rules,
    form: byManager('guests', 1),
    meaning:
      'how guests may use the account\'s cards: freely, `"booking"` (with a room number or booking), `"desk"` (the desk starts) or not at all',
  }),
  byCard: field({
    json: z.record(textSchema, cardRuleSchema),
    default: {},
    expected: `an object of card ids, each with ${rules}`,
    defaultText: 'none',
    meaning: 'the same for single cards, by their ids',
  }),
  labelByCard: field({
    json: z.record(textSchema, cardLabelSchema),
    default: {},
    expected: 'an object of card ids, each with a text of 1 to 80 characters',
    defaultText: 'none',
    meaning:
      'what guests read for single cards, in every language: who pays, and how, e.g. `"On the room, paid at reception"`',
  }),
  preferredCardId: field({
    json: textSchema.nullable(),
    default: null,
    expected: 'the id of a card',
    form: byManager('guests', 2),
    meaning: 'the card offered first; its rate is the price on the tile',
  }),
  ownCard: field({
    ...onOff,
    default: true,
    form: byManager('guests', 6),
    defaultText: 'as `reader`',
    meaning: 'guests may start with an RFID card of their own',
  }),
  packages: field({
    ...onOff,
    default: true,
    form: byManager('guests', 3),
    meaning: 'rate packages are offered',
  }),
  stopCodes: field({
    ...onOff,
    default: true,
    form: byManager('guests', 4),
    meaning:
      'a session is opened by its stop code; `false`: anybody may stop it and read its receipt',
  }),
  sounds: field({
    ...onOff,
    default: true,
    form: byManager('screen', 9),
    meaning:
      'a short chime where a start begins to charge, a low one where it fails; never by night (20 to 7 h) or over speech',
  }),
  takeAlong: field({
    ...onOff,
    default: true,
    form: byManager('guests', 7),
    meaning:
      'a charge shows a code whose content is its stop code and a reminder, a summary one with the receipt where the platform has no document yet; neither needs a server',
  }),
  printer: field({
    json: textSchema.nullable(),
    default: null,
    expected: "a printer's name as the system knows it",
    form: byManager('screen', 5),
    defaultText: "the system's",
    meaning: 'the receipt printer, by the name that the system knows it by',
  }),
  paper: field({
    json: z.enum(['printer', '58mm', '80mm']),
    default: 'printer',
    expected: '"printer", "58mm" or "80mm"',
    form: byManager('screen', 6),
    meaning:
      "the receipts' paper: as the printer's driver says, or a roll of this width, cut below the text",
  }),
}
