import { readFileSync } from 'node:fs'
import path from 'node:path'
import { readProvision, type Fault } from './read.ts'
import { describeFaults } from './source.ts'

export interface Checked {
  ok: boolean
  /** For the console: each fault in a line. */
  text: string
}

/** What `--check-config FILE` answers; null where the command line does not ask. */
export function checkAsked(argv: readonly string[], env: NodeJS.ProcessEnv): Checked | null {
  const index = argv.findIndex((each) => /^--check-config(=|$)/.test(each))
  const flag = argv[index]
  if (flag === undefined) return null
  const file = flag.includes('=') ? flag.slice(flag.indexOf('=') + 1) : argv[index + 1]
  if (file === undefined || file === '') {
    return { ok: false, text: '--check-config needs a file.' }
  }
  const faults = faultsOf(file, env)
  if (faults.length > 0) return { ok: false, text: describeFaults(file, faults) }
  return { ok: true, text: `${file} can be used.` }
}

function faultsOf(file: string, env: NodeJS.ProcessEnv): readonly Fault[] {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch {
    return [{ line: null, text: 'The file cannot be read.' }]
  }
  const reading = readProvision(text, env, path.dirname(file))
  return reading.ok ? [] : reading.faults
}
