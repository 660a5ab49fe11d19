import { z } from 'zod'
import {
  endpointSchema,
  languageExpected,
  languageSchema,
  nightTimeSchema,
  portSchema,
  stationsSchema,
  switchSchema,
  textSchema,
  timeZoneSchema,
  windowSchema,
} from './option-values.ts'

/** One setting: how it is written on each of its three ways, and what it may be. */
interface OptionRow {
  schema: z.ZodType<unknown, string>
  /** The value's placeholder in the help; null for a switch that needs no value. */
  placeholder: string | null
  /** Completes "must be …". */
  expected: string
  help: string
  secret: boolean
}

function row<S extends z.ZodType<unknown, string>>(
  schema: S,
  placeholder: string | null,
  expected: string,
  help: string,
  secret = false,
): OptionRow & { schema: S } {
  return { schema, placeholder, expected, help, secret }
}

/** Every setting of the command line, the environment (`FORECOURT_…`) and the settings file. */
export const optionTable = {
  endpoint: row(
    endpointSchema,
    'URL',
    'an https:// address (http:// only on this machine), without a user name in it',
    "The platform's GraphQL address. Without it the terminal shows the demo network.",
  ),
  key: row(textSchema, 'KEY', 'a pre-shared key, not empty', 'The pre-shared key.', true),
  username: row(textSchema, 'NAME', 'a user name, not empty', 'The account to sign in with.'),
  password: row(textSchema, 'TEXT', 'a password, not empty', "The account's password.", true),
  site: row(
    textSchema,
    'ID',
    'the id of a site, not empty',
    'The site whose connectors are shown.',
  ),
  stations: row(
    stationsSchema,
    'ID,ID',
    'ids of stations, at most 200, each once',
    'These stations are shown instead of a site.',
  ),
  provision: row(
    textSchema,
    'FILE',
    'a file, not empty',
    'A file with all settings (docs/provisioning.md).',
  ),
  secrets: row(
    z.enum(['memory', 'file']),
    'WHERE',
    'memory or file',
    'Where secrets are kept if the system cannot protect them: until the end, or in a file of this user.',
  ),
  dataDir: row(
    textSchema,
    'FOLDER',
    'a folder, not empty',
    'Where settings and the ledger are kept.',
  ),
  host: row(
    z.enum(['auto', 'electron', 'chromium']),
    'NAME',
    'auto, electron or chromium',
    'What shows the terminal: Electron, or the stand-in over Chromium.',
  ),
  window: row(
    windowSchema,
    'WIDTHxHEIGHT',
    'a size such as 1080x1920, each side from 320 to 8192',
    'A window of this size in pixels.',
  ),
  kiosk: row(switchSchema, null, 'true or false', 'The whole screen, locked.'),
  refreshAt: row(
    nightTimeSchema,
    'HH:MM',
    'a time such as 03:30, or never',
    "When the window is made anew each night, in the site's time zone, if nobody is there; 03:30 if not told.",
  ),
  metricsPort: row(
    portSchema,
    'PORT',
    'a port from 1 to 65535, or 0 for any that is free',
    'A page in the format of Prometheus, for this machine alone (docs/health.md). Without it there is none.',
  ),
  language: row(
    languageSchema,
    'TAG',
    languageExpected,
    "The site's language, to which the board returns.",
  ),
  timeZone: row(
    timeZoneSchema,
    'ZONE',
    'an IANA time zone such as Europe/Vienna',
    'The time zone in which all times are shown.',
  ),
  demoSite: row(
    z.enum(['hotel', 'depot', 'garage', 'campus']),
    'NAME',
    'hotel, depot, garage or campus',
    'The demo site: 6, 48, 200 or 1,000 connectors.',
  ),
  demoSpeed: row(
    z.string().trim().min(1).pipe(z.coerce.number<string>().min(0.1).max(1000)),
    'NUMBER',
    'a number from 0.1 to 1000',
    'Seconds of the demo per real second.',
  ),
  demoSeed: row(
    z.string().regex(/^\d+$/).pipe(z.coerce.number<string>().int().max(2_147_483_647)),
    'NUMBER',
    'a whole number from 0 to 2147483647',
    'The same seed tells the same story.',
  ),
  demoBustle: row(
    switchSchema,
    null,
    'true or false',
    'Whether other people come and go at the demo site; true if not told.',
  ),
} satisfies Record<string, OptionRow>

export type OptionName = keyof typeof optionTable
export type OptionValue<N extends OptionName> = z.output<(typeof optionTable)[N]['schema']>

export const optionNames: readonly OptionName[] = Object.keys(optionTable).filter(
  (name): name is OptionName => name in optionTable,
)

/** `demoSite` → `--demo-site`. */
export function flagOf(name: OptionName): string {
  return `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`
}

/** `demoSite` → `FORECOURT_DEMO_SITE`. */
export function variableOf(name: OptionName): string {
  return `FORECOURT_${name.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase()}`
}
