import { existsSync } from 'node:fs'
import type { Clock } from '#common/clock.ts'
import { CommandError, failureOf } from '#main/core/errors.ts'
import type { Log } from '#main/core/log.ts'
import type { NoteStore } from '#main/storage/notes.ts'
import { openLedger, type Ledger } from './ledger.ts'
import { openRecentStartIds, type RecentStartIds } from './recent-start-ids.ts'
import { VALID_FOR_MS } from './validity.ts'

/** What a ledger that could not be read means for the starts to come. */
export interface LostLedger {
  /** Throws a CommandError `start-open` while a start that it held may still begin. */
  assertOver(): void
}

const NOTE = 'ledgerLostAtMs'
/** A start's validity, after as long again as a payment by phone may take (payment.ts). */
export const START_HOLD_MS = 10 * 60_000 + VALID_FOR_MS

/** The ledger is not the last one there was: nothing new is started for START_HOLD_MS. */
export function noteLostLedger(store: NoteStore, nowMs: number): void {
  store.setNote(NOTE, String(Math.round(nowMs)))
}

/**
 * Nobody knows which starts were open in a ledger that was set aside: until none of them can begin any
 * more, nothing new is started. Kept over restarts. `asideFile`: null, unless that was at this launch.
 */
function watchLostLedger(deps: {
  asideFile: string | null
  /** There was one, and it has gone. */
  isMissing: boolean
  /** When a start was asked for that it does not hold any more (epoch ms): it is an older copy, or lost a row. */
  forgotMs: number | null
  store: NoteStore
  clock: Clock
  log: Log
}): LostLedger {
  const { asideFile, isMissing, forgotMs, store, clock, log } = deps
  const nowMs = Math.round(clock.now())
  if (asideFile !== null) {
    log.error({ asideFile }, 'the ledger was damaged: it is set aside, a new one is begun')
  }
  if (isMissing) log.error({}, 'the ledger has gone: a new one is begun')
  if (forgotMs !== null) log.error({ forgotMs }, 'the ledger has forgotten a start')
  if (asideFile !== null || isMissing) noteLostLedger(store, nowMs)
  const noted = Number(store.note(NOTE) ?? NaN)
  // A clock that was set back makes it no longer than it was meant.
  const heldSince = (ms: number): number => Math.min(ms, nowMs) + START_HOLD_MS
  const untilMs = Math.max(
    Number.isFinite(noted) ? heldSince(noted) : -Infinity,
    forgotMs === null ? -Infinity : heldSince(forgotMs),
  )
  return {
    assertOver() {
      if (clock.now() >= untilMs) return
      const why = 'The ledger was lost: a start that it held may still begin.'
      throw new CommandError(failureOf('start-open', why, { untilMs: String(untilMs) }))
    },
  }
}

/** Opens the ledger, with what is known of what it may have forgotten. Throws a CommandError `storage`. */
export function openWatchedLedger(deps: {
  databaseFile: string
  /** This terminal has shown the site before: there was a ledger. */
  hasRunBefore?: boolean
  clock: Clock
  log: Log
}): { ledger: Ledger; recentIds: RecentStartIds; lost: LostLedger } {
  const { databaseFile, clock, log } = deps
  const isMissing = deps.hasRunBefore === true && !existsSync(databaseFile)
  let asideFile: string | null = null
  const ledger = openLedger(databaseFile, (file) => {
    asideFile = file
  })
  const recentIds = openRecentStartIds({ file: `${databaseFile}.starts`, clock, log })
  const forgotMs = recentIds.missingSinceMs(new Set(ledger.starts().map(({ id }) => id)))
  const store = ledger.guests
  const lost = watchLostLedger({ asideFile, isMissing, forgotMs, store, clock, log })
  return { ledger, recentIds, lost }
}
