import { createClock } from '#common/clock.ts'
import { startSimulator } from '#simulator/index.ts'
import { largeSite } from '#test/support/large-sites.ts'
import { answerQuestions, toldOf } from './child.ts'

/** The one platform of the fleet, in a process of its own. */
export interface PlatformTold {
  sites: number
  stationsPerSite: number
}

export interface PlatformReady {
  endpoint: string
  key: string
  account: { username: string; password: string }
  siteIds: readonly string[]
}

export interface PlatformAnswers {
  /** When each request arrived since the last question (epoch ms), by operation. */
  arrivals: Record<string, number[]>
  /** What it has answered since the last question, in bytes, and how long it has worked, in ms. */
  work: { responseBytes: number; cpuMs: number }
  fail: null
  /** Epoch ms at which connections are taken again. */
  recover: number
}

const { sites, stationsPerSite } = toldOf<PlatformTold>()
let arrivals: Record<string, number[]> = {}
let cpu = process.cpuUsage()

const simulator = await startSimulator({
  clock: createClock(),
  bustle: false,
  more: Array.from({ length: sites }, (_, index) =>
    largeSite({ name: `F${String(index)}`, stations: stationsPerSite, connectorsPerStation: 2 }),
  ),
  onRequest: (operation) => (arrivals[operation] ??= []).push(Date.now()),
})
const { endpoint, key, account, moreSites, control } = simulator
// The demo account's own charges are not this fleet's.
for (const { stations } of (await control.overview()).sites)
  for (const { connectors } of stations)
    for (const { id, session } of connectors) if (session?.isOwn) await control.vacate(id)

const ready: PlatformReady = { endpoint, key, account, siteIds: moreSites }
answerQuestions<PlatformAnswers>(ready, {
  arrivals() {
    const since = arrivals
    arrivals = {}
    return since
  },
  async work() {
    const used = process.cpuUsage(cpu)
    cpu = process.cpuUsage()
    const counts = await control.requests(true)
    const responseBytes = counts.reduce((sum, count) => sum + count.responseBytes, 0)
    return { responseBytes, cpuMs: (used.user + used.system) / 1000 }
  },
  async fail() {
    await control.setFault('refuse')
    return null
  },
  async recover() {
    await control.clearFaults()
    return Date.now()
  },
})
