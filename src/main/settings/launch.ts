import path from 'node:path'
import { readDeskSettings, type DeskSettings } from './desk-settings.ts'
import { readGuestSettings, type GuestSettings } from './guest-settings.ts'
import { readFlags } from './option-flags.ts'
import { describeProblem, optionsHelp, parseOptions, type Options } from './options.ts'
import { openSettings, type OpenStore } from './settings.ts'

export type LaunchReading =
  | {
      kind: 'launch'
      options: Options
      /** What the operator settled for guests. */
      guest: GuestSettings
      /** What the operator settled for the desk. */
      desk: DeskSettings
      /** Settings, logs, ledger and last snapshot of this terminal; the demo has its own. */
      dataDir: string
      /** Where the terminal itself is kept, demo or not: its settings and the desk's file. */
      homeDir: string
      /** Where a settings file that could not be read was put. */
      setAside: string | null
    }
  | { kind: 'help'; text: string }
  | { kind: 'wrong'; text: string }
export type Launch = Extract<LaunchReading, { kind: 'launch' }>

/** What this launch was asked for, by flags, environment and settings file. */
export function readLaunch(deps: {
  argv: string[]
  env: NodeJS.ProcessEnv
  /** The folder for data where none is given. */
  userData: string
  openStore: OpenStore
  nowMs: number
}): LaunchReading {
  const { argv, env } = deps
  if (argv.includes('--help')) return { kind: 'help', text: optionsHelp() }
  const folder = givenFolder(argv, env)
  const base = path.resolve(folder ?? deps.userData)
  const { values, setAside } = openSettings(base, deps.openStore, deps.nowMs)
  const parsed = parseOptions(argv, env, values)
  const isDemo = parsed.ok && parsed.options.demo
  const { settings: guest, problems: guestProblems } = readGuestSettings(values['guest'], isDemo)
  const desk = readDeskSettings(values['desk'])
  const problems = [...guestProblems, ...desk.problems]
  if (!parsed.ok || problems.length > 0) {
    const all = [...(parsed.ok ? [] : parsed.problems), ...problems]
    return { kind: 'wrong', text: all.map(describeProblem).join('\n') }
  }
  const { options } = parsed
  const dataDir = options.demo && folder === null ? path.join(base, 'demo') : base
  return { kind: 'launch', options, guest, desk: desk.settings, dataDir, homeDir: base, setAside }
}

/** Where the settings file lies: flag and environment alone can say so. */
function givenFolder(argv: string[], env: NodeJS.ProcessEnv): string | null {
  const flag = readFlags(argv).given.find(({ name }) => name === 'dataDir')?.text
  return flag ?? env['FORECOURT_DATA_DIR'] ?? null
}
