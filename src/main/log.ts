import { mkdirSync, renameSync, statSync } from 'node:fs'
import path from 'node:path'
import { destination, multistream, pino } from 'pino'

/** What main writes down. Facts only: never arguments, tokens, passwords, keys or tag ids. */
export interface Log {
  info(facts: Record<string, unknown>, message: string): void
  warn(facts: Record<string, unknown>, message: string): void
  error(facts: Record<string, unknown>, message: string): void
}

/** The last defence, should a secret be handed to the log by mistake. */
const secretNames = [
  'key',
  'password',
  'username',
  'token',
  'sessionToken',
  'refreshToken',
  'authorization',
  'Authorization',
  'tagId',
  'authId',
  'identifier',
  'variables',
]
const redacted = secretNames.flatMap((name) => [name, `*.${name}`, `*.*.${name}`])

/** A larger log is put aside at the next launch, in the place of the one before. */
const FULL_BYTES = 5_000_000

/** Where the log of a terminal lies. */
export function logFile(dataDir: string): string {
  return path.join(dataDir, 'logs', 'main.log')
}

/** Writes JSON lines to `<dataDir>/logs/main.log`, and warnings to stderr as well. */
export function createLog(dataDir: string): Log & { flush: () => void } {
  const name = logFile(dataDir)
  const folder = path.dirname(name)
  mkdirSync(folder, { recursive: true })
  if (sizeOf(name) > FULL_BYTES) renameSync(name, path.join(folder, 'main.old.log'))
  const file = destination({ dest: name, sync: false })
  // A full disk or a lost file must not bring the terminal down.
  file.on('error', () => undefined)
  const logger = pino(
    { level: 'info', base: null, redact: { paths: redacted, censor: '(hidden)' } },
    multistream([
      { level: 'info', stream: file },
      { level: 'warn', stream: process.stderr },
    ]),
  )
  return {
    info: (facts, message) => {
      logger.info(facts, message)
    },
    warn: (facts, message) => {
      logger.warn(facts, message)
    },
    error: (facts, message) => {
      logger.error(facts, message)
    },
    flush: () => {
      flushQuietly(file)
    },
  }
}

function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0
}

function flushQuietly(file: { flushSync(): void }): void {
  try {
    file.flushSync()
  } catch {
    // Nothing was opened yet, so nothing is lost.
  }
}
