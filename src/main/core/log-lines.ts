import { closeSync, fstatSync, openSync, readSync } from 'node:fs'
import { z } from 'zod'
import type { LogLine } from '#contract/system.ts'
import { logFile } from './log.ts'
import { oldFile } from './rotated-file.ts'

const READ_BYTES = 128 * 1024
const MOST_LINES = 300
const WARN = 40
const ERROR = 50

const lineSchema = z.looseObject({ level: z.number(), time: z.number(), msg: z.string() })

/** The last lines of the log below `folder`, newest first; none where it cannot be read. */
export function lastLogLines(folder: string): LogLine[] {
  const file = logFile(folder)
  // It may have been turned over just now.
  const text = `${tailOf(oldFile(file, 1))}\n${tailOf(file)}`
  return text.split('\n').flatMap(lineOf).toReversed().slice(0, MOST_LINES)
}

function tailOf(file: string): string {
  try {
    const handle = openSync(file, 'r')
    try {
      const { size } = fstatSync(handle)
      const tail = Buffer.alloc(Math.min(size, READ_BYTES))
      readSync(handle, tail, 0, tail.length, size - tail.length)
      return tail.toString('utf8')
    } finally {
      closeSync(handle)
    }
  } catch {
    return ''
  }
}

/** The first line of a tail is half of one: it is no JSON, and left out. */
function lineOf(text: string): LogLine[] {
  try {
    const { level, time, msg, ...facts } = lineSchema.parse(JSON.parse(text))
    const name = level >= ERROR ? 'error' : level >= WARN ? 'warn' : 'info'
    return [{ atMs: time, level: name, text: msg, facts: JSON.stringify(facts) }]
  } catch {
    return []
  }
}
