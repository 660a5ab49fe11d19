import { readdirSync, readFileSync } from 'node:fs'

/** Linux counts processor time in hundredths of a second. */
const TICK_MS = 10

interface ProcessTimes {
  parent: number
  cpuMs: number
}

/**
 * Processor time (ms) of a process and of all that it has started and that run, as Linux counts it:
 * other programs on a busy machine are not in it. NaN where there is no /proc.
 */
export function treeCpuMs(pid: number): number {
  const times = new Map<number, ProcessTimes>()
  for (const id of pids()) {
    const read = timesOf(id)
    if (read) times.set(id, read)
  }
  const sum = (id: number): number => {
    const own = times.get(id)?.cpuMs ?? Number.NaN
    const children = [...times].filter(([, { parent }]) => parent === id)
    return children.reduce((total, [child]) => total + sum(child), own)
  }
  return sum(pid)
}

function pids(): number[] {
  try {
    return readdirSync('/proc').map(Number).filter(Number.isInteger)
  } catch {
    return []
  }
}

function timesOf(pid: number): ProcessTimes | null {
  try {
    // The name, in brackets, may hold blanks: what follows it is counted.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? []
    const [parent = 0, user = 0, system = 0] = [fields[1], fields[11], fields[12]].map(Number)
    return { parent, cpuMs: (user + system) * TICK_MS }
  } catch {
    // It has ended meanwhile.
    return null
  }
}
