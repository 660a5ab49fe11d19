import { setTimeout as pause } from 'node:timers/promises'
import { guestWords } from '#test/e2e/support/words.ts'
import type { Simulator } from '#simulator/index.ts'
import type { BenchGroup } from '../bench.ts'
import { backToBoard, openTerminalPage, type Stage } from '../stage.ts'
import { median } from '../statistics.ts'

const TIMES = 7
const GIVEN_UP_MS = 10_000
const WORDS = guestWords('en')

/** From the click that a tap on "Start" becomes to the start's arrival at the platform. */
export const startSent: BenchGroup = {
  names: ['start'],
  async run(bench) {
    const stage = await openTerminalPage(bench.app, 'depot')
    const times: number[] = []
    for (let n = 0; n < bench.repetitions(TIMES); n += 1) times.push(await startOnce(stage))
    await stage.close()
    bench.figures.add('start.sent', median(times), 'ms')
  },
}

/** Starts at the first plug that is free: the next time it is another one. */
async function startOnce({ page, sim }: Stage): Promise<number> {
  await page.locator('.dense[data-tone=good]', { hasText: WORDS['state.free'] }).first().click()
  const start = page.getByRole('button', { name: WORDS['connector.start'], exact: true })
  await start.and(page.locator(':enabled')).waitFor()
  await page.evaluate(() => {
    const note = ({ timeStamp }: Event): void => {
      document.body.dataset['tappedAtMs'] = String(performance.timeOrigin + timeStamp)
    }
    addEventListener('click', note, { capture: true, once: true })
  })
  const before = await starts(sim)
  const [arrivedAtMs] = await Promise.all([arrival(sim, before), start.click()])
  const tappedAtMs = await page.evaluate(() => Number(document.body.dataset['tappedAtMs']))
  await backToBoard(page)
  return arrivedAtMs - tappedAtMs
}

async function starts({ control }: Simulator): Promise<number> {
  const counts = await control.requests()
  return counts
    .filter(({ rootFields }) => rootFields.includes('attemptRemoteStart'))
    .reduce((total, { requests }) => total + requests, 0)
}

async function arrival(sim: Simulator, before: number): Promise<number> {
  for (const endMs = Date.now() + GIVEN_UP_MS; Date.now() < endMs;) {
    if ((await starts(sim)) > before) return Date.now()
    await pause(1)
  }
  throw new Error('The start never came to the platform')
}
