import { assertFewStarts } from './start/limit.ts'
import { createAccountCurrency } from './offer/account-currency.ts'
import { createApprovals } from './offer/approvals.ts'
import { createOffers } from './offer/offers.ts'
import { createOptionRegistry } from './offer/options.ts'
import { createFingerprintOf } from './api/card-fingerprint.ts'
import type { ChargingDeps } from './charging-deps.ts'
import type { KnownConnector } from './api/known-connector.ts'
import { createChargingApi } from './api/charging-api.ts'
import { recordsOf } from './charging-records.ts'
import { createListeners } from '#main/core/listeners.ts'
import { openWatchedLedger } from './ledger/lost-ledger.ts'
import { createStartStore } from './ledger/start-store.ts'
import { createGuests } from './sessions/guests.ts'
import { createReopening } from './sessions/reopening.ts'
import { createSessions } from './sessions/sessions.ts'
import { stopCodeKey } from './sessions/stop-code-key.ts'
import { createSummaries } from './sessions/summaries.ts'
import { createStartByAccount } from './start/account-start.ts'
import { createCardClaims } from './start/card-claims.ts'
import { createCardScans } from './start/card-scans.ts'
import { createFollowedStarts } from './start/followed-starts.ts'
import { createSeparatePolling } from './start/separate-polling.ts'
import { createStart } from './start/start.ts'
import { createStartOutcomes } from './start/start-outcomes.ts'
import { createClosings } from './stop/closings.ts'
import { createStopRetries } from './stop/stop-retries.ts'
import { createStopping } from './stop/stopping.ts'
import { createStops } from './stop/stops.ts'
import { createTransactions } from './stop/transactions.ts'
import { createCodeGuard } from '#main/secrets/code-guard.ts'
import { partOf } from '#main/storage/tries.ts'

export type ChargingParts = Ground & Starting & Stopping

/**
 * The parts of charging: first each is made of those before it, then those that hear of each other are
 * wired. Nothing runs yet. Throws a CommandError `storage` when the ledger cannot be opened.
 */
export function createChargingParts(deps: ChargingDeps): ChargingParts {
  const ground = makeGround(deps)
  const starting = makeStarting(ground)
  const stopping = makeStopping(ground, starting)
  const parts = { ...ground, ...starting, ...stopping }
  wire(parts)
  return parts
}

type Ground = ReturnType<typeof makeGround>
type Starting = ReturnType<typeof makeStarting>
type Stopping = ReturnType<typeof makeStopping>

/** What every part stands on: the platform, the ledger, the clock, and the listeners. */
function makeGround(deps: ChargingDeps) {
  const { clock, log } = deps
  const skewMs = (): number => deps.skewMs?.() ?? 0
  const api = createChargingApi(deps.platform, { skewMs, log })
  const { ledger, recentIds, lost } = openWatchedLedger(deps)
  const store = ledger.guests
  const changes = createListeners()
  const urgencies = createListeners()
  const records = recordsOf(deps.records)
  const connector = (id: string): KnownConnector | null => deps.connector(id)
  const outcomes = createStartOutcomes({ records, connector, clock, log })
  let isClosed = false
  return {
    ...{ api, clock, log, skewMs, ledger, store, changes, urgencies },
    assertLedgerComplete: lost.assertOver,
    changed: changes.tell,
    urgent: urgencies.tell,
    connector,
    ...{ records, outcomes, notSent: outcomes.notSent },
    isDesk: () => deps.isDesk(),
    rules: () => deps.rules(),
    learnPrices: deps.learnPrices,
    isClosed: () => isClosed,
    markClosed() {
      isClosed = true
    },
    currency: createAccountCurrency({ api, clock, log }),
    startStore: createStartStore({ ledger, recentIds, clock, log }),
    options: createOptionRegistry(clock),
    key: stopCodeKey({ vault: deps.vault, store, log, given: deps.stopCodeKey ?? null }),
  }
}

/** Whose starts are whose, what may be chosen, and the ways to start. */
function makeStarting(ground: Ground) {
  const { startStore, store, clock, key } = ground
  const cardClaims = createCardClaims()
  const codes = createCodeGuard({ store: partOf(store, 'code:'), clock })
  const guests = createGuests({ ...ground, codes, isCardClaimed: cardClaims.isClaimed })
  const assertFew = (): void => {
    assertFewStarts(startStore.all(), guests.isTheirs, clock.now())
  }
  const startAt = createStart(ground)
  const offers = createOffers(ground)
  const fingerprintOf = createFingerprintOf(key)
  return {
    ...{ cardClaims, guests, offers, fingerprintOf, assertFew },
    approvals: createApprovals(ground),
    startByAccount: createStartByAccount({ ...ground, startAt, offers, fingerprintOf }),
    scans: createCardScans({ ...ground, startAt, claims: cardClaims, assertFewStarts: assertFew }),
    separatePolling: createSeparatePolling(ground),
  }
}

/** Sessions and the starts behind them, and what ends them. */
function makeStopping(ground: Ground, { guests, cardClaims, fingerprintOf }: Starting) {
  const isFree = (connectorId: string): boolean =>
    ground.connector(connectorId)?.freeOfCharge ?? false
  const sessions = createSessions({
    ...ground,
    summaries: createSummaries({ ...ground, isFree }),
    isOnSite: (connectorId) => ground.connector(connectorId) !== null,
    maxPowerKW: (connectorId) => ground.connector(connectorId)?.maxPowerKW ?? null,
  })
  const transactions = createTransactions({ ...ground, sessions })
  const stopChanges = createListeners()
  const stops = createStops({ ...ground, transactions, changed: stopChanges.tell })
  const starts = createFollowedStarts({
    ...ground,
    fingerprintOf,
    isSessionShown: (id) => sessions.get(id) !== null,
    ownCardEnded: stops.ended,
    openingOf: guests.startOpening,
    stopOf: stops.of,
  })
  const { isClaimed } = cardClaims
  return {
    ...{ sessions, stopChanges, stops, starts },
    closings: createClosings({ ...ground, sessions, stops }),
    reopening: createReopening({ ...ground, guests, sessions }),
    stopRetries: createStopRetries({ ...ground, stops, sessions }),
    stop: createStopping({ ...ground, sessions, stops, guests, isCardClaimed: isClaimed }),
  }
}

/** Who hears of whom. */
function wire(parts: ChargingParts): void {
  const { startStore, scans, outcomes, records, changes, separatePolling } = parts
  const { sessions, stops, stopChanges, stopRetries, closings, reopening, starts, guests } = parts
  startStore.listen({
    linked: records.linked,
    moved(record) {
      scans.moved(record)
      outcomes.moved(record)
    },
  })
  changes.add(separatePolling.wake)
  stopChanges.add(() => {
    stopRetries.look()
    changes.tell()
  })
  sessions.listen({
    ended(id) {
      stops.ended(id)
      closings.ended(id)
    },
    summed(log, curve) {
      reopening.ended(log)
      records.ended(log.id, curve)
    },
    resumed(id) {
      if (stops.resumed(id)) stopRetries.hurry(id)
      reopening.resumed(id)
    },
    forgotten(id) {
      starts.leaveSession(id)
      guests.forget(id)
    },
  })
}
