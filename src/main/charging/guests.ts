import type { Clock } from '#common/clock.ts'
import type { Session } from '#contract/charging.ts'
import { CommandError, failureOf } from '#main/errors.ts'
import type { Log } from '#main/log.ts'
import type { CodeGuard } from '#main/secrets/code-guard.ts'
import { createGuestPresence } from './guest-presence.ts'
import type { GuestRules } from './guest-rules.ts'
import type { GuestStore } from './guest-store.ts'
import { originOf, type StartRecord } from './records.ts'
import type { StartBook } from './start-book.ts'
import { isFailureStep } from './start-steps.ts'
import { isStopCode, stopCode } from './stop-code.ts'

/** What a session shows, and to whom. */
export type Opening = Pick<Session, 'protection' | 'claimed' | 'stopCode' | 'target' | 'origin'>

/** Whose sessions are whose: by the start that a guest made, or by the stop code. */
export interface Guests {
  /** As of now, by the session's id. */
  openings(): (sessionId: string) => Opening
  /** The code of the session that the start brings; null for another guest, and where codes are off. */
  stopCodeOf(record: StartRecord): string | null
  /** Read out at the desk. Rejects with a CommandError `not-found` where codes are off. */
  codeFor(sessionId: string): Promise<string>
  /** Throws a CommandError `not-claimed`. */
  assertClaimed(sessionId: string): void
  /** Throws a CommandError: `wrong-code`, `too-many-tries` or `storage`. */
  claim(sessionId: string, code: string): Promise<void>
  /**
   * The first of these sessions that the code opens is claimed; tries are counted for `subject`.
   * Throws as `claim` does.
   */
  claimOneOf(sessionIds: readonly string[], subject: string, code: string): Promise<string>
  forget(sessionId: string): void
  /** Whoever stood here has gone: everything needs its code again. */
  left(): void
}

export function createGuests(deps: {
  book: StartBook
  store: GuestStore
  codes: CodeGuard
  /** The site's key of stop codes; rejects with a CommandError. */
  key: Promise<string>
  rules(): GuestRules
  /** Staff are at the desk: every session is open to them, but its code. */
  isDesk(): boolean
  clock: Clock
  log: Log
  changed(): void
}): Guests {
  const { book, codes, rules, log, changed } = deps
  const presence = createGuestPresence(deps)
  const claimed = new Set<string>()
  let key: string | null = null
  deps.key.then(
    (known) => {
      key = known
      changed()
    },
    (error: unknown) => {
      log.error({ error: String(error) }, 'no stop codes: their key is missing')
    },
  )

  const openings = (): ((sessionId: string) => Opening) => {
    const starts = new Map(book.all().map((record) => [record.chargelogId, record]))
    const needsCode = rules().stopCodes
    const isDesk = deps.isDesk()
    return (sessionId) => {
      const start = starts.get(sessionId)
      const isOwn = start !== undefined && presence.isTheirs(start)
      return {
        protection: needsCode ? 'code' : 'none',
        claimed: !needsCode || isDesk || isOwn || claimed.has(sessionId),
        stopCode: needsCode && isOwn && !isDesk && key !== null ? stopCode(key, sessionId) : null,
        target: start?.target ?? null,
        ...(isDesk && start && { origin: originOf(start) }),
      }
    }
  }

  const claimOneOf: Guests['claimOneOf'] = async (sessionIds, subject, code) => {
    const known = await deps.key
    codes.admit(subject)
    const matching = sessionIds.filter((id) => isStopCode(known, id, code))
    const [sessionId] = matching
    if (sessionId === undefined) throw codes.wrong(subject)
    codes.right(subject)
    claimed.add(sessionId)
    changed()
    return sessionId
  }

  return {
    openings,
    stopCodeOf(record) {
      const { chargelogId, step } = record
      if (key === null || chargelogId === null || !rules().stopCodes) return null
      return presence.isTheirs(record) && !isFailureStep(step) ? stopCode(key, chargelogId) : null
    },
    async codeFor(sessionId) {
      if (rules().stopCodes) return stopCode(await deps.key, sessionId)
      throw new CommandError(failureOf('not-found', 'Stop codes are off at this terminal.'))
    },
    assertClaimed(sessionId) {
      if (openings()(sessionId).claimed) return
      throw new CommandError(failureOf('not-claimed', 'The session was not opened by its code.'))
    },
    async claim(sessionId, code) {
      if (openings()(sessionId).claimed) return
      await claimOneOf([sessionId], `session:${sessionId}`, code)
    },
    claimOneOf,
    forget(sessionId) {
      claimed.delete(sessionId)
    },
    left() {
      claimed.clear()
      presence.left()
      changed()
    },
  }
}
