import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { AdjustableClock } from '#common/clock.ts'
import { createClock } from '#common/clock.ts'
import type { Session, Start } from '#contract/charging.ts'
import type { ErrorCode } from '#contract/errors.ts'
import type { Charging } from '#main/charging/charging.ts'
import { createCharging } from '#main/charging/charging.ts'
import type { GuestRules } from '#main/settings/guest-settings.ts'
import { defaultGuestRules } from '#test/support/guest-rules.ts'
import type { NewFailedStart } from '#main/charging/start/start-outcomes.ts'
import type { KnownConnector } from '#main/charging/api/known-connector.ts'
import { CommandError } from '#main/core/errors.ts'
import { createMemoryVault } from '#main/settings/vault.ts'
import type { AttemptReading, ChargelogReading, Sealed, SiteReading } from '#main/site/reading.ts'
import type { ChargelogPartsFragment } from '#platform/generated/main/graphql.ts'
import { createFakePlatform, type FakePlatform } from './fake-platform.ts'

export const START_MS = Date.parse('2026-11-23T14:37:00.000Z')
export const MINUTE_MS = 60_000

/** What the refreshes of the rig find at the platform; times of the platform's clock. */
export interface World {
  ocpp: Record<string, string>
  running: ChargelogReading[]
  attempts: AttemptReading[]
  chargelogs: ChargelogReading[]
}

export interface Rig {
  charging: Charging
  readonly platform: FakePlatform
  readonly clock: AdjustableClock
  readonly world: World
  readonly connectors: Record<string, KnownConnector>
  readonly databaseFile: string
  readonly logged: string[]
  /** Those lines of it that are warnings. */
  readonly warned: string[]
  /** Starts that began no charge, as they are to be kept. */
  readonly failed: NewFailedStart[]
  /** Those of them that began all the same. */
  readonly beganLate: string[]
  readonly changes: () => number
  readonly urgencies: () => number
  skewMs: number
  /** The operator's; without stop codes, so that every session is open to whoever asks. */
  rules: GuestRules
  /** Staff are at the desk. */
  isDesk: boolean
  /** A refresh, as the monitor does it: only what the plan asks for is answered. */
  refresh(): void
  /** Time passes with a refresh each second (or each `everyMs`). */
  pass(ms: number, everyMs?: number): Promise<void>
  /** Options, and a start with the first of them. */
  start(requestId?: string, connectorId?: string): Promise<Start>
  onlyStart(): Start
  onlySession(): Session
  /** The process ends as by a power cut, and a new one opens the same file. */
  restart(): void
}

export const freeConnector = (): KnownConnector => ({
  stationId: 's1',
  freeOfCharge: false,
  state: 'free',
  startBlock: null,
  freshness: 'live',
})

export function createRig(): Rig {
  const folder = mkdtempSync(join(tmpdir(), 'forecourt-charging-'))
  const clock = createClock({ startMs: START_MS, speed: 0 })
  let changes = 0
  let urgencies = 0
  const open = (): Charging => {
    const charging = openCharging(rig)
    charging.onChange(() => (changes += 1))
    charging.onUrgent(() => (urgencies += 1))
    return charging
  }

  const rig: Rig = {
    charging: undefined as unknown as Charging,
    platform: createFakePlatform(clock),
    clock,
    world: { ocpp: { c1: 'Available' }, running: [], attempts: [], chargelogs: [] },
    connectors: { c1: freeConnector(), c2: freeConnector() },
    databaseFile: join(folder, 'ledger.db'),
    logged: [],
    warned: [],
    failed: [],
    beganLate: [],
    changes: () => changes,
    urgencies: () => urgencies,
    skewMs: 0,
    rules: { ...defaultGuestRules, stopCodes: false },
    isDesk: false,
    refresh() {
      rig.charging.take(readingOf(rig))
    },
    async pass(ms, everyMs = 1_000) {
      for (let passed = 0; passed < ms; passed += everyMs) {
        await clock.advance(Math.min(everyMs, ms - passed))
        rig.refresh()
        await settle()
      }
    },
    async start(requestId = 'r1', connectorId = 'c1') {
      const optionId = await optionOf(rig, connectorId)
      const { startId } = await rig.charging.start({ connectorId, optionId, requestId })
      await settle()
      const start = rig.charging.state().starts.find(({ id }) => id === startId)
      if (!start) throw new Error('The start is not shown.')
      return start
    },
    onlyStart: () => only(rig.charging.state().starts),
    onlySession: () => only(rig.charging.state().sessions),
    restart() {
      rig.charging.close()
      rig.charging = open()
    },
  }
  rig.charging = open()
  onTestFinished(() => {
    rig.charging.close()
    rmSync(folder, { recursive: true, force: true })
  })
  return rig
}

