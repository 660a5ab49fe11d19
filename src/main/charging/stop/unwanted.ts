import type { StartRecord } from '#main/charging/ledger/records.ts'
import type { StartStore } from '#main/charging/ledger/start-store.ts'
import type { Sessions } from '#main/charging/sessions/sessions.ts'
import type { StopRetries } from './stop-retries.ts'

/** Stops what began although its start was cancelled. */
export function stopUnwanted(deps: {
  startStore: Pick<StartStore, 'all'>
  sessions: Pick<Sessions, 'get'>
  stopRetries: Pick<StopRetries, 'begin'>
}): void {
  const { startStore, sessions, stopRetries } = deps
  const unwanted = startStore
    .all()
    .filter(({ step, cancelled }) => cancelled && step === 'charging')
  for (const { id, chargelogId } of unwanted) {
    if (chargelogId === null || (sessions.get(chargelogId)?.isOver ?? true)) continue
    stopRetries.begin({ sessionId: chargelogId, reason: `cancelled:${id}` })
  }
  for (const start of unwanted.filter(isOwnCardGoingOn)) {
    stopRetries.begin({ sessionId: start.id, reason: `cancelled:${start.id}` })
  }
}

/** By a guest's own card; without its transaction nothing here can stop it. */
const isOwnCardGoingOn = ({ kind, endedAtMs, transaction }: StartRecord): boolean =>
  kind === 'rfid' && endedAtMs === null && Boolean(transaction)
