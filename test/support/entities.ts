import type {
  Offer,
  RatePackage,
  Session,
  Start,
  StartOption,
  Summary,
} from '#contract/charging.ts'
import type { Failure } from '#contract/errors.ts'
import type { LiveModel } from '#contract/live.ts'
import type { Connector } from '#contract/site.ts'
import type { TerminalInfo } from '#contract/terminal.ts'
import type { StaticConnector } from '#main/site/static.ts'

// Whole entities as the contract and main have them: a test says what matters to it, the rest is from here.

/** Sunday 22 November 2026, 14:32:08 in Vienna. */
export const NOW_MS = Date.UTC(2026, 10, 22, 13, 32, 8)
export const MINUTE_MS = 60_000

export function aConnector(over: Partial<Connector> = {}): Connector {
  return {
    id: 'c1',
    stationId: 's1',
    stationLabel: 'Garage A',
    number: '1',
    evseId: 'AT*HTB*E1001*1',
    plug: 'type2',
    plugLabel: 'Type 2',
    current: 'AC',
    maxPowerKW: 22,
    freeOfCharge: false,
    state: 'free',
    startBlock: null,
    freshness: 'live',
    asOfMs: null,
    price: { kind: 'text', text: '€0.35 per kWh', asOfMs: NOW_MS },
    sessionId: null,
    startId: null,
    maintenance: null,
    ...over,
  }
}

/** What main keeps of a connector beside its state. */
export function aStaticConnector(over: Partial<StaticConnector> = {}): StaticConnector {
  return {
    id: 'c1',
    stationId: 's1',
    stationLabel: null,
    number: '1',
    evseId: null,
    plug: 'type2',
    plugLabel: null,
    current: 'AC',
    maxPowerKW: 22,
    freeOfCharge: false,
    remoteCommands: true,
    maintenance: [],
    ...over,
  }
}

export function aSession(over: Partial<Session> = {}): Session {
  return {
    id: 'log1',
    connectorId: 'c2',
    status: 'charging',
    startedAtMs: NOW_MS - 100 * MINUTE_MS,
    energyKWh: 18.4,
    powerW: 11_000,
    stateOfChargePercent: 65,
    initialStateOfChargePercent: 30,
    meterAtMs: NOW_MS,
    rateName: 'Hotel guests',
    rate: null,
    co2SavingKg: null,
    target: null,
    protection: 'none',
    claimed: true,
    stopCode: null,
    cost: { amount: 6.44, currency: 'EUR' },
    powerCurve: Array.from({ length: 40 }, (_, index) => ({
      atMs: NOW_MS - (40 - index) * 5000,
      powerW: index < 6 ? 2000 * index : 11_000 - Math.max(0, index - 28) * 120,
    })),
    batteryTrack: [],
    stop: null,
    summary: null,
    freshness: 'live',
    asOfMs: null,
    ...over,
  }
}

export function aStart(over: Partial<Start> = {}): Start {
  return {
    id: 'start1',
    connectorId: 'c1',
    kind: 'card',
    payment: null,
    target: null,
    claimed: true,
    code: null,
    step: 'waiting-for-plug',
    history: [
      { step: 'chosen', atMs: NOW_MS - 9000, source: 'terminal' },
      { step: 'requested', atMs: NOW_MS - 8000, source: 'terminal' },
      { step: 'accepted', atMs: NOW_MS - 5000, source: 'platform' },
      { step: 'waiting-for-plug', atMs: NOW_MS - 4000, source: 'station' },
    ],
    validUntilMs: NOW_MS + 220_000,
    cancelled: false,
    failure: null,
    sessionId: null,
    ...over,
  }
}

export function aSummary(over: Partial<Summary> = {}): Summary {
  return {
    startedAtMs: NOW_MS - 100 * MINUTE_MS,
    endedAtMs: NOW_MS,
    energyKWh: 18.432,
    meterStart: 1_204_511,
    meterEnd: 1_222_943,
    rateName: 'Hotel guests',
    cost: {
      currency: 'EUR',
      grossAmount: 6.45,
      localAmount: null,
      items: [
        {
          description: 'Energy 18.432 kWh',
          netAmount: 5.375,
          taxAmount: 1.075,
          taxRatePercent: 20,
          grossAmount: 6.45,
          localAmount: null,
        },
      ],
    },
    co2SavingKg: 7.37,
    documentTitle: 'Invoice 2026-1184',
    documentUrl: 'https://documents.test/2026-1184.pdf',
    calibrationUrl: null,
    complete: true,
    ...over,
  }
}

