import { harms, replaced, untilTrusted } from '#test/e2e/support/harm.ts'
import type { Simulator } from '#simulator/index.ts'
import type { Bench, BenchGroup } from '../bench.ts'
import { startSite, startTerminal } from '../stage.ts'
import { median } from '../statistics.ts'

const TIMES = 3
const NAMES: readonly [harm: keyof typeof harms, name: string][] = [
  ['its process crashes', 'crash'],
  ['it hangs', 'hang'],
  ['it is white', 'white'],
  ['its page cannot be loaded', 'load'],
  ['the graphics crash', 'gpu'],
]

/** From the harm to the live board of a new window. */
export const healing: BenchGroup = {
  names: ['healing'],
  async run(bench) {
    const sim = await startSite('hotel')
    for (const [harm, name] of NAMES) {
      const times: number[] = []
      for (let n = 0; n < bench.repetitions(TIMES); n += 1) times.push(await heal(bench, sim, harm))
      bench.figures.add(`healing.${name}`, median(times), 'ms')
    }
    await sim.close()
  },
}

async function heal({ app }: Bench, sim: Simulator, harm: keyof typeof harms): Promise<number> {
  const { process, close } = await startTerminal(app, sim, 'hotel')
  try {
    await process.line(/^board live/)
    const page = await process.page()
    await untilTrusted(page)
    const startMs = performance.now()
    const { page: next } = await replaced({ process, page }, harms[harm])
    await next.getByRole('main').getByRole('listitem').first().waitFor()
    return performance.now() - startMs
  } finally {
    await close()
  }
}
