import { existsSync, readFileSync, rmSync, statSync } from 'node:fs'
import path from 'node:path'
import type { ProvisionWarning } from '#contract/system.ts'
import { writeAtomically } from '#main/core/files.ts'
import { readFlags } from '#main/settings/option-flags.ts'
import { variableOf, type ProvisionedSettings } from '#main/settings/settings-table.ts'
import { readProvision, type Fault } from './read.ts'
import { warningsOf } from './warnings.ts'

/** Where a machine's own file lies; it is used when it exists. On Windows the installer sets its rights. */
export function machineFile(env: NodeJS.ProcessEnv, platform: NodeJS.Platform): string {
  return platform === 'win32'
    ? path.win32.join(env['ProgramData'] ?? 'C:\\ProgramData', 'Forecourt', 'terminal.json')
    : '/etc/forecourt/terminal.json'
}

const LAST_GOOD = 'terminal.last-good.json'
const MOST_BYTES = 4 * 1024 * 1024

/** The provisioning file of this terminal, as it was read last. */
export interface Provisioned {
  /** Null: there is none. */
  readonly file: string | null
  /** What is in force of it: while the file is broken, its last good copy. */
  readonly document: ProvisionedSettings | null
  readonly isLastGood: boolean
  /** Why the file itself is not in force. */
  readonly faults: readonly Fault[]
  /** What is unwise about the file, whether it can be used or not. */
  readonly warnings: readonly ProvisionWarning[]
}

/** Reads the provisioning file, and keeps the last one that could be used. */
export interface ProvisionSource {
  readonly file: string | null
  /** Reads the file as it is now. */
  load(): Provisioned
  /**
   * A terminal that is not provisioned any more must not come back to old settings. Only once others are
   * in force: until then the copy may be all that is left.
   */
  forgetOld(): void
  /** As it was loaded last. */
  current(): Provisioned
  /** Another text, another mark; null while there is no file. */
  mark(): string | null
}

/** By flag, variable, or the machine's own file, in this order. */
export function provisionFile(argv: string[], env: NodeJS.ProcessEnv): string | null {
  const flag = readFlags(argv).given.findLast(({ name }) => name === 'provision')?.text
  const file = flag ?? env[variableOf('provision')] ?? ''
  if (file !== '') return path.resolve(file)
  const ofMachine = machineFile(env, process.platform)
  return existsSync(ofMachine) ? ofMachine : null
}

/** `homeDir` keeps the last good copy: the text as it was written, without what `${NAME}` stands for. */
export function createProvisionSource(deps: {
  file: string | null
  env: NodeJS.ProcessEnv
  homeDir: string
}): ProvisionSource {
  const { file, env, homeDir } = deps
  const copy = path.join(homeDir, LAST_GOOD)
  let current: Provisioned = { file, document: null, isLastGood: false, faults: [], warnings: [] }

  const load = (given: string): Provisioned => {
    const text = textOf(given)
    if (text === null) return lastGood(given, [{ line: null, text: 'The file cannot be read.' }])
    const reading = readProvision(text, env, path.dirname(given))
    if (!reading.ok) return lastGood(given, reading.faults)
    keepCopy(text)
    const { document } = reading
    return { file, document, isLastGood: false, faults: [], warnings: warningsOf(given, document) }
  }
  /** Without a copy the file itself still holds. */
  const keepCopy = (text: string | null): void => {
    try {
      if (text === null) rmSync(copy, { force: true })
      else if (textOf(copy) !== text) writeAtomically(copy, text)
    } catch {
      // A full or read-only disk: the next load tries again.
    }
  }
  const lastGood = (given: string, faults: readonly Fault[]): Provisioned => {
    const reading = readProvision(textOf(copy) ?? '', env, path.dirname(given))
    // A file that the copy names may be gone for a moment: what is in force stays so.
    const document = reading.ok ? reading.document : current.document
    const warnings = warningsOf(given, document)
    return { file: given, document, isLastGood: document !== null, faults, warnings }
  }

  return {
    file,
    load() {
      if (file !== null) current = load(file)
      return current
    },
    forgetOld() {
      if (file === null) keepCopy(null)
    },
    current: () => current,
    mark() {
      return file === null ? null : markOf(file)
    },
  }
}

/** Null where it cannot be read, or is far larger than any file of settings. */
function textOf(file: string): string | null {
  try {
    return statSync(file).size > MOST_BYTES ? null : readFileSync(file, 'utf8')
  } catch {
    return null
  }
}

function markOf(file: string): string | null {
  try {
    const { ino, size, mtimeMs } = statSync(file)
    return [ino, size, mtimeMs].join()
  } catch {
    return null
  }
}

/** One fault a line, as `file:line: what is wrong`. */
export function describeFaults(file: string, faults: readonly Fault[]): string {
  return faults
    .map(({ line, text }) => `${file}${line === null ? '' : `:${String(line)}`}: ${text}`)
    .join('\n')
}
