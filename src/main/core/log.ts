import { appendFileSync } from 'node:fs'
import path from 'node:path'
import { multistream, pino, type LoggerOptions } from 'pino'
import { FILE_MODE } from './files.ts'
import { openRotatedFile } from './rotated-file.ts'

/** What main writes down. Facts only: never arguments, tokens, passwords, keys or tag ids. */
export interface Log {
  info(facts: Record<string, unknown>, message: string): void
  warn(facts: Record<string, unknown>, message: string): void
  error(facts: Record<string, unknown>, message: string): void
}

/** A log whose last lines must be written before the program ends. */
export interface FileLog extends Log {
  flush(): void
  /** What ends the program: it is on disk when this returns, if the disk takes it. */
  fatal(facts: Record<string, unknown>, message: string): void
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

/** Tokens (JSON web tokens and bearers) that stand within a text. */
const TOKENS = /\beyJ[\w-]+\.[\w-]+(?:\.[\w-]*)?|\b(Bearer )[^\s"\\]+/g
const withoutTokens = (line: string): string =>
  line.replace(TOKENS, (_found, bearer: string | undefined) => `${bearer ?? ''}(hidden)`)

const settings: LoggerOptions = {
  level: 'info',
  base: null,
  redact: { paths: redacted, censor: '(hidden)' },
  hooks: { streamWrite: withoutTokens },
}

/** Where the log of a terminal lies. */
export function logFile(dataDir: string): string {
  return path.join(dataDir, 'logs', 'main.log')
}

/**
 * Writes JSON lines to `<dataDir>/logs/main.log`, which is turned over when it is full (rotated-file.ts),
 * and warnings to stderr as well.
 */
export function createLog(dataDir: string): FileLog {
  const file = openRotatedFile(logFile(dataDir))
  const warnings = { level: 'warn', stream: process.stderr } as const
  const logger = pino(settings, multistream([{ level: 'info', stream: file }, warnings]))
  const last = pino(settings, multistream([{ stream: writtenAtOnce(logFile(dataDir)) }, warnings]))
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
    fatal: (facts, message) => {
      file.flush()
      last.fatal(facts, message)
    },
    flush: file.flush,
  }
}

/** The other way is asynchronous, and not open in a program's first moments. */
const writtenAtOnce = (file: string): { write(line: string): void } => ({
  write(line) {
    try {
      appendFileSync(file, line, { mode: FILE_MODE })
    } catch {
      // A full disk: stderr has it.
    }
  },
})
