import { platformTimeMs } from '#common/platform-time.ts'
import type { Money, Session } from '#contract/charging.ts'
import type { SessionNote } from '#contract/desk-sessions.ts'
import { grossAmount } from '#platform/cost.ts'
import type { HistoryPartsFragment } from '#platform/generated/ask/graphql.ts'
import { connectorNumber, searchedParts, stationName } from '#platform/session-history.ts'
import { sessionStatus, type SessionStatus } from '#platform/session-status.ts'
import type { IconName } from '../../ui/pictures.ts'
import type { Tone } from '../../ui/tone.ts'

/** One session of the account as the list shows it. Times in epoch ms, numbers as delivered. */
export interface SessionRow {
  readonly id: string
  readonly status: SessionStatus
  readonly startedAtMs: number | null
  readonly endedAtMs: number | null
  /** The number on the connector's sticker. */
  readonly number: string
  readonly station: string | null
  readonly evseId: string | null
  readonly energyKWh: number | null
  readonly cost: Money | null
  readonly rateName: string | null
  readonly bookingReference: string | null
  readonly note: string | null
  /** What is looked through for a text. */
  readonly searched: readonly (string | null)[]
}

/** @param note what the desk wrote down for it */
export function sessionRow(log: HistoryPartsFragment, note: SessionNote | undefined): SessionRow {
  const { connector, cost } = log
  const amount = cost && grossAmount(cost)
  return {
    id: log.id,
    status: sessionStatus(log.status),
    startedAtMs: timeOf(log.dateStart),
    endedAtMs: timeOf(log.dateEnd),
    number: connectorNumber(connector),
    station: stationName(connector),
    evseId: connector.evseId,
    energyKWh: log.energyConsumption,
    cost: amount === null ? null : { amount, currency: cost?.currency ?? null },
    rateName: log.rateName,
    bookingReference: note?.bookingReference ?? null,
    note: note?.note ?? null,
    searched: searchedParts(log, note),
  }
}

/**
 * How long it took, or has taken until now (ms); null where nobody knows. By one clock: the terminal's while it
 * follows the session, else the platform's.
 */
export function durationOf(
  { status, startedAtMs, endedAtMs }: Pick<SessionRow, 'status' | 'startedAtMs' | 'endedAtMs'>,
  followed: Pick<Session, 'status' | 'startedAtMs'> | null,
  nowMs: number,
): number | null {
  const isRunning = status !== 'stopped' && followed !== null && followed.status !== 'stopped'
  if (isRunning && followed.startedAtMs !== null) return Math.max(0, nowMs - followed.startedAtMs)
  return startedAtMs === null || endedAtMs === null ? null : Math.max(0, endedAtMs - startedAtMs)
}

/** How each status looks; its word is the message `sessions.status.<status>`. */
export const statusLooks: Readonly<Record<SessionStatus, { tone: Tone; icon: IconName }>> = {
  charging: { tone: 'active', icon: 'bolt' },
  waiting: { tone: 'wait', icon: 'hourglass' },
  stopped: { tone: 'quiet', icon: 'check' },
  unknown: { tone: 'quiet', icon: 'question' },
}

/** A delivered time in epoch ms; null where there is none that can be read. */
export function timeOf(text: string | null): number | null {
  return platformTimeMs(text)
}
