import type { Clock } from '#common/clock.ts'
import type { Failure } from '#contract/errors.ts'
import { failureOf } from '#main/core/errors.ts'
import type { Log } from '#main/core/log.ts'
import type { ChargingApi } from '#main/charging/api/charging-api.ts'
import type { StartReading } from './follow.ts'
import { withHoldFate } from './payment.ts'
import { withStep, type StartRecord } from '#main/charging/ledger/records.ts'
import type { StartStore } from '#main/charging/ledger/start-store.ts'
import { isOpenStep } from '#main/charging/ledger/start-steps.ts'

/** Brings the starts that a crash or a power cut left open to what is known of them without asking. */
export function recover(startStore: StartStore, clock: Clock): void {
  for (const record of startStore.all()) {
    const recovered = recoveredStart(record, clock.now())
    if (recovered !== record) startStore.note(recovered)
  }
}

function recoveredStart(record: StartRecord, nowMs: number): StartRecord {
  if (record.step === 'chosen') {
    const failure = {
      ...failureOf('internal', 'The terminal restarted before the start was sent.'),
    }
    return {
      ...withStep(record, 'failed', 'terminal', nowMs),
      failure: withHoldFate(record, { ...failure, retryable: true }, 'none'),
      payment: record.payment && { ...record.payment, state: 'refused' },
    }
  }
  // It was on disk before it left: nobody knows whether it did.
  if (record.step === 'requested' && record.attemptId === null) {
    const failure =
      record.kind === 'phone' ? withHoldFate(record, lostAnswer(), 'may-remain') : null
    return { ...withStep(record, 'unknown', 'terminal', nowMs), failure }
  }
  return record
}

const lostAnswer = (): Failure => failureOf('timed-out', 'The answer is lost.')

/**
 * Asks the platform about every open start: its attempt and the account's running sessions. Null
 * when nothing is open, or when the platform does not answer in full: then the connectors stay kept
 * and the refreshes find out.
 */
export async function askAboutOpenStarts(deps: {
  startStore: StartStore
  api: ChargingApi
  clock: Clock
  log: Log
}): Promise<StartReading | null> {
  const { startStore, api, clock, log } = deps
  const open = startStore.all().filter(({ step }) => isOpenStep(step))
  if (open.length === 0) return null
  // Attempts of another account are asked for apart: the platform may deny them.
  const own = open.filter(({ kind }) => kind !== 'rfid')
  const ids = own.map(({ attemptId }) => attemptId).filter((id) => id !== null)
  try {
    const [running, ...attempts] = await Promise.all([
      api.running(),
      ...ids.map((id) => api.attemptStatus(id)),
    ])
    return { atMs: clock.now(), connectors: [], running, attempts, chargelogs: [] }
  } catch (error) {
    log.warn({ open: open.length, error: String(error) }, 'open starts are not reconciled yet')
    return null
  }
}