/** A house card that anybody may use, with its whole price. */
export function anOption(over: Partial<StartOption> = {}): StartOption {
  return {
    id: 'o1',
    kind: 'card',
    label: 'Hotel guests',
    guestLabel: null,
    rate: { short: '€0.35 per kWh', full: 'Billed after the charge.' },
    examples: [],
    holds: [],
    holdBlockedUntilMs: null,
    needs: 'nothing',
    roaming: false,
    expiresAtMs: null,
    notSold: null,
    ...over,
  }
}

export function aPackage(over: Partial<RatePackage> = {}): RatePackage {
  return {
    id: 'p1',
    price: { amount: 9.9, currency: 'EUR' },
    stopMinutes: 120,
    runtimeMinutes: 120,
    name: 'Night',
    rate: null,
    notSold: null,
    ...over,
  }
}

export function anOffer(over: Partial<Offer> = {}): Offer {
  return { options: [anOption()], packages: [], ownCard: false, asOfMs: NOW_MS, ...over }
}

/** The small hotel of the design's pictures. */
export function aModel(over: Partial<LiveModel> = {}): LiveModel {
  return {
    revision: 1,
    site: { id: 'site1', label: 'Hotel Mozart', company: 'Underground garage' },
    link: { state: 'live', sinceMs: NOW_MS - 60_000, lastGoodAtMs: null, error: null },
    connectors: [
      aConnector(),
      aConnector({
        id: 'c2',
        number: '2',
        state: 'charging',
        startBlock: 'busy',
        sessionId: 'log1',
      }),
      aConnector({
        id: 'c3',
        number: '3',
        stationId: 's2',
        plug: 'ccs2',
        current: 'DC',
        maxPowerKW: 150,
        price: { kind: 'text', text: '€0.59 per kWh + €0.10 per min after 60 min', asOfMs: NOW_MS },
      }),
      aConnector({
        id: 'c4',
        number: '4',
        stationId: 's2',
        plug: 'ccs2',
        current: 'DC',
        maxPowerKW: 150,
        state: 'in-use',
        startBlock: 'busy',
      }),
      aConnector({ id: 'c5', number: '5', maxPowerKW: 11, state: 'finishing', startBlock: 'busy' }),
      aConnector({
        id: 'c6',
        number: '6',
        maxPowerKW: 11,
        state: 'out-of-order',
        startBlock: 'out-of-order',
      }),
    ],
    sessions: [aSession()],
    starts: [],
    approvals: [],
    ...over,
  }
}

export function anInfo(over: Partial<TerminalInfo> = {}): TerminalInfo {
  return {
    version: '0.1.0',
    host: 'stand-in',
    mode: 'guest',
    demo: true,
    language: 'en',
    timeZone: 'Europe/Vienna',
    opensOutside: true,
    keyboard: 'auto',
    guest: {
      languages: ['en', 'de'],
      deskPhone: null,
      reader: false,
      dimAfterMs: null,
      nightLevel: 1,
      speech: 'aloud',
      sounds: true,
      takeAlong: true,
      moreTime: 1,
      theme: 'light',
    },
    generation: 1,
    training: false,
    kiosk: false,
    branding: { name: null, accent: null, hasLogo: false, plan: null },
    hasSettingsFault: false,
    desk: { hasPins: true, person: null, language: null, lockAfterMs: 300_000 },
    deskRules: { idleAlertMs: 1_800_000, withoutInvoice: 'manager' },
    clock: { nowMs: NOW_MS, speed: 1 },
    trouble: null,
    ...over,
  }
}

export function aFailure(code: Failure['code'], over: Partial<Failure> = {}): Failure {
  return { code, message: `${code} in a test`, retryable: true, ...over }
}
