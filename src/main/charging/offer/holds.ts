import { CommandError, failureOf } from '#main/core/errors.ts'
import type { StartRecord } from '#main/charging/ledger/records.ts'

/** How long after a hold no other is asked for at the same connector. */
export const HOLD_PAUSE_MS = 15 * 60_000

/** Until when no hold is opened at this connector (epoch ms); null when one may be. */
export function holdBlockedUntilMs(
  starts: readonly StartRecord[],
  connectorId: string,
  nowMs: number,
): number | null {
  const untilMs = starts
    .filter(
      ({ payment, connectorId: at }) =>
        payment && payment.state !== 'refused' && at === connectorId,
    )
    .map(({ createdAtMs }) => createdAtMs + HOLD_PAUSE_MS)
    .filter((each) => each > nowMs)
  return untilMs.length === 0 ? null : Math.max(...untilMs)
}

/** Throws a CommandError `hold-open` while a second hold may not be opened. */
export function assertNoHold(
  starts: readonly StartRecord[],
  connectorId: string,
  nowMs: number,
): void {
  const untilMs = holdBlockedUntilMs(starts, connectorId, nowMs)
  if (untilMs === null) return
  const details = { untilMs: String(untilMs) }
  throw new CommandError(failureOf('hold-open', 'An amount may still be held here.', details))
}
