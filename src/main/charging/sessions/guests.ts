import type { Clock } from '#common/clock.ts'
import type { Session, Start } from '#contract/charging.ts'
import { CommandError, failureOf } from '#main/core/errors.ts'
import type { Log } from '#main/core/log.ts'
import type { CodeGuard } from '#main/secrets/code-guard.ts'
import { createGuestPresence } from './guest-presence.ts'
import type { GuestRules } from '#main/settings/guest-settings.ts'
import type { GuestStore } from '#main/charging/ledger/guest-store.ts'
import { originOf, type StartRecord } from '#main/charging/ledger/records.ts'
import type { StartStore } from '#main/charging/ledger/start-store.ts'
import { isFailureStep } from '#main/charging/ledger/start-steps.ts'
import { isStartCode, isStopCode, startCode, stopCode } from './stop-code.ts'

/** What a session shows, and to whom. */
export type Opening = Pick<Session, 'protection' | 'claimed' | 'stopCode' | 'target' | 'origin'>
/** What a start shows, and to whom. */
export type StartOpening = Pick<Start, 'claimed' | 'code'>

/** Whose starts and sessions are whose: by who made the start in this visit, or by a code. */
export interface Guests {
  /** As of now, by the session's id. */
  openings(): (sessionId: string) => Opening
  startOpening(record: StartRecord): StartOpening
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

export function createGuests(deps: {
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
}): Guests {
  const { startStore, codes, rules, log, changed } = deps
  const presence = createGuestPresence(deps)
  const claimed = new Set<string>()
  const claimedStarts = new Set<string>()
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

  const isTheirs = (record: StartRecord): boolean =>
    presence.isTheirs(record) || claimedStarts.has(record.id) || deps.isCardClaimed(record.id)

  const openings = (): ((sessionId: string) => Opening) => {
    const starts = new Map(startStore.all().map((record) => [record.chargelogId, record]))
    const needsCode = rules().stopCodes
    const isDesk = deps.isDesk()
    return (sessionId) => {
      const start = starts.get(sessionId)
      const isOwn = start !== undefined && isTheirs(start)
      return {
        protection: needsCode ? 'code' : 'none',
        claimed: !needsCode || isDesk || isOwn || claimed.has(sessionId),
        stopCode: needsCode && isOwn && !isDesk && key !== null ? stopCode(key, sessionId) : null,
        target: start?.target ?? null,
        ...(isDesk && start && { origin: originOf(start) }),
      }
    }
  }

  /** Where codes are off, a start is as free as the session that it brings. */
  const startOpening = (record: StartRecord): StartOpening => {
    const needsCode = rules().stopCodes
    const isDesk = deps.isDesk()
    const isOwn = isTheirs(record)
    const hasCode = needsCode && isOwn && !isDesk && isOnItsWay(record)
    return {
      claimed: !needsCode || isDesk || isOwn,
      code: hasCode && key !== null ? startCode(key, record.id) : null,
    }
  }

  /** What of it the code opens; a try is counted once, however many codes it may be. */
  const opened = async <T>(subject: string, find: (known: string) => T | undefined): Promise<T> => {
    const known = await deps.key
    codes.admit(subject)
    const found = find(known)
    if (found === undefined) throw codes.wrong(subject)
    codes.right(subject)
    return found
  }
  const startOf = (sessionId: string): StartRecord | undefined =>
    startStore.all().find(({ chargelogId }) => chargelogId === sessionId)
  const opensSession = (known: string, sessionId: string, code: string): boolean => {
    const start = startOf(sessionId)
    const isOfStart = start !== undefined && isStartCode(known, start.id, code)
    return isStopCode(known, sessionId, code) || isOfStart
  }

  const claimOneOf: Guests['claimOneOf'] = async (sessionIds, subject, code) => {
    const sessionId = await opened(subject, (known) =>
      sessionIds.find((id) => opensSession(known, id, code)),
    )
    claimed.add(sessionId)
    changed()
    return sessionId
  }

  const notClaimed = (): CommandError =>
    new CommandError(failureOf('not-claimed', 'It was not opened by its code.'))

  return {
    openings,
    startOpening,
    isTheirs,
    async codeFor(sessionId) {
      if (rules().stopCodes) return stopCode(await deps.key, sessionId)
      throw new CommandError(failureOf('not-found', 'Stop codes are off at this terminal.'))
    },
    assertClaimed(sessionId) {
      if (!openings()(sessionId).claimed) throw notClaimed()
    },
    assertStartClaimed(startId) {
      const record = startStore.get(startId)
      if (record && !startOpening(record).claimed) throw notClaimed()
    },
    async claim(sessionId, code) {
      if (openings()(sessionId).claimed) return
      const start = startOf(sessionId)
      const subject = start ? subjectOf(start.id) : `session:${sessionId}`
      await claimOneOf([sessionId], subject, code)
    },
    async claimStart(startId, code) {
      const record = startStore.get(startId)
      if (!record) throw new CommandError(failureOf('not-found', 'No such start.'))
      if (startOpening(record).claimed) return
      if (record.kind === 'rfid') throw notClaimed()
      const { chargelogId } = record
      await opened(subjectOf(startId), (known) => {
        const isOfSession = chargelogId !== null && isStopCode(known, chargelogId, code)
        return isStartCode(known, startId, code) || isOfSession || undefined
      })
      claimedStarts.add(startId)
      changed()
    },
    claimOneOf,
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

/** The tries at a start and at its session are counted together. */
const subjectOf = (startId: string): string => `start:${startId}`

/** From here a code brings its guest back. Who started by a card of their own has that card. */
const isOnItsWay = ({ kind, step, cancelled }: StartRecord): boolean =>
  kind !== 'rfid' && step !== 'chosen' && !isFailureStep(step) && !cancelled
