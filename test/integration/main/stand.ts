import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { onTestFinished, vi } from 'vitest'
import { createClock, type AdjustableClock } from '#common/clock.ts'
import type { Failure } from '#contract/errors.ts'
import type { LiveModel, LiveUpdate } from '#contract/live.ts'
import type { Account } from '#main/platform/sign-in.ts'
import { openDesk, type Desk } from '#main/desk/desk.ts'
import { defaultGuestRules, type GuestRules } from '#main/charging/guest-rules.ts'
import { openAccountKeeper } from '#main/account/keeper.ts'
import type { House } from '#main/house.ts'
import { createSetup } from '#main/setup/setup.ts'
import { createRulesStore } from '#main/settings/rules-store.ts'
import { createMemoryVault } from '#main/settings/vault.ts'
import { createTerminal } from '#main/terminal.ts'
import type { Terminal } from '#main/terminal-deps.ts'
import { startSimulator, type DemoSite, type Simulator } from '#simulator/index.ts'

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
  /** What differs from the demo account. */
  account?: Partial<Account>
  /** A site or stations; null: the account's first site. */
  choice?: string | readonly string[] | null
  /** Default 0: time only passes by `pass` and `passUntil`. */
  speed?: number
  /** What differs from the default rules. */
  rules?: Partial<GuestRules>
}

/** A terminal without its window, over real HTTP, on the clock that it shares with the simulator. */
export async function startStand(options: StandOptions = {}): Promise<Stand> {
  const { site = 'hotel', speed = 0 } = options
  const clock = createClock({ startMs: START_MS, speed })
  const simulator = await startSimulator({ clock, site, bustle: false })
  const dataDir = mkdtempSync(path.join(tmpdir(), 'terminal-'))
  const vault = createMemoryVault()
  const updates: LiveUpdate[] = []
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

  const deskSettings = {
    lockAfterMs: 300_000,
    withoutInvoice: 'manager' as const,
    idleAlertMs: 1_800_000,
    keepNotesMs: 90 * 86_400_000,
    keepAuditMs: 1095 * 86_400_000,
  }
  const log = { info: write, warn: write, error: write }
  const desk = await openDesk({
    file: path.join(dataDir, 'desk.db'),
    vault,
    log,
    clock,
    settings: () => deskSettings,
    isUnset: () => false,
  })
  await desk.people.replace([
    { name: 'Ida', role: 'staff', pin: STAFF_PIN },
    { name: 'Max', role: 'manager', pin: MANAGER_PIN },
  ])

  const house = (): House => ({
    desk,
    settled: () => {
      throw new Error('this terminal has no settings file')
    },
    settings: {
      read: () => Promise.reject(new Error('this terminal has no settings file')),
      shown: () => ({ values: {}, fixed: {} }),
      write: () => Promise.reject(new Error('this terminal has no settings file')),
    },
    provisioned: () => ({ file: null, document: null, isLastGood: false, faults: [] }),
    vault,
    homeDir: dataDir,
    logo: () => null,
    logoFault: () => null,
    restage: () => Promise.resolve(),
    setup: createSetup({
      ...{ fetch: countingFetch, clock, log },
      begin: () => ({}),
      machineTimeZone: () => 'UTC',
      protectsSecrets: () => true,
      exportDraft: () => Promise.resolve({ file: '', logo: null, variables: [] }),
      applyDraft: () => Promise.resolve(),
    }),
    isTraining: () => false,
    enterTraining: () => Promise.resolve(),
    leaveTraining: () => Promise.resolve(),
  })

  const open = async (
    account: Partial<Account> = {},
    choice = options.choice,
  ): Promise<Terminal> => {
    const { endpoint, key } = simulator
    const told = { endpoint, key, ...simulator.account, ...account }
    const terminal = createTerminal({
      clock,
      log,
      fetch: countingFetch,
      vault,
      accounts: await openAccountKeeper({ vault, told, log }),
      choice: choice === undefined ? simulator.sites[site] : choice,
      dataDir,
      rules: createRulesStore({ ...defaultGuestRules, ...options.rules }, null),
      desk,
      deskSettings,
      house: house(),
      printPage: (page) => {
        printed.push(page)
        return Promise.resolve()
      },
      openOutside: null,
      facts: {
        version: '0',
        host: 'stand-in',
        branding: { name: null, accent: null, hasLogo: false },
        demo: false,
        training: false,
        language: 'en',
        timeZone: 'UTC',
        theme: 'auto',
        opensOutside: false,
        guest: {
          languages: ['en'],
          deskPhone: null,
          reader: true,
          dimAfterMs: null,
          nightLevel: 1,
        },
      },
      place: {
        stage: 1,
        firstRevision: 0,
        emit: (name, payload) => {
          if (name === 'live') updates.push(payload as LiveUpdate)
        },
      },
      onAlive: () => undefined,
      onFirstLive: () => undefined,
    })
    terminal.start()
    return terminal
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
