import { median } from '#test/bench/statistics.ts'
import type { Sample } from './samples.ts'

/** How one thing that was measured went from the end of the warm-up to the end. */
export interface Growth {
  name: string
  start: number
  end: number
  percent: number
  holds: boolean
}

/** Growth of so much is none. */
const ALLOWED = 0.05
/** What is counted by ones, or grows by pages of a file, may differ by this at any moment. */
const PLAY_OF_COUNTS = 3
const PLAY_OF_ROWS = 20
const PLAY_OF_FILES_BYTES = 65_536

/** Kept open for a while after their last use, they come and go: what leaks raises the lowest count. */
const COMES_AND_GOES = 'main sockets'

/**
 * Start and end are medians over windows of the same length: the first and the last `windowHours` after
 * the warm-up, so that neither rush hour nor one cut decides.
 */
export function judge(
  samples: readonly Sample[],
  { warmUpHours, windowHours }: { warmUpHours: number; windowHours: number },
): Growth[] {
  const measured = samples.filter(({ hour }) => hour >= warmUpHours)
  const first = measured.at(0)?.hour ?? 0
  const last = measured.at(-1)?.hour ?? 0
  const early = measured.filter(({ hour }) => hour <= first + windowHours)
  const late = measured.filter(({ hour }) => hour >= last - windowHours)
  const names = [...new Set(measured.flatMap(({ values }) => Object.keys(values)))]
  return names.map((name) => {
    const middle = name === COMES_AND_GOES ? lowest : median
    const start = middle(early.map(({ values }) => values[name] ?? 0))
    const end = middle(late.map(({ values }) => values[name] ?? 0))
    const holds = end - start <= Math.max(ALLOWED * start, playOf(name))
    return { name, start, end, percent: start === 0 ? 0 : (100 * (end - start)) / start, holds }
  })
}

const lowest = (values: readonly number[]): number => Math.min(...values)

function playOf(name: string): number {
  if (name.endsWith('.db, bytes')) return PLAY_OF_FILES_BYTES
  if (name.endsWith('bytes')) return 0
  return name.endsWith('rows') ? PLAY_OF_ROWS : PLAY_OF_COUNTS
}

/** For people. */
export function tableOf(growths: readonly Growth[]): string {
  const number = (value: number): string => Math.round(value).toLocaleString('en').padStart(12)
  const rows = growths.map(({ name, start, end, percent, holds }) =>
    [
      name.padEnd(38),
      number(start),
      number(end),
      `${percent.toFixed(1)} %`.padStart(9),
      holds ? 'holds' : 'GROWS',
    ].join('  '),
  )
  const head = ['', 'start', 'end', 'growth'].map((word, index) =>
    index === 0 ? word.padEnd(38) : word.padStart(index === 3 ? 9 : 12),
  )
  return [head.join('  '), ...rows].join('\n')
}
