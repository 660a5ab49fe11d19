import { createClock } from '#common/clock.ts'
import { createClient } from '#main/platform/client.ts'
import { createHttp } from '#main/platform/http.ts'
import { signIn } from '#main/platform/sign-in.ts'
import { readSite } from '#main/site/refresh.ts'
import { createLiveModelStore } from '#main/site/live-model-store.ts'
import { readStaticSite } from '#main/site/static.ts'
import { startSimulator } from '#simulator/index.ts'
import { largeSite } from '#test/support/large-sites.ts'
import type { BenchGroup } from '../bench.ts'
import { median } from '../statistics.ts'

const CONNECTORS = 1_000
const TIMES = 60
const SHARE_CHANGED = 0.05
const limits = { timeoutMs: 60_000, signal: new AbortController().signal }
const nobody = { attemptIds: [], chargelogIds: [] }

/** What main does with one answer of 1,000 connectors: read, parse, compose, compare, tell. */
export const parse: BenchGroup = {
  names: ['parse'],
  async run(bench) {
    const clock = createClock()
    const more = [largeSite({ name: 'P', stations: CONNECTORS / 2, connectorsPerStation: 2 })]
    const sim = await startSimulator({ clock, bustle: false, more })
    const siteId = sim.moreSites[0] ?? ''
    const { endpoint, key, account } = sim
    let kept: string | null = null
    let body = ''
    const http = createHttp({
      ...{ endpoint, clock },
      // The same answers again and again: the platform's own work and the way to it do not count.
      fetch: async (url, init) => {
        body = kept ?? (await (await fetch(url, init)).text())
        return new Response(body, { headers: { 'content-type': 'application/json' } })
      },
    })
    const { session: token } = await signIn(http, { endpoint, key, ...account })
    const session = {
      token: () => Promise.resolve(token),
      accepted: () => undefined,
      refused: () => undefined,
    }
    const platform = createClient({ http, session, clock })
    let told = 0
    const liveModel = createLiveModelStore({
      clock,
      file: { load: () => null, save: () => undefined },
      kept: null,
      onUpdate: ({ connectors }) => {
        told = connectors?.length ?? 0
      },
    })
    const refresh = async (): Promise<void> => {
      const options = { ...limits, running: true, lastRunning: [] }
      liveModel.takeReading(await readSite(platform, siteId, nobody, options))
      // It tells what has changed once the present task is over.
      await Promise.resolve()
    }
    liveModel.takeStatic(await readStaticSite(platform, siteId, limits))
    liveModel.takeLink({ state: 'live', sinceMs: clock.now(), lastGoodAtMs: null, error: null })
    const [before, after] = [await answerBefore(), await answerAfter()]
    await sim.close()

    async function answerBefore(): Promise<string> {
      await refresh()
      return body
    }
    async function answerAfter(): Promise<string> {
      const { sites } = await sim.control.overview()
      const stations = sites.find(({ id }) => id === siteId)?.stations ?? []
      const all = stations.flatMap(({ connectors }) => connectors)
      const free = all.filter(({ ocpp }) => ocpp === 'Available')
      for (const { id } of free.slice(0, CONNECTORS * SHARE_CHANGED))
        await sim.control.setOcppStatus(id, 'Faulted')
      await refresh()
      return body
    }
    const timed = async (
      answer: string,
      changed: number,
    ): Promise<{ ms: number; cpuMs: number }> => {
      kept = answer
      told = 0
      const [startMs, cpu] = [performance.now(), process.cpuUsage()]
      await refresh()
      const ms = performance.now() - startMs
      const { user, system } = process.cpuUsage(cpu)
      if (told !== changed) throw new Error(`${told} connectors were told, not ${changed}`)
      return { ms, cpuMs: (user + system) / 1000 }
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
