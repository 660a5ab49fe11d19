import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { Bench, BenchGroup } from '../bench.ts'
import { treeCpuMs } from '../process-time.ts'
import { launchFresh, PORTRAIT, startSite, startTerminal, type FreshTerminal } from '../stage.ts'
import { median } from '../statistics.ts'
import { readBoard } from './board-frames.ts'

const TIMES = 5
const BLANK = path.join(import.meta.dirname, '..', 'blank')
/** The second client joins when the work is done: what it costs is not the terminal's. */
const SETTLE_MS = 800

/** From the start of the process to the painted, live board; and to an empty window. */
export const launch: BenchGroup = {
  names: ['launch'],
  async run(bench) {
    const sim = await startSite('hotel')
    const board: Launched[] = []
    const blank: Launched[] = []
    for (let n = 0; n < bench.repetitions(TIMES); n += 1) {
      const terminal = await startTerminal(bench.app, sim, 'hotel')
      board.push(await finish(terminal, async () => (await readBoard(terminal, 6)).visibleEpochMs))
      const empty = await launchFresh({ appPath: BLANK, size: PORTRAIT })
      blank.push(await finish(empty, () => blankPaintedAt(empty)))
    }
    await sim.close()
    report(bench, board, blank)
  },
}

/** One launch: until what is wanted is painted, and the processor time of all processes until a moment later. */
interface Launched {
  wallMs: number
  cpuMs: number
}

function report({ figures, note }: Bench, board: readonly Launched[], blank: readonly Launched[]) {
  for (const [suffix, of] of [
    ['', ({ wallMs }: Launched) => wallMs],
    ['.cpu', ({ cpuMs }: Launched) => cpuMs],
  ] as const) {
    const [one, other] = [median(board.map(of)), median(blank.map(of))]
    figures.add(`launch.board${suffix}`, one, 'ms')
    figures.add(`launch.blank${suffix}`, other, 'ms')
    note(`launch.board${suffix} / launch.blank${suffix} = ${(one / other).toFixed(2)} (goal ≤ 1.3)`)
  }
}

async function finish(terminal: FreshTerminal, doneAt: () => Promise<number>): Promise<Launched> {
  const doneAtMs = await doneAt()
  const cpuMs = treeCpuMs(terminal.process.pid)
  await terminal.close()
  return { wallMs: doneAtMs - terminal.startedAtMs, cpuMs }
}

async function blankPaintedAt({ process }: FreshTerminal): Promise<number> {
  await process.line(/^blank loaded/)
  await pause(SETTLE_MS)
  const page = await process.page()
  return page.evaluate(() => performance.timeOrigin + Number(document.body.dataset['paintedAtMs']))
}
