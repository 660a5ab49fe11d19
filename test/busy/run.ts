import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import path from 'node:path'
import type { Status } from '#main/status/status.ts'
import { createControlClient } from '#simulator/control-client.ts'
import type { SimulatorControl } from '#simulator/control.ts'
import { Guests, type Visits } from '#test/soak/guests.ts'
import { launchTerminal } from '#tools/lib/terminal/launch.ts'
import type { RunningTerminal } from '#tools/lib/terminal/running.ts'
import { startBurners } from './burners.ts'
import { findHang, type FoundHang } from './hangs.ts'

export interface BusyOptions {
  minutes: number
  burners: number
  terminals: number
  note: (text: string) => void
}

export interface Busy {
  minutes: number
  burners: number
  /** The machine's load after the guests' time. */
  load: number
  /** Of healthy windows, and of whole programs: each is a false alarm. */
  replacements: number
  relaunches: number
  /** How often a window that could not run was waited for. */
  waits: number
  guests: readonly Visits[]
  hangs: readonly FoundHang[]
}

interface Staffed {
  process: RunningTerminal
  control: SimulatorControl
  guests: Guests
  dataDir: string
}

/** Of two hundred plugs most are not drawn: these guests press what they see. */
const SITES = ['hotel', 'depot'] as const
/** Chromium, simulator and terminal come up beside the burners. */
const START_LIMIT_MS = 300_000
const NEXT_GUEST_MS = 60_000
const QUIET_LOAD = 0.7
const COOLS_WITHIN_MS = 180_000

/** Terminals with guests on a machine that has more to do than it can; then windows that hang in earnest. */
export async function runBusy({ minutes, burners, terminals, note }: BusyOptions): Promise<Busy> {
  let stopBurners = startBurners(burners)
  const staffed: Staffed[] = []
  try {
    for (let number = 0; number < terminals; number += 1) staffed.push(await startTerminal(number))
    note(`${terminals} terminals beside ${burners} busy processes, load ${load()}`)
    const endMs = Date.now() + minutes * 60_000
    await Promise.all(staffed.map(async (each) => receive(each, endMs, note)))
    const calm = counted(staffed)
    note(`${calm.replacements} windows replaced, load ${load()}; now they hang in earnest`)
    const loadThen = load()
    const hangs: FoundHang[] = []
    const hang = async (how: FoundHang['how'], machine: FoundHang['machine']): Promise<void> => {
      const terminal = staffed[hangs.length % staffed.length]
      if (terminal) hangs.push(await findHang(terminal.process, how, machine))
      note(JSON.stringify(hangs.at(-1)))
    }
    for (const how of ['loop', 'loop', 'stopped'] as const) await hang(how, 'busy')
    stopBurners()
    stopBurners = () => undefined
    await untilQuiet()
    for (const how of ['loop', 'loop', 'stopped'] as const) await hang(how, 'quiet')
    const guests = staffed.map((each) => each.guests.visits)
    return { minutes, burners, load: loadThen, ...calm, guests, hangs }
  } finally {
    stopBurners()
    for (const { process, dataDir } of staffed) {
      await process.close()
      rmSync(dataDir, { recursive: true, force: true, maxRetries: 5 })
    }
  }
}

async function startTerminal(number: number): Promise<Staffed> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'forecourt-busy-'))
  const process = await launchTerminal({
    host: 'chromium',
    dataDir,
    options: {
      ...{ demoSite: SITES[number % SITES.length] ?? 'hotel', demoSeed: number + 1 },
      ...{ language: 'en', timeZone: 'Europe/Vienna' },
    },
  })
  const [, origin = ''] = await process.line(/^simulator (http:\S+)/, START_LIMIT_MS)
  await process.line(/^board live$/, START_LIMIT_MS)
  const control = createControlClient(origin)
  const guests = new Guests(await process.page(), control, number + 1)
  return { process, control, guests, dataDir }
}

/** Guests come one after the other until the time is over. */
async function receive(
  { control, guests }: Staffed,
  endMs: number,
  note: (text: string) => void,
): Promise<void> {
  const summary = (): string => {
    const { started, stopped, gaveUp } = guests.visits
    return `${started} started, ${stopped} stopped, ${gaveUp} gave up`
  }
  while (Date.now() < endMs) {
    const before = summary()
    await guests.visit()
    if (summary() !== before) note(`${summary()}; load ${load()}`)
    // Every plug is taken: others have to end first.
    else await control.advance(NEXT_GUEST_MS)
  }
}

function counted(staffed: readonly Staffed[]) {
  const statuses = staffed.map(
    ({ dataDir }) => JSON.parse(readFileSync(path.join(dataDir, 'status.json'), 'utf8')) as Status,
  )
  const lines = staffed.flatMap(({ process }) => process.lines)
  return {
    replacements: lines.filter((line) => line.includes('the window is replaced')).length,
    relaunches: statuses.reduce((sum, { relaunchesLastHour }) => sum + relaunchesLastHour, 0),
    waits: lines.filter((line) => line.includes('waits for the machine')).length,
  }
}

const load = (): number => Math.round((loadavg()[0] ?? 0) * 10) / 10

/** The load is a mean: it falls slowly, and never where others work here. */
async function untilQuiet(): Promise<void> {
  const endMs = Date.now() + COOLS_WITHIN_MS
  while (load() > QUIET_LOAD && Date.now() < endMs)
    await new Promise((resolve) => setTimeout(resolve, 1_000))
}
