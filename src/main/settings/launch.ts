import path from 'node:path'
import { describeProblem, optionsHelp, parseOptions, type Options } from './options.ts'
import type { Settings } from './settings.ts'

export interface Launch {
  options: Options
  /** Settings, logs, ledger and last snapshot of this terminal; the demo has its own. */
  dataDir: string
}

export type LaunchReading =
  | { kind: 'launch'; launch: Launch }
  | { kind: 'help'; text: string }
  | { kind: 'wrong'; lines: string[] }

/** Where the settings file lies: flag and environment alone can say so. */
export function baseFolder(argv: string[], env: NodeJS.ProcessEnv, userData: string): string {
  const parsed = parseOptions(argv, env)
  const given = parsed.ok ? parsed.options.dataDir : null
  return given === null ? userData : path.resolve(given)
}

/** What this launch was asked for, by flags, environment and settings file. */
export function readLaunch(deps: {
  argv: string[]
  env: NodeJS.ProcessEnv
  base: string
  settings: Settings
}): LaunchReading {
  const { argv, env, base, settings } = deps
  if (argv.includes('--help')) return { kind: 'help', text: optionsHelp() }
  const parsed = parseOptions(argv, env, settings.values())
  if (!parsed.ok) return { kind: 'wrong', lines: parsed.problems.map(describeProblem) }
  const { options } = parsed
  const dataDir = options.demo && options.dataDir === null ? path.join(base, 'demo') : base
  return { kind: 'launch', launch: { options, dataDir } }
}

/** The machine's time zone (IANA name): the preset of the site's. */
export function machineTimeZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone
}
