import type { Clock } from '#common/clock.ts'
import { fullNumber } from '#common/plug-number.ts'
import type { StartStep } from '#contract/charging.ts'
import type { ErrorCode, Failure } from '#contract/errors.ts'
import type { FailedStart, StartFailure } from '#contract/failed-starts.ts'
import type { KnownConnector } from '#main/charging/api/known-connector.ts'
import type { StartRecord } from '#main/charging/ledger/records.ts'
import { isFailureStep, isOpenStep } from '#main/charging/ledger/start-steps.ts'
import { createEndCounts, type EndCount } from '#main/core/end-counts.ts'
import type { Log } from '#main/core/log.ts'
import { withoutIds } from '#main/core/without-ids.ts'

/** As it is kept first. */
export type NewFailedStart = Omit<FailedStart, 'id' | 'beganAtMs'>

/** So many starts ended so; the reason is that of one that failed. */
export type StartEnds = EndCount<StartFailure | 'charging' | 'cancelled'>

/** What became of starts: each that failed is logged, kept and counted. */
export interface StartOutcomes {
  /** A start has come to another step. */
  moved(record: StartRecord): void
  /** It was refused before its request left. */
  notSent(record: StartRecord, failure: Failure): void
  ends(): readonly StartEnds[]
}

export function createStartOutcomes(deps: {
  /** Keeps it; must not throw. */
  records: {
    failed(start: NewFailedStart): void
    beganLate(startId: string, atMs: number): void
  }
  connector(id: string): KnownConnector | null
  clock: Clock
  log: Log
}): StartOutcomes {
  const { records, clock, log } = deps
  const ends = createEndCounts<StartEnds['end']>()
  const fail = (record: StartRecord, end: StartFailure, failure: Failure | null): void => {
    const connector = deps.connector(record.connectorId)
    const start = failedStart({ record, end, failure, connector, atMs: Math.round(clock.now()) })
    const { startId, connectorNumber, evseId, option, step, code, reason } = start
    log.warn(
      { startId, connectorNumber, evseId, option, step, end, code, reason },
      'a start has failed',
    )
    records.failed(start)
    ends.add(end, code)
  }
  return {
    moved(record) {
      const { id, step, cancelled, failure } = record
      if (step === 'charging') {
        ends.add('charging')
        if (record.history.some((moment) => isFailureStep(moment.step))) {
          records.beganLate(id, Math.round(clock.now()))
        }
      } else if (isFailure(step)) {
        // Whoever cancels wants no charge: that none begins is no failure.
        if (cancelled) ends.add('cancelled')
        else fail(record, step, failure)
      }
    },
    notSent(record, failure) {
      if (record.cancelled) ends.add('cancelled')
      else fail(record, 'not-sent', failure)
    },
    ends: ends.list,
  }
}

const isFailure = (step: StartStep): step is StartStep & StartFailure => isFailureStep(step)

/** Where no failure was written down, the step itself says as much. */
const usualCodes: Readonly<Record<StartFailure, ErrorCode>> = {
  'not-sent': 'internal',
  rejected: 'rejected',
  failed: 'unavailable',
  'timed-out': 'start-expired',
}

function failedStart(of: {
  record: StartRecord
  end: StartFailure
  failure: Failure | null
  connector: KnownConnector | null
  atMs: number
}): NewFailedStart {
  const { record, end, failure, connector, atMs } = of
  const { id: startId, connectorId, kind, optionLabel: option, startedBy, history } = record
  const reached = history.findLast(({ step }) => !isFailureStep(step))?.step ?? 'chosen'
  const number = connector?.number
  const reason = failure?.details?.['reason'] ?? failure?.details?.['status'] ?? null
  return {
    ...{ startId, atMs, connectorId, kind, option, startedBy, end },
    connectorNumber:
      connector && number !== undefined ? fullNumber({ ...connector, number }) : null,
    evseId: connector?.evseId ?? null,
    step: reached,
    code: failure?.code ?? usualCodes[end],
    reason: reason === null ? null : withoutIds(reason),
  }
}

/** By no fault of station or platform: not paid, no card of this network's, the cable not put in. */
const guestsOwn: ReadonlySet<ErrorCode> = new Set([
  'payment-refused',
  'payment-overdue',
  'card-unknown',
])

/** How many of the newest starts failed one after the other, by no doing of their guests. `records`: newest first. */
export function failedInARow(records: readonly StartRecord[]): number {
  let failed = 0
  for (const record of records) {
    if (record.step === 'charging') return failed
    if (isFailureStep(record.step) && !isGuests(record)) failed += 1
  }
  return failed
}

const isGuests = ({ cancelled, step, history, failure }: StartRecord): boolean => {
  const wasWaitingForCable =
    step === 'timed-out' &&
    history.findLast((each) => isOpenStep(each.step))?.step === 'waiting-for-plug'
  return cancelled || wasWaitingForCable || (failure !== null && guestsOwn.has(failure.code))
}