/** What is under test, on the rig's platform, clock and ledger. */
function openCharging(rig: Rig): Charging {
  const write = (facts: Record<string, unknown>, message: string): void => {
    rig.logged.push(`${message} ${JSON.stringify(facts)}`)
  }
  return createCharging({
    platform: rig.platform,
    clock: rig.clock,
    databaseFile: rig.databaseFile,
    log: {
      info: write,
      error: write,
      warn(facts, message) {
        write(facts, message)
        rig.warned.push(`${message} ${JSON.stringify(facts)}`)
      },
    },
    connector: (id) => rig.connectors[id] ?? null,
    skewMs: () => rig.skewMs,
    vault: createMemoryVault(),
    rules: () => rig.rules,
    learnPrices: () => undefined,
    isDesk: () => rig.isDesk,
    records: {
      began: () => undefined,
      startedBy: () => undefined,
      ended: () => undefined,
      failed: (start) => void rig.failed.push(start),
      beganLate: (startId) => void rig.beganLate.push(startId),
    },
  })
}

/** A reading of the rig's world, as far as the plan asks for it; its times become this clock's as in site/readings.ts. */
function readingOf({ charging, clock, world, skewMs }: Rig): SiteReading {
  const { attemptIds, chargelogIds } = charging.plan()
  const ownMs = (ms: number | null): number | null => (ms === null ? null : ms - skewMs)
  const onOwnClock = (log: ChargelogReading): ChargelogReading => ({
    ...log,
    startedAtMs: ownMs(log.startedAtMs),
    endedAtMs: ownMs(log.endedAtMs),
  })
  const statuses = Object.entries(world.ocpp)
  return {
    askedAtMs: clock.now(),
    atMs: clock.now(),
    connectors: statuses.map(([id, ocpp]) => ({ id, ocpp, calculated: null, simple: null })),
    running: world.running.map(onOwnClock),
    attempts: world.attempts.filter(({ id }) => attemptIds.includes(id)),
    chargelogs: world.chargelogs.filter(({ id }) => chargelogIds.includes(id)).map(onOwnClock),
  }
}

/** The id of the first way to start at a connector. */
export async function optionOf(rig: Rig, connectorId = 'c1'): Promise<string> {
  const { options } = await rig.charging.options(connectorId)
  return options[0]?.id ?? ''
}

/** Lets answers that are already there arrive. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 5; turn += 1) await new Promise((resolve) => setImmediate(resolve))
}

export function only<T>(items: readonly T[]): T {
  const [item] = items
  if (item === undefined || items.length > 1) {
    throw new Error(`Expected one, there are ${String(items.length)}.`)
  }
  return item
}

/** The code of the CommandError that `run` ends in. */
export async function codeOf(run: () => unknown): Promise<ErrorCode> {
  try {
    await run()
  } catch (error) {
    if (error instanceof CommandError) return error.failure.code
    throw error
  }
  throw new Error('It did not fail.')
}

export const attempt = (change: Partial<AttemptReading> = {}): AttemptReading => ({
  id: 'attempt-1',
  connectorId: 'c1',
  status: 'ACCEPTED',
  isFailure: false,
  failureReason: null,
  chargelogId: null,
  lastSentAtMs: null,
  ...change,
})

/** An identifier as the readings carry it. */
export const sealed =
  (text: string): Sealed =>
  (fingerprintOf) =>
    fingerprintOf(text)

export const chargelog = (change: Partial<ChargelogReading> = {}): ChargelogReading => ({
  id: 'log-1',
  sessionId: 'platform-session-1',
  authId: sealed('SECRET-TAG-card-1'),
  status: 'started',
  connectorId: 'c1',
  startedAtMs: START_MS + 30_000,
  endedAtMs: null,
  energyKWh: 1.5,
  co2SavingKg: null,
  rateName: 'Standard Rate',
  cost: null,
  ...change,
})

export const chargelogParts = (
  change: Partial<ChargelogPartsFragment> = {},
): ChargelogPartsFragment => ({
  id: 'log-1',
  sessionId: 'platform-session-1',
  status: 'stopped',
  authType: 'RFID',
  dateStart: '2026-11-23T14:37:30.000Z',
  dateEnd: '2026-11-23T15:07:30.000Z',
  energyConsumption: 24.37,
  meterStart: 24_370_000,
  meterEnd: 48_740_000,
  co2Saving: 11.7,
  rateName: 'Standard Rate',
  calibrationDetails: null,
  connector: { id: 'c1' },
  cost: {
    currency: 'EUR',
    total: 8.54,
    grossAmount: 8.54,
    grossAmountLocalCurrency: null,
    costItems: [
      {
        description: 'Energy',
        netAmount: 7.12,
        taxRate: 20,
        taxAmount: 1.42,
        grossAmount: 8.54,
        netAmountLocalCurrency: null,
        taxAmountLocalCurrency: null,
        grossAmountLocalCurrency: null,
      },
    ],
  },
  accountDocument: {
    id: 'doc-1',
    type: 'invoice',
    title: 'Invoice 2026-001',
    documentDate: null,
    downloadLink: 'https://documents.example/doc-1.pdf',
  },
  ...change,
})
