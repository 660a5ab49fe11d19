import { setTimeout as pause } from 'node:timers/promises'
import type { Page } from '@playwright/test'
import type { Simulator } from '#simulator/index.ts'
import type { Bench, BenchGroup } from '../bench.ts'
import { openTerminalPage, type Stage } from '../stage.ts'
import { startCharge } from './start-charge.ts'
import { touch } from './windows.ts'

type RequestCount = Awaited<ReturnType<Simulator['control']['requests']>>[number]

const MINUTE_MS = 60_000
/** What a launch asks for once (prices, cards) is over when nothing is asked for this time (ms). */
const QUIET_MS = 3000
const TOUCH_EVERY_MS = 10_000

/** HTTP requests a minute, as the platform counts them: nobody there, somebody there, a charge. */
export const requests: BenchGroup = {
  names: ['requests', 'refresh'],
  countsOnly: true,
  async run(bench) {
    const rest = await openTerminalPage(bench.app, 'garage')
    const present = await openTerminalPage(bench.app, 'hotel')
    const charging = await openTerminalPage(bench.app, 'hotel')
    await startCharge(charging)
    const counts = await Promise.all([
      countMinute(bench, rest, 'rest'),
      countMinute(bench, present, 'present', (page) => touchUntilEnd(bench, page)),
      countMinute(bench, charging, 'charging'),
    ])
    for (const stage of [rest, present, charging]) await stage.close()
    reportBytes(bench, counts[0])
  },
}

const minute = (bench: Bench): number => bench.repetitions(MINUTE_MS / 1000) * 1000

async function countMinute(
  bench: Bench,
  { sim, page }: Stage,
  name: string,
  meanwhile: (page: Page) => Promise<void> = () => Promise.resolve(),
): Promise<RequestCount[]> {
  await quiet(sim)
  await sim.control.requests(true)
  await Promise.all([pause(minute(bench)), meanwhile(page)])
  const counts = await sim.control.requests()
  const total = counts.reduce((sum, count) => sum + count.requests, 0)
  bench.figures.add(`requests.${name}`, (total * MINUTE_MS) / minute(bench), 'requests/min')
  for (const { operationName, rootFields, requests: times } of counts)
    bench.note(`requests.${name}: ${times} × ${operationName} (${rootFields.join(', ')})`)
  return counts
}

async function touchUntilEnd(bench: Bench, page: Page): Promise<void> {
  const endMs = performance.now() + minute(bench)
  for (let nowMs = 0; nowMs < endMs; nowMs = performance.now()) {
    await touch(page)
    await pause(Math.min(TOUCH_EVERY_MS, Math.max(1, endMs - performance.now())))
  }
}

async function quiet({ control }: Simulator): Promise<void> {
  const count = async () =>
    (await control.requests())
      .filter(({ rootFields }) => !rootFields.includes('site'))
      .reduce((sum, each) => sum + each.requests, 0)
  for (let before = -1, now = await count(); now !== before; now = await count()) {
    before = now
    await pause(QUIET_MS)
  }
}

function reportBytes({ figures }: Bench, counts: readonly RequestCount[]): void {
  const refreshes = counts.filter(({ rootFields }) => rootFields.includes('site'))
  const bytes = refreshes.reduce((sum, { responseBytes }) => sum + responseBytes, 0)
  const times = refreshes.reduce((sum, each) => sum + each.requests, 0)
  figures.add('refresh.bytes.200', bytes / times, 'bytes')
}
