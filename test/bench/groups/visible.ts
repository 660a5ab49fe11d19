import type { AssetSize } from '../app/assets.ts'
import { SITES, type Bench, type BenchGroup } from '../bench.ts'
import { startSite, startTerminal } from '../stage.ts'
import { median } from '../statistics.ts'
import { readBoard, type BoardLoad } from './board-frames.ts'

const TIMES = 7

/** From the navigation to the live board, with a cold profile each time; and what it loads. */
export const visible: BenchGroup = {
  names: ['visible', 'priced', 'longtasks', 'bundle'],
  async run(bench) {
    let requested: readonly string[] = []
    for (const { site, size, connectors } of SITES) {
      const sim = await startSite(site)
      const loads: BoardLoad[] = []
      for (let n = 0; n < bench.repetitions(TIMES); n += 1) {
        const terminal = await startTerminal(bench.app, sim, site)
        loads.push(await readBoard(terminal, connectors))
        await terminal.close()
      }
      await sim.close()
      report(bench, size, loads)
      requested = loads.at(-1)?.requested ?? []
    }
    reportBundle(bench, requested)
  },
}

function report({ figures, note }: Bench, size: number, loads: readonly BoardLoad[]): void {
  const middle = (of: (load: BoardLoad) => number): number => median(loads.map(of))
  figures.add(
    `visible.${size}`,
    middle(({ visibleMs }) => visibleMs),
    'ms',
  )
  figures.add(
    `priced.${size}`,
    middle(({ pricedMs }) => pricedMs),
    'ms',
  )
  figures.add(
    `longtasks.${size}`,
    middle(({ longTasksMs }) => longTasksMs.length),
    'tasks',
  )
  const tasks = loads.map(({ longTasksMs }) => `[${longTasksMs.join(' ')}]`)
  note(`longtasks.${size}, ms a load: ${tasks.join(' ')}`)
}

function reportBundle({ app, figures, note }: Bench, requested: readonly string[]): void {
  const sum = (extension: string, of: (size: AssetSize) => number): number => {
    const names = [...new Set(requested)].filter((name) => name.endsWith(extension))
    return names.reduce((total, name) => total + of(app.assets.get(name) ?? NOTHING), 0) / 1000
  }
  figures.add(
    'bundle.js',
    sum('.js', ({ bytes }) => bytes),
    'kB',
  )
  figures.add(
    'bundle.js.gzip',
    sum('.js', ({ gzipBytes }) => gzipBytes),
    'kB',
  )
  figures.add(
    'bundle.css.gzip',
    sum('.css', ({ gzipBytes }) => gzipBytes),
    'kB',
  )
  note(`asked for before the board was live: ${requested.join(' ')}`)
}

const NOTHING: AssetSize = { bytes: 0, gzipBytes: 0 }
