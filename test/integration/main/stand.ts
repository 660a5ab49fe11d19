import { randomUUID } from 'node:crypto'
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
import type { SiteLinkSettings } from '#main/settings/link-settings.ts'
import type { OutgoingSettings } from '#main/settings/outgoing-settings.ts'
import { createMemoryVault } from '#main/settings/vault.ts'
import type { Terminal } from '#main/app/terminal-deps.ts'
import { startSimulator, type DemoSite, type Simulator, type SitePlan } from '#simulator/index.ts'
import { openCore, openCoreDesk, type CorePlace } from '#test/support/core.ts'

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
  /** What leaves for people and other systems. Default: nothing. */
  outgoing?: OutgoingSettings
  /** How it hears of the other terminals of the site. Default: not at all. */
  link?: SiteLinkSettings
  /** Another terminal at the same site stands beside this one: its network and its clock. */
  beside?: Pick<Stand, 'simulator' | 'clock'>
}

/** A terminal without its window, over real HTTP, on the clock that it shares with the simulator. */
export async function startStand(options: StandOptions = {}): Promise<Stand> {
  const clock =
    options.beside?.clock ??
    createClock({ startMs: options.startMs ?? START_MS, speed: options.speed ?? 0 })
  const simulator = options.beside?.simulator ?? (await startNetwork(options, clock))
  const requests = countRequests()
  const { idle } = requests
  const heard = listen()
  const place = {
    ...{ clock, log: heard.log, fetch: requests.fetch, ...newHome() },
    ...(options.outgoing && { outgoing: options.outgoing }),
    ...(options.link && { link: options.link, terminalId: randomUUID() }),
  }
  const desk = await openStaffedDesk(place)
  const { site = 'hotel', rules = {} } = options
  const shown = simulator.moreSites[0] ?? simulator.sites[site]
  const open = (account: Partial<Account> = {}, choice = options.choice): Promise<Terminal> => {
    const wanted = { account, choice: choice === undefined ? shown : choice, rules }
    return openOn({ simulator, place, desk, heard }, wanted)
  }

  let terminal = await open(options.account)
  onTestFinished(async () => {
    terminal.close()
    desk.close()
    if (!options.beside) await simulator.close()
    rmSync(place.dataDir, { recursive: true })
  })

  await idle()
  return {
    simulator,
    clock,
    desk,
    get terminal() {
      return terminal
    },
    logLines: heard.logLines,
    updates: heard.updates,
    printed: heard.printed,
    onEmit: heard.onEmit,
    sentSince: requests.sentSince,
    model: () => terminal.handlers['live.model']({}) as LiveModel,
    trouble: () => {
      const info = terminal.handlers['terminal.info']({})
      return info instanceof Promise ? null : info.trouble
    },
    touch: () => void terminal.handlers['terminal.touched']({}),
    idle,
    ...timePassing(clock, idle),
    async restart(account, choice) {
      await idle()
      terminal.close()
      terminal = await open(account, choice)
    },
  }
}

/** Time passes in steps, and each is over once everything that was asked has been answered. */
function timePassing(
  clock: AdjustableClock,
  idle: Stand['idle'],
): Pick<Stand, 'pass' | 'passUntil'> {
  const passUntil: Stand['passUntil'] = async (holds, limitMs = 120_000, stepMs = 100) => {
    const startMs = clock.now()
    await idle()
    while (!holds()) {
      if (clock.now() - startMs > limitMs) throw new Error('it did not come to hold in time')
      await clock.advance(stepMs)
      await idle()
    }
    return clock.now() - startMs
  }
  return {
    passUntil,
    async pass(ms) {
      const untilMs = clock.now() + ms
      await passUntil(() => clock.now() >= untilMs, ms + 1_000, 1_000)
    },
  }
}

async function startNetwork(options: StandOptions, clock: AdjustableClock): Promise<Simulator> {
  const simulator = await startSimulator({
    ...{ clock: options.platformClock ?? clock, site: options.site ?? 'hotel', bustle: false },
    more: options.large ? [options.large] : [],
  })
  if (options.hidden) {
    const { sites } = await simulator.control.overview()
    await Promise.all(sites.map(({ id }) => simulator.control.hideSite(id, true)))
  }
  return simulator
}

const newHome = () => ({
  vault: createMemoryVault(),
  dataDir: mkdtempSync(path.join(tmpdir(), 'terminal-')),
})

async function openStaffedDesk(place: CorePlace): Promise<Desk> {
  const desk = await openCoreDesk(place)
  await desk.people.replace([
    { name: 'Ida', role: 'staff', pin: STAFF_PIN },
    { name: 'Max', role: 'manager', pin: MANAGER_PIN },
  ])
  return desk
}

/** Opens the terminal and starts it. */
async function openOn(
  on: {
    simulator: Simulator
    place: CorePlace & Pick<StandOptions, 'outgoing' | 'link'> & { terminalId?: string }
    desk: Desk
    heard: ReturnType<typeof listen>
  },
  { account, choice, rules }: Required<Pick<StandOptions, 'account' | 'choice' | 'rules'>>,
): Promise<Terminal> {
  const { simulator, place, desk, heard } = on
  const { endpoint, key } = simulator
  const opened = await openCore({
    ...place,
    desk,
    configured: { endpoint, key, ...simulator.account, ...account },
    choice,
    rules,
    printPage: heard.printPage,
    emit: heard.emit,
  })
  opened.start()
  return opened
}

/** What the terminal says: to its log, to the page, and to the printer. */
function listen() {
  const updates: LiveUpdate[] = []
  const listeners: Emit[] = []
  const logLines: string[] = []
  const printed: string[] = []
  const write = (facts: object, message: string): void => {
    logLines.push(`${message} ${JSON.stringify(facts)}`)
  }
  const emit: Emit = (name, payload) => {
    for (const tell of listeners) tell(name, payload)
    if (name === 'live') updates.push(payload as LiveUpdate)
  }
  return {
    ...{ updates, logLines, printed, emit },
    log: { info: write, warn: write, error: write },
    onEmit: (listener: Emit) => void listeners.push(listener),
    printPage: (page: string) => {
      printed.push(page)
      return Promise.resolve()
    },
  }
}

/** Real requests, by their operations; `idle` resolves once every one of them has been answered. */
function countRequests() {
  let sent: string[] = []
  let inFlight = 0
  const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))
  return {
    async fetch(url: string, init: RequestInit): Promise<Response> {
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
    },
    sentSince() {
      const since = sent
      sent = []
      return since
    },
    async idle(): Promise<void> {
      do {
        await vi.waitFor(
          () => {
            if (inFlight > 0) throw new Error('a request is under way')
          },
          { interval: 2, timeout: 15_000 },
        )
        for (let round = 0; round < 3; round++) await settle()
      } while (inFlight > 0)
    },
  }
}

/** What a request asks for; pictures are fetched without one. */
function operationOf(body: RequestInit['body']): string {
  if (typeof body !== 'string') return 'picture'
  const { operationName } = JSON.parse(body) as { operationName?: string }
  return operationName ?? 'event'
}
