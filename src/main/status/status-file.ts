import path from 'node:path'
import type { Clock } from '#common/clock.ts'
import type { Log } from '#main/core/log.ts'
import { writeAtomically } from '#main/core/files.ts'
import type { Status } from './status.ts'

const WRITE_EVERY_MS = 10_000

/** Where it lies: where the operator says, else in the data folder. */
export const statusFileOf = (homeDir: string, given: string | null): string =>
  path.resolve(homeDir, given ?? 'status.json')

/**
 * Keeps `file` up to date, whole at any moment, until it is closed: then it says that the terminal
 * has ended. What cannot be written is logged once.
 */
export function keepStatusFile(deps: {
  file: string
  clock: Clock
  log: Log
  status: (running: boolean) => Status
}): () => void {
  const { file, clock, log, status } = deps
  let warned = false
  let cancel = (): void => undefined
  const write = (running: boolean): void => {
    try {
      writeAtomically(file, `${JSON.stringify(status(running), null, 2)}\n`)
      warned = false
    } catch (error) {
      if (!warned) log.warn({ error: String(error) }, 'the status file cannot be written')
      warned = true
    }
  }
  const tick = (): void => {
    write(true)
    cancel = clock.setTimer(WRITE_EVERY_MS, tick)
  }
  tick()
  return () => {
    cancel()
    write(false)
  }
}
