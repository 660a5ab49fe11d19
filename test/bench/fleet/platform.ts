import { createClock } from '#common/clock.ts'
import { startSimulator } from '#simulator/index.ts'
import { largeSite } from '#test/support/large-sites.ts'
import { answerQuestions, factsOf } from './child.ts'
import { STEP_MS } from './step.ts'

/** The one platform of the fleet, in a process of its own. */
export interface PlatformFacts {
  sites: number
  stationsPerSite: number
  startMs: number
}

export interface PlatformReady {
  endpoint: string
  key: string
  account: { username: string; password: string }
  siteIds: readonly string[]
}

export interface PlatformAnswers {
  step: null
  /** When each request arrived since the last question (epoch ms of the clock), by operation. */
  arrivals: Record<string, number[]>
  /** What it has answered since the last question, in bytes, and how long it has worked, in ms. */
  work: { responseBytes: number; cpuMs: number }
  fail: null
  recover: null
}

const { sites, stationsPerSite, startMs } = factsOf() as PlatformFacts
const clock = createClock({ startMs, speed: 0 })
let arrivals: Record<string, number[]> = {}
let cpu = process.cpuUsage()

const simulator = await startSimulator({
  ...{ clock, bustle: false },
  more: Array.from({ length: sites }, (_, index) =>
    largeSite({ name: `F${String(index)}`, stations: stationsPerSite, connectorsPerStation: 2 }),
  ),
  // It came within the step that has just ended.
  onRequest: ({ operationName }) => (arrivals[operationName] ??= []).push(clock.now() - 1),
})
const { endpoint, key, account, moreSites, control } = simulator
const ready: PlatformReady = { endpoint, key, account, siteIds: moreSites }

answerQuestions<PlatformAnswers>(ready, {
  async step() {
    await clock.advance(STEP_MS)
    return null
  },
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
    return null
  },
})
