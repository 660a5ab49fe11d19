import type { Offer, Session, Start } from '#contract/charging.ts'
import type { Approval } from '#contract/desk.ts'
import type { CommandOutput } from '#contract/commands.ts'
import { CommandError, failureOf } from '#main/errors.ts'
import { createCodeGuard } from '#main/secrets/code-guard.ts'
import { partOf } from '#main/storage/tries.ts'
import type { FollowPlan, MeterReading, SiteReading } from '#main/site/reading.ts'
import { createAccountCurrency } from './account-currency.ts'
import { createApart } from './apart.ts'
import { createApprovals } from './approvals.ts'
import { createMarkOf } from './card-mark.ts'
import type { ChargingDeps } from './charging-deps.ts'
import { createChargingApi } from './charging-api.ts'
import { tellRecords } from './charging-records.ts'
import { createClosings, type Closings } from './closings.ts'
import { createDeskCharging, type DeskCharging } from './desk-charging.ts'
import { createGuests, type Guests } from './guests.ts'
import { createListeners } from './listeners.ts'
import { openWatchedLedger } from './lost-ledger.ts'
import { createOffers } from './offers.ts'
import { createOptionBook } from './options.ts'
import { askAboutOpenStarts, recover } from './reconcile.ts'
import { createPursuit, type Pursuit } from './pursuit.ts'
import { createReopening, type Reopening } from './reopening.ts'
import { createScans, type Scan } from './scans.ts'
import { createSessions, type Sessions } from './sessions.ts'
import { createStartBook } from './start-book.ts'
import { assertFewStarts } from './start-limit.ts'
import type { StartRequest } from './start-requests.ts'
import { createStartWith } from './start-with.ts'
import { createStarter } from './starter.ts'
import { createStarts } from './starts.ts'
import { stopCodeKey } from './stop-code-key.ts'
import { createStopping, type StopRequest } from './stopping.ts'
import { createStops } from './stops.ts'
import { createSummaries } from './summaries.ts'
import { stopAtTargets } from './targets.ts'
import { createTransactions, type Transactions } from './transactions.ts'
import { stopUnwanted } from './unwanted.ts'

/** Everything that starts, follows and stops. Commands fail with a CommandError. */
export interface Charging {
  /** What the next refresh is to ask; may be called at any time, and again right before it leaves. */
  plan(): FollowPlan
  /** One good refresh. Tells no change: the caller recomposes anyway. */
  take(reading: SiteReading): void
  /** Meter values; `atMs` is when they arrived. Tells no change. */
  takeMeters(readings: readonly MeterReading[], atMs: number): void
  /** What the live model shows. Sessions are told as live: their lateness is the snapshot's. */
  state(): {
    starts: readonly Start[]
    sessions: readonly Session[]
    receipts: ReadonlyMap<string, number>
    approvals: readonly Approval[]
  }
  /** Values and times of readings that were not believed, since the launch. */
  readingsLeftOut(): number
  watch(sessionId: string | null): void
  /** Something changed by itself: recompose and push. */
  onChange(listener: () => void): () => void
  /** Something is worth a refresh now. */
  onUrgent(listener: () => void): () => void
  options(connectorId: string): Promise<Offer>
  start(request: StartRequest): Promise<{ startId: string }>
  /** A guest asks the desk to allow a start. */
  request(request: StartRequest): { approvalId: string }
  withdraw(approvalId: string): void
  /** What only staff may ask for. */
  readonly desk: DeskCharging
  /** What a reader scanned: a start by own card, or its claim. */
  scan(scan: Scan): Promise<CommandOutput<'reader.scan'>>
  /** `not-claimed` for the start of a guest who has left. */
  cancel(startId: string): { validUntilMs: number }
  /** A session, or a start by own card; `not-claimed` without its code or card. */
  stop(request: StopRequest): Promise<void>
  /** Opens a session by its stop code. */
  claim(request: { sessionId: string; code: string }): Promise<void>
  /** Makes the start of a guest who had left theirs again, by its code. */
  claimStart(request: { startId: string; code: string }): Promise<void>
  /** Opens the summary of a session that ended at this connector within the hour. */
  reopen(request: { connectorId: string; code: string }): Promise<{ sessionId: string }>
  /** The session's summary was printed. */
  printed(sessionId: string): void
  /** Whoever stood here has gone. */
  guestLeft(): void
  leave(what: { startId: string | null; sessionId: string | null }): void
  /** On launch, before connectors are offered. Never throws: what it cannot find out stays kept. */
  reconcile(): Promise<void>
  /** Sessions that go on although a stop was asked for a minute ago, and nobody has closed. */
  unheededStops(): number
  close(): void
}

