import { harms, replaced, untilTrusted } from '#test/e2e/support/harm.ts'
import type { BenchGroup } from '../bench.ts'
import { startSite, startTerminal } from '../stage.ts'
import { median } from '../statistics.ts'

const TIMES = 3
const NAMES: Record<keyof typeof harms, string> = {
  'its process crashes': 'crash',
  'it hangs': 'hang',
  'it is white': 'white',
  'its page cannot be loaded': 'load',
  'the graphics crash': 'gpu',
}

/** From the harm to the live board of a new window. */
export const healing: BenchGroup = {
  names: ['healing'],
  async run({ app, figures, repetitions }) {
    const sim = await startSite('hotel')
    for (const [harm, name] of Object.entries(NAMES)) {
      const times: number[] = []
      for (let n = 0; n < repetitions(TIMES); n += 1) {
        const { process, close } = await startTerminal(app, sim, 'hotel')
        await process.line(/^board live/)
        const page = await process.page()
        await untilTrusted(page)
        const startMs = performance.now()
        const terminal = { process, page }
        const { page: next } = await replaced(terminal, harms[harm as keyof typeof harms])
        await next.getByRole('main').getByRole('listitem').first().waitFor()
        times.push(performance.now() - startMs)
        await close()
      }
      figures.add(`healing.${name}`, median(times), 'ms')
    }
    await sim.close()
  },
}
