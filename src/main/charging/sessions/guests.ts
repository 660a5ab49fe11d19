import type { Clock } from '#common/clock.ts'
import { CommandError, failureOf } from '#main/core/errors.ts'
import type { Log } from '#main/core/log.ts'
import type { CodeGuard } from '#main/secrets/code-guard.ts'
import type { GuestRules } from '#main/settings/guest-settings.ts'
import type { GuestStore } from '#main/charging/ledger/guest-store.ts'
import type { StartRecord } from '#main/charging/ledger/records.ts'
import type { StartStore } from '#main/charging/ledger/start-store.ts'
import { createCodeChecks } from './code-checks.ts'
import { createGuestPresence } from './guest-presence.ts'
import { createOpenings, type Openings } from './openings.ts'
import { stopCode } from './stop-code.ts'

/** Whose starts and sessions are whose: by who made the start in this visit, or by a code. */
export interface Guests extends Openings {
  /** Made in this visit, or proved to be the visitor's, whatever the operator's rules. */
  isTheirs(record: StartRecord): boolean
  /** Read out at the desk. Rejects with a CommandError `not-found` where codes are off. */
  codeFor(sessionId: string): Promise<string>
  /** Throws a CommandError `not-claimed`. */
  assertClaimed(sessionId: string): void
  /** As `assertClaimed`, for a start that is there. */
  assertStartClaimed(startId: string): void
  /** By the session's code or its start's. Throws a CommandError: `wrong-code`, `too-many-tries` or `storage`. */
  claim(sessionId: string, code: string): Promise<void>
  /**
   * The start is the guest's again, by its code or that of its session. Throws as `claim` does, and
   * `not-claimed` for a start by own card: the card proves it.
   */
  claimStart(startId: string, code: string): Promise<void>
  /**
   * The first of these sessions that the code opens is claimed; tries are counted for `subject`.
   * Throws as `claim` does.
   */
  claimOneOf(sessionIds: readonly string[], subject: string, code: string): Promise<string>
  forget(sessionId: string): void
  /** The guest has gone: everything needs its code again. */
  left(): void
}

interface GuestsDeps {
  startStore: StartStore
  store: GuestStore
  codes: CodeGuard
  /** The site's key of stop codes; rejects with a CommandError. */
  key: Promise<string>
  rules(): GuestRules
  /** The card that made this start was scanned again. */
  isCardClaimed(startId: string): boolean
  /** Staff are at the desk: every start and session is open to them, but its code. */
  isDesk(): boolean
  clock: Clock
  log: Log
  changed(): void
}

export function createGuests(deps: GuestsDeps): Guests {
  const { startStore, changed } = deps
  const presence = createGuestPresence(deps)
  const checks = createCodeChecks(deps)
  const claimed = new Set<string>()
  const claimedStarts = new Set<string>()
  const isTheirs = (record: StartRecord): boolean =>
    presence.isTheirs(record) || claimedStarts.has(record.id) || deps.isCardClaimed(record.id)
  const shown = createOpenings({ ...deps, isTheirs, isClaimed: (id) => claimed.has(id) })

  const claimSession = (sessionId: string): string => {
    claimed.add(sessionId)
    changed()
    return sessionId
  }

  return {
    ...shown,
    isTheirs,
    async codeFor(sessionId) {
      if (deps.rules().stopCodes) return stopCode(await deps.key, sessionId)
      throw new CommandError(failureOf('not-found', 'Stop codes are off at this terminal.'))
    },
    assertClaimed(sessionId) {
      if (!shown.openings()(sessionId).claimed) throw notClaimed()
    },
    assertStartClaimed(startId) {
      const record = startStore.get(startId)
      if (record && !shown.startOpening(record).claimed) throw notClaimed()
    },
    async claim(sessionId, code) {
      if (shown.openings()(sessionId).claimed) return
      claimSession(await checks.session(sessionId, code))
    },
    async claimStart(startId, code) {
      const record = startStore.get(startId)
      if (!record) throw new CommandError(failureOf('not-found', 'No such start.'))
      if (shown.startOpening(record).claimed) return
      if (record.kind === 'rfid') throw notClaimed()
      await checks.start(record, code)
      claimedStarts.add(startId)
      changed()
    },
    async claimOneOf(sessionIds, subject, code) {
      return claimSession(await checks.oneOf(sessionIds, subject, code))
    },
    forget(sessionId) {
      claimed.delete(sessionId)
    },
    left() {
      claimed.clear()
      claimedStarts.clear()
      presence.left()
      changed()
    },
  }
}

const notClaimed = (): CommandError =>
  new CommandError(failureOf('not-claimed', 'It was not opened by its code.'))
