import type { Bench, BenchGroup } from '../bench.ts'
import { startChild, type Child } from '../fleet/child.ts'
import type { PlatformAnswers, PlatformReady } from '../fleet/platform.ts'
import { countBySecond, sum } from '../fleet/seconds.ts'
import { STEP_MS } from '../fleet/step.ts'
import type { TerminalsAnswers } from '../fleet/terminals.ts'
import { median } from '../statistics.ts'

const TERMINALS = 500
const STATIONS_PER_SITE = 20
const PROCESSES = 4
const LAUNCH_MS = 60_000
/** Prices and static data are there, and everybody has come to its turn. */
const SETTLE_MS = 40_000
/** Five refreshes. */
const REST_S = 70
const OUTAGE_S = 120
/** A terminal that has waited for its turn since the outage began tries once in this time. */
const TURN_S = 28
const RETURN_S = 30

/** Where the clock begins: 2026-11-23T09:00:00Z. */
const START_MS = 1_795_424_400_000

interface Fleet {
  count: number
  /** By the clock that all of them live by (epoch ms). */
  nowMs: number
  platform: Child<PlatformAnswers>
  workers: readonly Child<TerminalsAnswers>[]
}

/** Many terminals on one platform: at rest, while it is away, and when it returns. */
export const fleet: BenchGroup = {
  names: ['fleet'],
  async run(bench) {
    const count = bench.repetitions(TERMINALS)
    const facts = { sites: count, stationsPerSite: STATIONS_PER_SITE, startMs: START_MS }
    const { child, ready } = await startChild<PlatformAnswers>('platform.ts', facts)
    const workers = await startTerminals(ready as PlatformReady, count)
    const stations = count * STATIONS_PER_SITE
    bench.note(`fleet: ${count} terminals, ${stations} stations, ${PROCESSES} processes`)
    const all: Fleet = { count, nowMs: START_MS, platform: child, workers }
    try {
      await pass(all, LAUNCH_MS + SETTLE_MS)
      await rest(bench, all)
      await outage(bench, all)
      await comeBack(bench, all)
    } finally {
      for (const each of [child, ...workers]) each.end()
    }
  },
}

async function startTerminals(
  platform: PlatformReady,
  count: number,
): Promise<Child<TerminalsAnswers>[]> {
  const each = Math.ceil(count / PROCESSES)
  const started = Array.from({ length: PROCESSES }, (_, index) => {
    const first = index * each
    const facts = { platform, startMs: START_MS, launchMs: LAUNCH_MS }
    const share = { ...facts, first, count: Math.min(each, count - first) }
    return startChild<TerminalsAnswers>('terminals.ts', share)
  })
  return (await Promise.all(started)).map(({ child }) => child)
}

/** The clock goes on; what is asked in a step has been answered before the next. */
async function pass(all: Fleet, ms: number): Promise<void> {
  for (let passedMs = 0; passedMs < ms; passedMs += STEP_MS) {
    await all.platform.ask('step')
    await askAll(all, 'step')
    all.nowMs += STEP_MS
  }
}

async function askAll<K extends keyof TerminalsAnswers>(
  { workers }: Fleet,
  question: K,
): Promise<TerminalsAnswers[K][]> {
  return Promise.all(workers.map((worker) => worker.ask(question)))
}

async function rest({ figures, note }: Bench, all: Fleet): Promise<void> {
  const states = (await askAll(all, 'links')).flat()
  const others = states.filter(({ state }) => state !== 'live')
  if (others.length > 0)
    throw new Error(`${others.length} terminals are not live: ${String(others[0]?.error)}`)
  await Promise.all([all.platform.ask('arrivals'), askAll(all, 'cost')])
  await all.platform.ask('work')
  const fromMs = all.nowMs
  await pass(all, REST_S * 1000)
  const arrivals = await all.platform.ask('arrivals')
  const work = await all.platform.ask('work')
  const cost = await askAll(all, 'cost')
  const times = Object.values(arrivals).flat()
  const seconds = countBySecond(times, fromMs, REST_S)
  const total = sum(seconds)
  const mean = total / REST_S
  note(`fleet.rest: ${operationsOf(arrivals)}; a second: ${seconds.join(' ')}`)
  figures.add('fleet.rest.requests', (total * 60) / REST_S / all.count, 'requests/min each')
  figures.add('fleet.rest.highest', Math.max(...seconds) / mean, '× mean second')
  figures.add('fleet.rest.bytes', work.responseBytes / total, 'bytes/request')
  figures.add('fleet.rest.platform.cpu', work.cpuMs / total, 'ms/request')
  const cpuMs = sum(cost.map((each) => each.cpuMs))
  figures.add('fleet.rest.terminal.cpu', cpuMs / all.count, 'ms/min each')
  const rss = sum(cost.map(({ rssBytes }) => rssBytes))
  figures.add('fleet.terminal.memory', rss / all.count / 1_000_000, 'MB each')
}

async function outage({ figures, note }: Bench, all: Fleet): Promise<void> {
  await askAll(all, 'sent')
  const fromMs = all.nowMs
  await all.platform.ask('fail')
  await pass(all, OUTAGE_S * 1000)
  const sent = (await askAll(all, 'sent')).flat()
  const seconds = countBySecond(sent, fromMs, OUTAGE_S)
  const last = seconds.slice(-TURN_S)
  note(`fleet.outage: tries a second: ${seconds.join(' ')}`)
  figures.add('fleet.outage.tries', (sum(last) * 60) / TURN_S / all.count, 'tries/min each')
  figures.add('fleet.outage.highest', Math.max(...seconds), 'tries/s')
}

async function comeBack({ figures, note }: Bench, all: Fleet): Promise<void> {
  await all.platform.ask('arrivals')
  const returnedMs = all.nowMs
  await all.platform.ask('recover')
  await pass(all, (RETURN_S + 2) * 1000)
  const arrivals = await all.platform.ask('arrivals')
  const states = (await askAll(all, 'links')).flat()
  const seconds = countBySecond(Object.values(arrivals).flat(), returnedMs, RETURN_S)
  const mean = sum(seconds) / RETURN_S
  const waits = states.map(({ state, sinceMs }) =>
    state === 'live' ? (sinceMs - returnedMs) / 1000 : Infinity,
  )
  note(`fleet.return: ${operationsOf(arrivals)}; a second: ${seconds.join(' ')}`)
  figures.add('fleet.return.requests', sum(seconds), 'requests in 30 s')
  figures.add('fleet.return.mean', mean, 'requests/s')
  figures.add('fleet.return.highest', Math.max(...seconds), 'requests/s')
  figures.add('fleet.return.ratio', Math.max(...seconds) / mean, '× mean second')
  figures.add('fleet.wait.median', median(waits), 's')
  figures.add('fleet.wait.longest', Math.max(...waits), 's')
}

function operationsOf(arrivals: PlatformAnswers['arrivals']): string {
  return Object.entries(arrivals)
    .map(([operation, times]) => `${times.length} × ${operation}`)
    .join(', ')
}
