import { renameSync, statSync, truncateSync } from 'node:fs'
import path from 'node:path'
import { destination } from 'pino'
import { FILE_MODE, makeFolder } from './files.ts'

/** A file that is written line by line, and never grows beyond its bounds together with its old ones. */
export interface RotatedFile {
  write(line: string): void
  /** What is still in memory is on disk when it returns. */
  flush: () => void
}

export interface Bounds {
  /** A file that would grow larger is turned over. */
  readonly fullBytes: number
  /** So many old files are kept: `main.1.log` is the newest of them. */
  readonly keptFiles: number
}

/** 25 MB in all. */
const LOG_BOUNDS: Bounds = { fullBytes: 5_000_000, keptFiles: 4 }
/** Lines that a slow disk makes wait; what is more is lost, not kept in memory. */
const MOST_WAITING_BYTES = 2_000_000

/** The name of an old file: `main.log` was `main.1.log` next, then `main.2.log`. */
export function oldFile(file: string, age: number): string {
  const { dir, name, ext } = path.parse(file)
  return path.join(dir, `${name}.${String(age)}${ext}`)
}

/** Opens the file to write on. A disk that is full or gone loses lines, and nothing else. */
export function openRotatedFile(file: string, bounds: Bounds = LOG_BOUNDS): RotatedFile {
  const { fullBytes } = bounds
  quietly(() => {
    makeFolder(path.dirname(file))
  })
  const stream = destination({
    dest: file,
    sync: false,
    mode: FILE_MODE,
    maxLength: MOST_WAITING_BYTES,
  })
  stream.on('error', () => undefined)
  let bytes = statSync(file, { throwIfNoEntry: false })?.size ?? 0

  const flushOpen = stream.flushSync.bind(stream)
  // Throws before the file is open. Pino calls it too, as the program ends, which that must not spoil.
  const flush = (stream.flushSync = (): void => {
    quietly(flushOpen)
  })
  const turnOver = (): void => {
    flush()
    if (
      !quietly(() => {
        moveAside(file, bounds)
      })
    )
      quietly(() => {
        truncateSync(file)
      })
    quietly(() => {
      stream.reopen()
    })
    bytes = 0
  }

  return {
    write(line) {
      const more = Buffer.byteLength(line)
      if (bytes > 0 && bytes + more > fullBytes) turnOver()
      bytes += more
      quietly(() => stream.write(line))
    },
    flush,
  }
}

function moveAside(file: string, { keptFiles }: Bounds): void {
  for (let age = keptFiles - 1; age >= 1; age -= 1) {
    quietly(() => {
      renameSync(oldFile(file, age), oldFile(file, age + 1))
    })
  }
  renameSync(file, oldFile(file, 1))
}

/** Whether it went well. */
function quietly(work: () => unknown): boolean {
  try {
    work()
    return true
  } catch {
    return false
  }
}
