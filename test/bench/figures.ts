import { rounded } from './statistics.ts'

export interface Figure {
  name: string
  value: number
  unit: string
}

/** What Forecourt shall reach, by figure; the bench shows it and never asserts it. */
const GOALS: Partial<Record<string, number>> = {
  'visible.6': 450,
  'visible.50': 500,
  'visible.200': 600,
  'tap.feedback': 50,
  'start.sent': 100,
  'update.6': 4,
  'update.50': 5,
  'update.200': 6,
  'idle.6': 1,
  'idle.50': 1,
  'idle.200': 1,
  'heap.6': 8,
  'heap.50': 9,
  'heap.200': 12,
  'dom.6': 400,
  'dom.50': 1500,
  'dom.200': 2000,
  'longtasks.6': 0,
  'longtasks.50': 0,
  'longtasks.200': 0,
  'scroll.longtasks.200': 0,
  'scroll.longtasks.1000': 0,
  'targets.small': 0,
  'bundle.js.gzip': 110,
}

/** Collects figures and prints each at once as a JSON line on stdout. */
export class Figures {
  readonly all: Figure[] = []

  add(name: string, value: number, unit: string): void {
    const figure = { name, value: rounded(value), unit }
    this.all.push(figure)
    process.stdout.write(`${JSON.stringify(figure)}\n`)
  }

  /** For people: what was measured beside what is wanted. */
  table(): string {
    const rows = this.all.map(({ name, value, unit }) => {
      const goal = GOALS[name]
      const wanted = goal === undefined ? '' : `≤ ${goal}`
      const verdict = goal === undefined ? '' : value <= goal ? 'reached' : 'missed'
      return [name.padEnd(20), `${value} ${unit}`.padStart(18), wanted.padStart(8), verdict]
    })
    return rows.map((row) => row.join('  ').trimEnd()).join('\n')
  }
}
