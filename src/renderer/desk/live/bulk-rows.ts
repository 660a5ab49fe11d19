import { fullNumber } from '#common/plug-number.ts'
import type { Session } from '#contract/charging.ts'
import type { DeskTranslate } from '../../i18n/desk-text.ts'
import type { BulkSession } from '../bulk/bulk-session.ts'
import type { LiveRow } from './rows.ts'

/** It has not ended, and no stop of it is under way. */
export const mayStop = ({ status, stop }: Pick<Session, 'status' | 'stop'>): boolean =>
  status !== 'stopped' && (stop === null || stop.state === 'failed')

/** The sessions of these rows; a connector without one has none. */
export function bulkOf(rows: readonly LiveRow[], t: DeskTranslate): BulkSession[] {
  return rows.flatMap(({ connector, session }) => {
    if (!session) return []
    const booking = session.origin?.bookingReference
    const number = t('live.number', { number: fullNumber(connector) })
    return {
      id: session.id,
      name: booking ? `${number} (${booking})` : number,
      mayStop: mayStop(session),
      hasEnded: session.status === 'stopped',
    }
  })
}
