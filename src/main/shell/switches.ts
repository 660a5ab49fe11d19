import type { App } from 'electron'
import { PASSED_ON } from '#main/settings/engine-switches.ts'
import { flagOf, optionNames } from '#main/settings/settings-table.ts'

/** Chromium's own gestures, which no page can refuse. */
const KIOSK_SWITCHES = [
  ['disable-pinch', undefined],
  ['overscroll-history-navigation', '0'],
  ['disable-print-preview', undefined],
] as const

const ALLOWED: ReadonlySet<string> = new Set([
  ...optionNames.map((name) => flagOf(name).slice(2)),
  ...PASSED_ON,
  'help',
  'check-config',
])

/** Chromium writes the keys of its connections there, as `--ssl-key-log-file` has it do. */
const REFUSED_VARIABLES = ['SSLKEYLOGFILE']

/** Before the app is ready. */
export function setKioskSwitches(commandLine: Pick<App['commandLine'], 'appendSwitch'>): void {
  for (const [name, value] of KIOSK_SWITCHES) commandLine.appendSwitch(name, value)
}

/**
 * What a packaged terminal does not start with: every switch but the terminal's own and those of the
 * engine that are passed on; fuses cover few. They are read as Chromium reads them: from one or two dashes, on Windows from a slash, too.
 */
export function refusedSwitches(launch: {
  isPackaged: boolean
  argv: readonly string[]
  env: Readonly<NodeJS.ProcessEnv>
  platform: NodeJS.Platform
}): string[] {
  const { isPackaged, argv, env, platform } = launch
  if (!isPackaged) return []
  const prefix = platform === 'win32' ? /^(?:--?|\/)(?=[^-])/ : /^--?(?=[^-])/
  const switches = argv
    .filter((argument) => prefix.test(argument))
    .map((argument) => argument.replace(prefix, '').replace(/=.*$/s, ''))
  const variables = REFUSED_VARIABLES.filter((name) => (env[name] ?? '') !== '')
  return [...switches.filter((name) => !ALLOWED.has(name)), ...variables]
}
