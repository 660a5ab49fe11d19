import type { Session, Start } from '#contract/charging.ts'
import type { Connector } from '#contract/site.ts'
import { isOpen } from './open-start.ts'

/** A stop did not end it, the station does not answer, or the platform knows it no more (as main checks). */
export function mayClose(session: Session, connector: Connector): boolean {
  const reported = connector.reported?.state
  const isSilent =
    connector.freshness !== 'live' ||
    reported === 'unavailable' ||
    reported === 'out-of-order' ||
    reported === 'unknown'
  return isSilent || session.stop?.state === 'failed' || session.status === 'unknown'
}

/** Nobody knows what became of it, or it was cancelled and may still begin. */
export const mayCloseStart = (start: Start): boolean =>
  isOpen(start) && !start.closed && (start.step === 'unknown' || start.cancelled)
