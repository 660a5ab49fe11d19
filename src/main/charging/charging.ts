import type { Offer, Session, Start } from '#contract/charging.ts'
import type { CommandOutput } from '#contract/commands.ts'
import type { Approval } from '#contract/desk.ts'
import type { EndCount } from '#main/core/end-counts.ts'
import { CommandError, failureOf } from '#main/core/errors.ts'
import type { FollowPlan, MeterReading, SiteReading } from '#main/site/reading.ts'
import type { ChargingDeps } from './charging-deps.ts'
import { createChargingParts, type ChargingParts } from './charging-parts.ts'
import { createDeskCharging, type DeskCharging } from './desk-charging.ts'
import type { StartRequest } from './offer/start-request.ts'
import type { SessionFacts } from './sessions/session-view.ts'
import type { Scan } from './start/card-scans.ts'
import { failedInARow, type StartEnds } from './start/start-outcomes.ts'
import { askAboutOpenStarts, recover } from './start/reconcile.ts'
import type { StopRequest } from './stop/stopping.ts'
import { stopAtTargets } from './stop/targets.ts'
import { stopUnwanted } from './stop/unwanted.ts'

/** Everything that starts, follows and stops. Commands fail with a CommandError. */
export interface Charging {
  /** What the next refresh is to ask; may be called at any time, and again right before it leaves. */
  plan(): FollowPlan
  /** One good refresh. Tells no change: the caller recomposes anyway. */
  take(reading: SiteReading): void
  /** Meter values; `atMs` is when they arrived. Tells no change. */
  takeMeters(readings: readonly MeterReading[], atMs: number): void
  /** What the live model shows. Sessions count as live here: the live model knows how late they are. */
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
  /** Opens the summary of a session that ended at this connector within a day. */
  reopen(request: { connectorId: string; code: string }): Promise<{ sessionId: string }>
  /** The session's summary was printed. */
  printed(sessionId: string): void
  /** The guest has gone. */
  guestLeft(): void
  leave(what: { startId: string | null; sessionId: string | null }): void
  /** On launch, before connectors are offered. Never throws: what it cannot find out stays kept. */
  reconcile(): Promise<void>
  /** Sessions that go on although a stop was asked for a minute ago, and nobody has closed. */
  unheededStops(): number
  /** How starts have ended since the launch. */
  startEnds(): readonly StartEnds[]
  stopEnds(): readonly EndCount[]
  /** So many of the last starts failed one after the other, by no doing of their guests. */
  failedInARow(): number
  close(): void
}

/** Opens the ledger; throws a CommandError `storage` when it cannot. */
export function createCharging(deps: ChargingDeps): Charging {
  const parts = createChargingParts(deps)
  recover(parts.startStore, parts.clock)
  parts.separatePolling.wake()
  return { ...watching(parts), ...starting(parts), ...stopping(parts), ...leaving(parts) }
}

/** What readings of the site change, and what the live model shows of it. */
function watching(parts: ChargingParts) {
  const { starts, sessions, stops, stopRetries, changes, urgencies, isClosed } = parts
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
      if (isClosed()) return
      const isUrgent = urgencies.hold(() => {
        changes.hold(() => {
          // A start that this reading finds begun brings its session along.
          starts.take(reading, sessions.firstSeenMs)
          sessions.take(reading, starts.ownSessionIds())
          stopRetries.take(reading)
          stopUnwanted(parts)
          stopAtTargets(parts)
        })
      })
      if (isUrgent) urgencies.tell()
      parts.separatePolling.wake()
    },
    takeMeters(readings, atMs) {
      sessions.takeMeters(readings, atMs)
      // Meter values do not say when it began: time targets are checked by refreshes.
      if (!isClosed()) stopAtTargets(parts, ['energy', 'charge'])
    },
    state: () => ({
      starts: starts.list(),
      sessions: sessions.list(sessionFacts(parts)),
      receipts: parts.reopening.open(),
      approvals: parts.approvals.list(),
    }),
    readingsLeftOut: sessions.leftOut,
    unheededStops: () =>
      stopRetries.unheeded().filter((id) => parts.closings.of(id) === null).length,
    startEnds: parts.outcomes.ends,
    stopEnds: stops.ends,
    failedInARow: () => failedInARow(parts.startStore.all()),
    watch: sessions.watch,
    async reconcile() {
      const { startStore, api, clock, log } = parts
      const reading = await askAboutOpenStarts({ startStore, api, clock, log })
      if (!reading || isClosed()) return
      starts.take(reading, sessions.firstSeenMs)
      changes.tell()
    },
  } satisfies Partial<Charging>
}

/** What the parts know of each session, as of now. */
function sessionFacts(parts: ChargingParts): (sessionId: string) => SessionFacts {
  const { guests, stops, closings, currency } = parts
  const openingOf = guests.openings()
  const isDesk = parts.isDesk()
  return (id) => ({
    opening: openingOf(id),
    stop: stops.of(id),
    closed: closings.of(id),
    warnings: stops.isUnheeded(id) ? ['stop-not-heeded'] : [],
    currency: currency.known(),
    isDesk,
  })
}

function starting(parts: ChargingParts) {
  const { offers, options, approvals, startByAccount, scans, guests, starts, assertFew } = parts
  const chooseAsGuest: typeof options.choose = (chosen) => {
    assertFew()
    return options.choose(chosen)
  }
  return {
    options: offers.offer,
    start: (request) => startByAccount(request, chooseAsGuest, 'guest'),
    request: approvals.ask,
    withdraw: approvals.withdraw,
    desk: createDeskCharging(parts),
    scan: scans.scan,
    cancel(startId) {
      guests.assertStartClaimed(startId)
      const answer = starts.cancel(startId)
      parts.changes.tell()
      return answer
    },
  } satisfies Partial<Charging>
}

function stopping({ stop, sessions, guests, reopening }: ChargingParts) {
  return {
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
  } satisfies Partial<Charging>
}

function leaving(parts: ChargingParts) {
  const { guests, cardClaims, approvals, starts, sessions } = parts
  return {
    guestLeft() {
      guests.left()
      cardClaims.clear()
      approvals.left()
    },
    leave({ startId, sessionId }) {
      if (startId !== null) starts.leave(startId)
      if (sessionId !== null) {
        guests.forget(sessionId)
        sessions.leave(sessionId)
      }
      parts.changes.tell()
    },
    close() {
      parts.markClosed()
      parts.separatePolling.close()
      approvals.close()
      parts.stopRetries.close()
      parts.stops.close()
      sessions.close()
      parts.ledger.close()
    },
  } satisfies Partial<Charging>
}
