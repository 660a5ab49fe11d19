import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setImmediate as turn, setTimeout as pause } from 'node:timers/promises'
import { createClock } from '#common/clock.ts'
import type { Link } from '#contract/live.ts'
import { createMemoryVault } from '#main/settings/vault.ts'
import { openCore, openCoreDesk } from '#test/support/core.ts'
import { answerQuestions, factsOf } from './child.ts'
import type { PlatformReady } from './platform.ts'
import { STEP_MS } from './step.ts'

/** Some of the fleet's terminals, in one process: everything of main, but no window. */
export interface TerminalsFacts {
  platform: PlatformReady
  startMs: number
  /** The number of the first one, and how many. */
  first: number
  count: number
  /** The time over which they are switched on (ms). */
  launchMs: number
}

export interface TerminalsAnswers {
  step: null
  /** When each request left since the last question (epoch ms of the clock), arrived or not. */
  sent: number[]
  /** For each terminal: how its connection stands, why, and since when (epoch ms of the clock). */
  links: { state: Link['state']; error: Link['error']; sinceMs: number }[]
  /** Resident memory in bytes, and work since the last question in ms. */
  cost: { rssBytes: number; cpuMs: number }
}

const { platform, startMs, first, count, launchMs } = factsOf() as TerminalsFacts
const { endpoint, key, account, siteIds } = platform
const folder = mkdtempSync(path.join(tmpdir(), 'forecourt-fleet-'))
process.on('exit', () => {
  rmSync(folder, { recursive: true, force: true })
})
process.on('SIGTERM', () => process.exit())

const clock = createClock({ startMs, speed: 0 })
const silent = { info: () => undefined, warn: () => undefined, error: () => undefined }
const links: TerminalsAnswers['links'] = []
let sent: number[] = []
let inFlight = 0
let cpu = process.cpuUsage()

/** The answer is whole before its request counts as over. */
async function countingFetch(url: string, init: RequestInit): Promise<Response> {
  sent.push(clock.now())
  inFlight += 1
  try {
    const response = await fetch(url, init)
    const { status, headers } = response
    return new Response(await response.arrayBuffer(), { status, headers })
  } finally {
    inFlight -= 1
  }
}

async function quiet(): Promise<void> {
  do {
    while (inFlight > 0) await pause(1)
    for (let round = 0; round < 3; round += 1) await turn()
  } while (inFlight > 0)
}

for (let index = 0; index < count; index += 1) {
  const number = first + index
  const dataDir = path.join(folder, String(number))
  mkdirSync(dataDir)
  const place = { clock, log: silent, vault: createMemoryVault(), dataDir, fetch: countingFetch }
  const link: TerminalsAnswers['links'][number] = {
    ...{ state: 'connecting', error: null, sinceMs: startMs },
  }
  links.push(link)
  const terminal = await openCore({
    ...{ ...place, desk: await openCoreDesk(place) },
    terminalId: `fleet-terminal-${String(number)}`,
    configured: { endpoint, key, ...account },
    choice: siteIds[number % siteIds.length] ?? null,
    emit(name, payload) {
      if (name !== 'live' || !('link' in payload) || !payload.link) return
      const { state, error } = payload.link
      Object.assign(link, { state, error, sinceMs: clock.now() })
    },
  })
  clock.setTimer((launchMs * index) / count, terminal.start)
}

answerQuestions<TerminalsAnswers>(null, {
  async step() {
    await clock.advance(STEP_MS)
    await quiet()
    return null
  },
  sent() {
    const since = sent
    sent = []
    return since
  },
  links: () => links,
  cost() {
    const used = process.cpuUsage(cpu)
    cpu = process.cpuUsage()
    return { rssBytes: process.memoryUsage.rss(), cpuMs: (used.user + used.system) / 1000 }
  },
})
