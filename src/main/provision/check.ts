import { readFileSync } from 'node:fs'
import path from 'node:path'
import { readProvision, type ProvisionReading } from './read.ts'
import { describeFaults } from './source.ts'
import { warningsOf, warningTexts } from './warnings.ts'

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
  const reading = readingOf(file, env)
  if (!reading.ok) return { ok: false, text: describeFaults(file, reading.faults) }
  const warnings = warningsOf(file, reading.document).map(
    (each) => `Warning: ${warningTexts[each]}`,
  )
  return { ok: true, text: [`${file} can be used.`, ...warnings].join('\n') }
}

function readingOf(file: string, env: NodeJS.ProcessEnv): ProvisionReading {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch {
    return { ok: false, faults: [{ line: null, text: 'The file cannot be read.' }] }
  }
  return readProvision(text, env, path.dirname(file))
}
