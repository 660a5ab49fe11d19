import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { onTestFinished, vi } from 'vitest'
import { createClock, type AdjustableClock } from '#common/clock.ts'
import type { Failure } from '#contract/errors.ts'
import type { LiveModel, LiveUpdate } from '#contract/live.ts'
import type { Account } from '#main/platform/sign-in.ts'
import type { Desk } from '#main/desk/desk.ts'
import type { GuestRules } from '#main/settings/guest-settings.ts'
import type { Emit } from '#main/core/emit.ts'
import { createMemoryVault } from '#main/settings/vault.ts'
import type { Terminal } from '#main/app/terminal-deps.ts'
import { startSimulator, type DemoSite, type Simulator, type SitePlan } from '#simulator/index.ts'
import { openCore, openCoreDesk } from '#test/support/core.ts'

export const STAFF_PIN = '2468'
export const MANAGER_PIN = '135790'

/** 2026-11-23T09:00:00Z. */
const START_MS = 1_795_424_400_000

export interface Stand {
  readonly simulator: Simulator
  readonly clock: AdjustableClock
  readonly terminal: Terminal
  readonly logLines: string[]
  readonly updates: LiveUpdate[]
  /** What the page is sent from now on goes here, too. */
  onEmit(listener: Emit): void
  /** What was printed, as pages of HTML. */
  readonly printed: string[]
  /** The operations of the requests that left since the last call. */
  sentSince(): string[]
  model(): LiveModel
  trouble(): Failure | null
  touch(): void
  /** Everything that was asked has been answered. */
  idle(): Promise<void>
  /** Time passes in small steps until it holds; returns how long it took (ms of the clock). */
  passUntil(holds: () => boolean, limitMs?: number, stepMs?: number): Promise<number>
  pass(ms: number): Promise<void>
  /** Ends this terminal and starts another one on the same data. */
  restart(account?: Partial<Account>, choice?: readonly string[]): Promise<void>
  /** The door to the desk: staff come in with {@link STAFF_PIN}. */
  readonly desk: Desk
}

export interface StandOptions {
  site?: DemoSite
  /** Shown instead: a site beside the demo's own. */
  large?: SitePlan
  /** What differs from the demo account. */
  account?: Partial<Account>
  /** A site or stations; null: the account's first site. */
  choice?: string | readonly string[] | null
  /** The public map shows none of the network's sites. */
  hidden?: boolean
  /** Default 0: time only passes by `pass` and `passUntil`. */
  speed?: number
  /** What the terminal's clock shows at the start (epoch ms). */
  startMs?: number
  /** Default: the terminal's own. */
  platformClock?: AdjustableClock
  /** What differs from the default rules. */
  rules?: Partial<GuestRules>
}

/** A terminal without its window, over real HTTP, on the clock that it shares with the simulator. */
export async function startStand(options: StandOptions = {}): Promise<Stand> {
  const { site = 'hotel', speed = 0 } = options
  const clock = createClock({ startMs: options.startMs ?? START_MS, speed })
  const simulator = await startSimulator({
    ...{ clock: options.platformClock ?? clock, site, bustle: false },
    more: options.large ? [options.large] : [],
  })
  if (options.hidden) {
    const { sites } = await simulator.control.overview()
    await Promise.all(sites.map(({ id }) => simulator.control.hideSite(id, true)))
  }
  const dataDir = mkdtempSync(path.join(tmpdir(), 'terminal-'))
  const vault = createMemoryVault()
  const updates: LiveUpdate[] = []
  const listeners: Emit[] = []
  const logLines: string[] = []
  const printed: string[] = []
  const write = (facts: object, message: string): void => {
    logLines.push(`${message} ${JSON.stringify(facts)}`)
  }
  let sent: string[] = []
  let inFlight = 0

  const countingFetch = async (url: string, init: RequestInit): Promise<Response> => {
    sent.push(operationOf(init.body))
    inFlight += 1
    try {
      const response = await fetch(url, init)
      const body = await response.arrayBuffer()
      const { status, headers } = response
      return new Response(body, { status, headers })
    } finally {
      inFlight -= 1
    }
  }

  const log = { info: write, warn: write, error: write }
  const place = { clock, log, fetch: countingFetch, vault, dataDir }
  const desk = await openCoreDesk(place)
  await desk.people.replace([
    { name: 'Ida', role: 'staff', pin: STAFF_PIN },
    { name: 'Max', role: 'manager', pin: MANAGER_PIN },
  ])

  const open = async (
    account: Partial<Account> = {},
    choice = options.choice,
  ): Promise<Terminal> => {
    const { endpoint, key } = simulator
    const opened = await openCore({
      ...place,
      desk,
      configured: { endpoint, key, ...simulator.account, ...account },
      choice: choice === undefined ? (simulator.moreSites[0] ?? simulator.sites[site]) : choice,
      rules: options.rules ?? {},
      printPage: (page) => {
        printed.push(page)
        return Promise.resolve()
      },
      emit: (name, payload) => {
        for (const tell of listeners) tell(name, payload)
        if (name === 'live') updates.push(payload as LiveUpdate)
      },
    })
    opened.start()
    return opened
  }

  let terminal = await open(options.account)
  onTestFinished(async () => {
    terminal.close()
    desk.close()
    await simulator.close()
    rmSync(dataDir, { recursive: true })
  })

  const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))
  const idle = async (): Promise<void> => {
    do {
      await vi.waitFor(
        () => {
          if (inFlight > 0) throw new Error('a request is under way')
        },
        { interval: 2, timeout: 15_000 },
      )
      for (let round = 0; round < 3; round++) await settle()
    } while (inFlight > 0)
  }

  const stand: Stand = {
    simulator,
    clock,
    desk,
    get terminal() {
      return terminal
    },
    logLines,
    updates,
    printed,
    onEmit(listener) {
      listeners.push(listener)
    },
    sentSince() {
      const since = sent
      sent = []
      return since
    },
    model: () => terminal.handlers['live.model']({}) as LiveModel,
    trouble: () => {
      const info = terminal.handlers['terminal.info']({})
      return info instanceof Promise ? null : info.trouble
    },
    touch: () => void terminal.handlers['terminal.touched']({}),
    idle,
    async passUntil(holds, limitMs = 120_000, stepMs = 100) {
      const startMs = clock.now()
      await idle()
      while (!holds()) {
        if (clock.now() - startMs > limitMs) throw new Error('it did not come to hold in time')
        await clock.advance(stepMs)
        await idle()
      }
      return clock.now() - startMs
    },
    async pass(ms) {
      const untilMs = clock.now() + ms
      await stand.passUntil(() => clock.now() >= untilMs, ms + 1_000, 1_000)
    },
    async restart(account, choice) {
      await idle()
      terminal.close()
      terminal = await open(account, choice)
    },
  }
  await idle()
  return stand
}

/** What a request asks for; pictures are fetched without one. */
function operationOf(body: RequestInit['body']): string {
  if (typeof body !== 'string') return 'picture'
  const { operationName } = JSON.parse(body) as { operationName: string }
  return operationName
}
