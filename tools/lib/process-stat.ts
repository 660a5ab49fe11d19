import { readFileSync } from 'node:fs'

/** Linux counts processor time in hundredths of a second. */
const TICK_MS = 10

export interface ProcessStat {
  parent: number
  /** Processor time of all its threads (ms). */
  cpuMs: number
  /** After the start of the machine (ms). */
  startedMs: number
}

/** What Linux says of a process; null: it has ended, or there is no /proc. */
export function readProcessStat(pid: number): ProcessStat | null {
  try {
    // The name, in brackets, may hold blanks: what follows it is counted.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? []
    const field = (number: number): number => Number(fields[number] ?? 0)
    return {
      parent: field(1),
      cpuMs: (field(11) + field(12)) * TICK_MS,
      startedMs: field(19) * TICK_MS,
    }
  } catch {
    return null
  }
}
