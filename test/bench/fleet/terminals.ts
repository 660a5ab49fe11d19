import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { createClock } from '#common/clock.ts'
import type { Link } from '#contract/live.ts'
import { createMemoryVault } from '#main/settings/vault.ts'
import { openCore, openCoreDesk } from '#test/support/core.ts'
import { answerQuestions, toldOf } from './child.ts'
import type { PlatformReady } from './platform.ts'

/** Some of the fleet's terminals, in one process: everything of main, but no window. */
export interface TerminalsTold {
  platform: PlatformReady
  /** The number of the first one, and how many. */
  first: number
  count: number
  /** Their launches are spread over so long (ms). */
  launchMs: number
}

export interface TerminalsAnswers {
  /** When each request left since the last question (epoch ms), whether it arrived or not. */
  sent: number[]
  /** For each terminal: how its connection stands, and since when (epoch ms). */
  links: { state: Link['state']; sinceMs: number }[]
  /** Resident memory in bytes, and work since the last question in ms. */
  cost: { rssBytes: number; cpuMs: number }
}

const { platform, first, count, launchMs } = toldOf<TerminalsTold>()
const folder = mkdtempSync(path.join(tmpdir(), 'forecourt-fleet-'))
process.on('exit', () => {
  rmSync(folder, { recursive: true, force: true })
})
process.on('SIGTERM', () => process.exit())

const silent = { info: () => undefined, warn: () => undefined, error: () => undefined }
const { endpoint, key, account, siteIds } = platform
let sent: number[] = []
let cpu = process.cpuUsage()

const countingFetch: typeof fetch = (url, init) => {
  sent.push(Date.now())
  return fetch(url, init)
}

const links: TerminalsAnswers['links'] = []

for (let index = 0; index < count; index += 1) {
  const number = first + index
  const dataDir = path.join(folder, String(number))
  mkdirSync(dataDir)
  const place = {
    ...{ clock: createClock(), log: silent, vault: createMemoryVault(), dataDir },
    fetch: (url: string, init: RequestInit) => countingFetch(url, init),
  }
  const link: TerminalsAnswers['links'][number] = { state: 'connecting', sinceMs: Date.now() }
  links.push(link)
  const terminal = await openCore({
    ...place,
    desk: await openCoreDesk(place),
    terminalId: `fleet-terminal-${String(number)}`,
    told: { endpoint, key, ...account },
    choice: siteIds[number % siteIds.length] ?? null,
    emit(name, payload) {
      if (name !== 'live' || !('link' in payload)) return
      if (payload.link) Object.assign(link, { state: payload.link.state, sinceMs: Date.now() })
    },
  })
  terminal.start()
  await pause(launchMs / count)
}

answerQuestions<TerminalsAnswers>(null, {
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
