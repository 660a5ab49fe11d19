import path from 'node:path'
import { readFlags } from './option-flags.ts'
import { describeProblem, optionsHelp } from './options.ts'
import { openSettings, type OpenStore } from './settings.ts'
import { settle, type Settled } from './settled.ts'

export type LaunchReading =
  | ({
      kind: 'launch'
      /** Where the terminal itself is kept, demo or not: its settings and the desk's file. */
      homeDir: string
      /** Where a settings file that could not be read was put. */
      setAside: string | null
    } & Settled)
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
  const homeDir = path.resolve(givenFolder(argv, env) ?? deps.userData)
  const { values, setAside } = openSettings(homeDir, deps.openStore, deps.nowMs)
  const reading = settle({ argv, env, values, homeDir })
  if (!reading.ok) {
    return { kind: 'wrong', text: reading.problems.map(describeProblem).join('\n') }
  }
  return { kind: 'launch', ...reading.settled, homeDir, setAside }
}

/** Where the settings file lies: flag and environment alone can say so. */
function givenFolder(argv: string[], env: NodeJS.ProcessEnv): string | null {
  const flag = readFlags(argv).given.find(({ name }) => name === 'dataDir')?.text
  return flag ?? env['FORECOURT_DATA_DIR'] ?? null
}