/** Opens the ledger; throws a CommandError `storage` when it cannot. */
export function createCharging(deps: ChargingDeps): Charging {
  const { clock, log } = deps
  const skewMs = (): number => deps.skewMs?.() ?? 0
  const api = createChargingApi(deps.platform, { skewMs, log })
  const { ledger, marks, lost } = openWatchedLedger(deps)
  const currency = createAccountCurrency({ api, clock, log })
  const changes = createListeners()
  const urgencies = createListeners()
  let isClosed = false
  const common = {
    ...{ api, clock, log, skewMs, currency, changed: changes.tell, urgent: urgencies.tell },
    connector: (id: string) => deps.connector(id),
    isDesk: () => deps.isDesk(),
    isClosed: () => isClosed,
    rules: () => deps.rules(),
  }

  const records = tellRecords(deps.records)
  const book = createStartBook({
    ...common,
    ledger,
    marks,
    linked: records.linked,
    moved: (record) => {
      scans.moved(record)
    },
  })
  const options = createOptionBook(clock)
  const starter = createStarter({ ...common, book, assertKnown: lost.assertOver })
  const { learnPrices } = deps
  const offers = createOffers({ ...common, book, options, learnPrices })
  const store = ledger.guests
  const key = stopCodeKey({ vault: deps.vault, store, log, given: deps.stopCodeKey ?? null })
  const markOf = createMarkOf(key)
  const assertFew = (): void => {
    assertFewStarts(book.all(), guests.isTheirs, clock.now())
  }
  const scans = createScans({ ...common, book, store, starter, key, assertFew })
  recover(book, clock)
  const apart = createApart({ ...common, book })
  changes.add(apart.wake)
  const guests: Guests = createGuests({
    ...common,
    book,
    store,
    codes: createCodeGuard({ store: partOf(store, 'code:'), clock }),
    key,
    isCardClaimed: scans.isCardClaimed,
  })
  const approvals = createApprovals({ ...common, options })
  const stops = createStops({
    ...common,
    ledger,
    transactions: {
      known: (id) => transactions.known(id),
      of: (id) => transactions.of(id),
      doubt: (id) => {
        transactions.doubt(id)
      },
    },
    changed() {
      pursuit.look()
      changes.tell()
    },
  })
  const summaries = createSummaries({
    ...common,
    isFree: (connectorId) => deps.connector(connectorId)?.freeOfCharge ?? false,
  })
  const sessions: Sessions = createSessions({
    ...common,
    summaries,
    stopOf: (id) => stops.of(id),
    closedOf: (id) => closings.of(id),
    warningsOf: (id) => (stops.isUnheeded(id) ? ['stop-not-heeded'] : []),
    openings: () => guests.openings(),
    isOnSite: (connectorId) => deps.connector(connectorId) !== null,
    maxPowerKW: (connectorId) => deps.connector(connectorId)?.maxPowerKW ?? null,
    ended: (id) => {
      stops.ended(id)
      closings.ended(id)
    },
    summed: (log, curve) => {
      reopening.ended(log)
      records.ended(log.id, curve)
    },
    resumed: (id) => {
      if (stops.resumed(id)) pursuit.hurry(id)
      reopening.resumed(id)
    },
    forgotten: (id) => {
      starts.leaveSession(id)
      guests.forget(id)
    },
  })
  const starts = createStarts({
    ...common,
    book,
    markOf,
    isSessionShown: (id) => sessions.get(id) !== null,
    ownCardEnded: stops.ended,
    openingOf: (record) => guests.startOpening(record),
    stopOf: (id) => stops.of(id),
  })
  const closings: Closings = createClosings({ ...common, ledger, book, sessions, stops })
  const reopening: Reopening = createReopening({ ...common, store, guests, sessions })
  const transactions: Transactions = createTransactions({ api, sessions, book })
  const pursuit: Pursuit = createPursuit({ ...common, stops, sessions, book })
  const stop = createStopping({ ...common, sessions, stops, guests, ownCards: scans })

  const chooseAsGuest: typeof options.choose = (chosen) => {
    assertFew()
    return options.choose(chosen)
  }
  const startWith = createStartWith({ ...common, starter, book, markOf, offers })
  const desk = createDeskCharging({ approvals, closings, currency, guests, options, startWith })

  apart.wake()
  return {
    onChange: changes.add,
    onUrgent: urgencies.add,
    plan() {
      const { attemptIds, chargelogIds, isBusy } = starts.followed()
      return {
        attemptIds,
        chargelogIds: sessions.idsToAsk(chargelogIds),
        meterSessionIds: sessions.meterIds(),
        busy: isBusy || stops.isBusy(),
      }
    },
    take(reading) {
      if (isClosed) return
      const isUrgent = urgencies.hold(() => {
        changes.hold(() => {
          // A start that this reading finds begun brings its session along.
          starts.take(reading, sessions.firstSeenMs)
          sessions.take(reading, starts.ownSessionIds())
          pursuit.take(reading)
          stopUnwanted({ starts, sessions, pursuit })
          stopAtTargets({ book, sessions, pursuit, clock })
        })
      })
      if (isUrgent) urgencies.tell()
      apart.wake()
    },
    takeMeters(readings, atMs) {
      sessions.takeMeters(readings, atMs)
      // Meter values do not tell when it began: a time is watched where that is told.
      if (!isClosed) stopAtTargets({ book, sessions, pursuit, clock }, ['energy', 'charge'])
    },
    state: () => ({
      starts: starts.list(),
      sessions: sessions.list(),
      receipts: reopening.open(),
      approvals: approvals.list(),
    }),
    readingsLeftOut: sessions.leftOut,
    watch: sessions.watch,
    options: (connectorId) => offers.offer(connectorId),
    start: (request) => startWith(request, chooseAsGuest, 'guest'),
    request: (request) => approvals.ask(request),
    withdraw: approvals.withdraw,
    desk,
    scan: (scan) => scans.scan(scan),
    cancel(startId) {
      guests.assertStartClaimed(startId)
      const answer = starts.cancel(startId)
      changes.tell()
      return answer
    },
    stop,
    async claim({ sessionId, code }) {
      if (!sessions.get(sessionId)) {
        throw new CommandError(failureOf('session-gone', 'No such session here.'))
      }
      await guests.claim(sessionId, code)
    },
    claimStart: ({ startId, code }) => guests.claimStart(startId, code),
    reopen: ({ connectorId, code }) => reopening.reopen(connectorId, code),
    printed: reopening.printed,
    guestLeft() {
      guests.left()
      scans.left()
      approvals.left()
    },
    leave({ startId, sessionId }) {
      if (startId !== null) starts.leave(startId)
      if (sessionId !== null) {
        guests.forget(sessionId)
        sessions.leave(sessionId)
      }
      changes.tell()
    },
    async reconcile() {
      const reading = await askAboutOpenStarts({ book, api, clock, log })
      if (!reading || isClosed) return
      starts.take(reading, sessions.firstSeenMs)
      changes.tell()
    },
    unheededStops: () => pursuit.unheeded().filter((id) => closings.of(id) === null).length,
    close() {
      isClosed = true
      apart.close()
      approvals.close()
      pursuit.close()
      stops.close()
      sessions.close()
      ledger.close()
    },
  }
}
