import { createClock, type Clock } from '#common/clock.ts'
import { createClient } from '#main/platform/client.ts'
import { createHttp } from '#main/platform/http.ts'
import { signIn } from '#main/platform/sign-in.ts'
import { readSite } from '#main/site/refresh.ts'
import { createLiveModelStore } from '#main/site/live-model-store.ts'
import { readStaticSite } from '#main/site/static.ts'
import { startSimulator, type Simulator } from '#simulator/index.ts'
import { largeSite } from '#test/support/large-sites.ts'
import type { BenchGroup } from '../bench.ts'
import { median } from '../statistics.ts'

const CONNECTORS = 1_000
const TIMES = 60
const SHARE_CHANGED = 0.05
const limits = { timeoutMs: 60_000, signal: new AbortController().signal }
const nobody = { attemptIds: [], chargelogIds: [] }

/** What main does with one answer of 1,000 connectors: read, parse, compose, compare, push. */
export const parse: BenchGroup = {
  names: ['parse'],
  async run(bench) {
    const rig = await openRig()
    const before = await rig.fetched()
    await rig.breakSome(CONNECTORS * SHARE_CHANGED)
    const after = await rig.fetched()
    await rig.close()
    const timed = async (answer: string, changed: number): Promise<Took> => {
      const { updated, ...took } = await rig.timed(answer)
      if (updated !== changed) throw new Error(`${updated} connectors were updated, not ${changed}`)
      return took
    }
    await timed(before, CONNECTORS * SHARE_CHANGED)
    const quiet = []
    const changing = []
    for (let n = 0; n < bench.repetitions(TIMES); n += 1) {
      quiet.push(await timed(before, 0))
      changing.push(await timed(after, CONNECTORS * SHARE_CHANGED))
      changing.push(await timed(before, CONNECTORS * SHARE_CHANGED))
    }
    bench.note(`parse.1000: an answer of ${before.length} characters`)
    bench.figures.add('parse.1000', median(changing.map(({ ms }) => ms)), 'ms')
    bench.figures.add('parse.1000.cpu', median(changing.map(({ cpuMs }) => cpuMs)), 'ms')
    bench.figures.add('parse.1000.same', median(quiet.map(({ ms }) => ms)), 'ms')
  },
}

interface Took {
  ms: number
  cpuMs: number
}

/** The way of an answer through main, at a site of 1,000 connectors. */
async function openRig() {
  const clock = createClock()
  const more = [largeSite({ name: 'P', stations: CONNECTORS / 2, connectorsPerStation: 2 })]
  const sim = await startSimulator({ clock, bustle: false, more })
  const siteId = sim.moreSites[0] ?? ''
  const { platform, answers } = await openPlatform(sim, clock)
  let updated = 0
  const liveModel = createLiveModelStore({
    clock,
    file: { load: () => null, save: () => undefined },
    kept: null,
    onUpdate: ({ connectors }) => {
      updated = connectors?.length ?? 0
    },
  })
  const refresh = async (): Promise<void> => {
    const options = { ...limits, running: true, lastRunning: [] }
    liveModel.takeReading(await readSite(platform, siteId, nobody, options))
    // It pushes what has changed once the present task is over.
    await Promise.resolve()
  }
  liveModel.takeStatic(await readStaticSite(platform, siteId, limits))
  liveModel.takeLink({ state: 'live', sinceMs: clock.now(), lastGoodAtMs: null, error: null })

  return {
    /** What the platform answers now. */
    async fetched(): Promise<string> {
      await refresh()
      return answers.last
    },
    async breakSome(count: number): Promise<void> {
      const { sites } = await sim.control.overview()
      const stations = sites.find(({ id }) => id === siteId)?.stations ?? []
      const all = stations.flatMap(({ connectors }) => connectors)
      const free = all.filter(({ ocpp }) => ocpp === 'Available')
      for (const { id } of free.slice(0, count)) await sim.control.setOcppStatus(id, 'Faulted')
    },
    /** A refresh that gets this answer, and how many connectors were updated. */
    async timed(answer: string): Promise<Took & { updated: number }> {
      answers.kept = answer
      updated = 0
      const [startMs, cpu] = [performance.now(), process.cpuUsage()]
      await refresh()
      const ms = performance.now() - startMs
      const { user, system } = process.cpuUsage(cpu)
      return { ms, cpuMs: (user + system) / 1000, updated }
    },
    close: () => sim.close(),
  }
}

/** Where an answer is kept, it comes again and again: the platform's own work and the way to it do not count. */
async function openPlatform({ endpoint, key, account }: Simulator, clock: Clock) {
  const answers = { kept: null as string | null, last: '' }
  const http = createHttp({
    ...{ endpoint, clock },
    fetch: async (url, init) => {
      answers.last = answers.kept ?? (await (await fetch(url, init)).text())
      return new Response(answers.last, { headers: { 'content-type': 'application/json' } })
    },
  })
  const { session: token } = await signIn(http, { endpoint, key, ...account })
  const session = {
    token: () => Promise.resolve(token),
    accepted: () => undefined,
    refused: () => undefined,
  }
  return { platform: createClient({ http, session, clock }), answers }
}
