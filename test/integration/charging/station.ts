import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished } from 'vitest'
import type { Session, Start, StartOption } from '#contract/charging.ts'
import type { Charging } from '#main/charging/charging.ts'
import { createCharging } from '#main/charging/charging.ts'
import { defaultGuestRules } from '#test/support/guest-rules.ts'
import type { KnownConnector } from '#main/charging/api/known-connector.ts'
import type { StartRequest } from '#main/charging/offer/start-request.ts'
import { createClient } from '#main/platform/client.ts'
import { createHttp } from '#main/platform/http.ts'
import { createAuthSession } from '#main/platform/auth-session.ts'
import { createTokenStore } from '#main/platform/tokens.ts'
import { createMemoryVault } from '#main/settings/vault.ts'
import type { ConnectorReading } from '#main/site/reading.ts'
import { readMeters, readSite } from '#main/site/refresh.ts'
import { connectorState, startBlock, type ConnectorFacts } from '#main/site/state.ts'
import type { JournalEntry } from '#simulator/journal.ts'
import { startBench, type TestBench } from '#test/integration/simulator/harness.ts'
import { createAccounts } from '#test/unit/main/support/accounts.ts'

const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined }

/** A terminal at the hotel, as far as charging goes, over HTTP; its clock and the simulator's are one. */
export interface ChargingTerminal {
  readonly charging: Charging
  refresh: () => Promise<void>
  /** Time passes, a second (or `stepMs`) and a refresh at a time, until it holds; fails after `limitMs`. */
  until: (holds: () => boolean, limitMs?: number, stepMs?: number) => Promise<void>
  /** So much time passes, with a refresh each second. */
  pass: (ms: number) => Promise<void>
  /** Chooses the first way to start, and starts. */
  start: (connectorId: string, requestId?: string) => Promise<string>
  /** Chooses the first way to start of this kind, with what the guest wants besides, and starts. */
  startWith: (
    kind: StartOption['kind'],
    request: Pick<StartRequest, 'connectorId'> & Partial<StartRequest>,
  ) => Promise<string>
  startShown: () => Start
  sessionShown: () => Session
  /** As by a power cut: a new process on the same ledger. */
  restart: () => Promise<void>
}

export interface Scene extends TestBench {
  /** A free connector without a car. */
  readonly connectorId: string
  readonly terminal: ChargingTerminal
  addTerminal: () => ChargingTerminal
  journal: (event: string) => Promise<JournalEntry[]>
}

export async function startScene(): Promise<Scene> {
  const bench = await startBench()
  const { sites } = await bench.simulator.control.overview()
  const connector = sites
    .filter(({ key }) => key === 'hotel')
    .flatMap(({ stations }) => stations)
    .filter(({ online, hasRemoteCommands }) => online && hasRemoteCommands)
    .flatMap(({ connectors }) => connectors)
    .find(({ calculated, vehicle }) => calculated === 'Available' && vehicle === null)
  if (!connector) throw new Error('No connector is free.')
  return {
    ...bench,
    connectorId: connector.id,
    terminal: openTerminal(bench),
    addTerminal: () => openTerminal(bench),
    async journal(event) {
      const entries = await bench.simulator.control.journal()
      const here = entries.filter((entry) => entry.event === event)
      return here.filter(
        ({ kind, facts }) => kind === 'mutation' || facts.connectorId === connector.id,
      )
    },
  }
}

/** What connects a terminal to the simulator, as `app/terminal-parts.ts` does it. */
function connect({ simulator, clock }: TestBench) {
  const { endpoint, key, account } = simulator
  const accounts = createAccounts({ endpoint, key, ...account })
  const http = createHttp({ endpoint, fetch, clock })
  const store = createTokenStore(createMemoryVault(), accounts.current)
  const session = createAuthSession({ http, accounts, store, clock, log: quiet })
  return { platform: createClient({ http, session, clock }), skewMs: () => http.skewMs }
}

/** What the live model would say of a connector, by its last reading. */
function knownConnector(reading: ConnectorReading | undefined): KnownConnector | null {
  if (!reading) return null
  const facts: ConnectorFacts = {
    ...reading,
    freshness: 'live',
    ownSession: 'none',
    ownStart: 'none',
    inMaintenance: false,
    remoteCommands: true,
  }
  const state = connectorState(facts)
  const block = startBlock(facts, state)
  return { stationId: '', freeOfCharge: false, state, startBlock: block, freshness: 'live' }
}

/** Charging on a ledger of its own, and the refreshes that it lives by. */
function openCharging(bench: TestBench) {
  const { simulator, clock } = bench
  const { platform, skewMs } = connect(bench)
  const folder = mkdtempSync(join(tmpdir(), 'forecourt-charging-'))
  const limits = { timeoutMs: 10_000, signal: new AbortController().signal }
  let statuses = new Map<string, ConnectorReading>()
  const open = (): Charging =>
    createCharging({
      platform,
      clock,
      databaseFile: join(folder, 'ledger.db'),
      log: quiet,
      connector: (id) => knownConnector(statuses.get(id)),
      skewMs,
      vault: createMemoryVault(),
      rules: () => defaultGuestRules,
      learnPrices: () => undefined,
      isDesk: () => false,
    })
  let charging = open()
  onTestFinished(() => {
    charging.close()
    rmSync(folder, { recursive: true, force: true })
  })
  return {
    current: () => charging,
    async refresh() {
      const options = { ...limits, running: true, lastRunning: [], skewMs }
      const reading = await readSite(platform, simulator.sites.hotel, charging.plan(), options)
      statuses = new Map(reading.connectors.map((status) => [status.id, status]))
      charging.take(reading)
      const ids = charging.plan().meterSessionIds
      if (ids.length === 0) return
      const meters = await readMeters(platform, ids, limits)
      charging.takeMeters(meters.readings, meters.atMs)
    },
    async restart() {
      charging.close()
      charging = open()
      await charging.reconcile()
    },
  }
}

function openTerminal(bench: TestBench): ChargingTerminal {
  const { clock } = bench
  const { current, refresh, restart } = openCharging(bench)
  const terminal: ChargingTerminal = {
    get charging() {
      return current()
    },
    refresh,
    restart,
    async until(holds, limitMs = 60_000, stepMs = 1_000) {
      for (let passedMs = 0; !holds(); passedMs += stepMs) {
        if (passedMs > limitMs) expect.fail(JSON.stringify(current().state(), null, 1))
        await clock.advance(stepMs)
        await refresh()
      }
    },
    async pass(ms) {
      for (let passedMs = 0; passedMs < ms; passedMs += 1_000) {
        await clock.advance(1_000)
        await refresh()
      }
    },
    async start(connectorId, requestId = 'r1') {
      await refresh()
      const { options } = await current().options(connectorId)
      const option = options.find(({ kind }) => kind !== 'phone')
      const request = { connectorId, optionId: option?.id ?? '', requestId }
      return (await current().start(request)).startId
    },
    async startWith(kind, request) {
      await refresh()
      const { options } = await current().options(request.connectorId)
      const optionId = options.find((option) => option.kind === kind)?.id ?? ''
      return (await current().start({ requestId: 'r1', ...request, optionId })).startId
    },
    startShown() {
      const [start] = current().state().starts
      return start ?? expect.fail('No start is shown.')
    },
    sessionShown() {
      const id = terminal.startShown().sessionId
      const shown = current()
        .state()
        .sessions.find((each) => each.id === id)
      return shown ?? expect.fail('The session of the start is not shown.')
    },
  }
  return terminal
}
