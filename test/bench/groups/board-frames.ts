import { setTimeout as pause } from 'node:timers/promises'
import type { BoardFrame } from '../app/probe.ts'
import type { FreshTerminal } from '../stage.ts'

/** How one load of the board went. Times in ms since the navigation began, if not said otherwise. */
export interface BoardLoad {
  visibleMs: number
  visibleEpochMs: number
  /** Every price is there as well. */
  pricedMs: number
  longTasksMs: readonly number[]
  /** File names of what was asked for before the board was live. */
  requested: readonly string[]
}

/** The second client joins when the work is done: what it costs is not the terminal's. */
const SETTLE_MS = 1000

/** Waits until a freshly started terminal shows a board of `connectors`, with everything in the tiles in view. */
export async function readBoard(
  { process }: FreshTerminal,
  connectors: number,
): Promise<BoardLoad> {
  await process.line(/^board live/)
  await pause(SETTLE_MS)
  const page = await process.page()
  await page.waitForFunction(() => window.boardMarks?.frames.at(-1)?.priceless === 0)
  const { frames, longTasksMs, resources, originMs } = await page.evaluate(() => ({
    frames: window.boardMarks?.frames ?? [],
    longTasksMs: window.boardMarks?.longTasksMs ?? [],
    originMs: performance.timeOrigin,
    resources: performance
      .getEntriesByType('resource')
      .map(({ name, startTime }) => ({ name, startTime })),
  }))
  const isLive = ({ listed, waiting }: BoardFrame): boolean =>
    listed === connectors && waiting === 0
  const visible = frames.find(isLive)
  const priced = frames.find((frame) => isLive(frame) && frame.priceless === 0)
  if (!visible || !priced)
    throw new Error(`The board never was complete: ${JSON.stringify(frames)}`)
  return {
    visibleMs: visible.atMs,
    visibleEpochMs: originMs + visible.atMs,
    pricedMs: priced.atMs,
    longTasksMs,
    requested: resources
      .filter(({ startTime }) => startTime < visible.atMs)
      .map(({ name }) => name.slice(name.lastIndexOf('/') + 1)),
  }
}
