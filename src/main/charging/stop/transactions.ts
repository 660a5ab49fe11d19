import { LatestMap } from '#common/latest-map.ts'
import { CommandError, failureOf } from '#main/core/errors.ts'
import type { ChargingApi } from '#main/charging/api/charging-api.ts'
import type { Sessions } from '#main/charging/sessions/sessions.ts'
import type { StartStore } from '#main/charging/ledger/start-store.ts'

/** What `remoteStop` takes (`Chargelog.sessionId`, L3521): never the chargelog's own id. */
export interface Transactions {
  /** Null where it must be asked for. */
  known(sessionId: string): string | null
  /**
   * Of a session, or of a start by own card. Where no refresh has named it, it is asked for by
   * `chargelog`. Rejects with a CommandError or a PlatformError.
   */
  of(sessionId: string): Promise<string>
  /** A stop by it was refused: it is asked for again. */
  doubt(sessionId: string): void
}

const MOST_KNOWN = 1_000

export function createTransactions(deps: {
  api: Pick<ChargingApi, 'chargelog'>
  sessions: Pick<Sessions, 'get'>
  startStore: StartStore
}): Transactions {
  const { api, sessions, startStore } = deps
  const known = new LatestMap<string, string>(MOST_KNOWN)
  const doubted = new Set<string>()

  const lookUp = async (sessionId: string): Promise<string | null> => {
    const parts = await api.chargelog(sessionId)
    // An answer of another session must stop nothing.
    return parts?.id === sessionId ? parts.sessionId : null
  }

  const knownNow = (sessionId: string): string | null => {
    const ownCard = startStore.get(sessionId)
    if (ownCard?.kind === 'rfid') return ownCard.transaction
    const named = sessions.get(sessionId)?.log.sessionId ?? null
    if (named !== null) known.set(sessionId, named)
    return named ?? known.get(sessionId) ?? null
  }

  return {
    known: (sessionId) => (doubted.has(sessionId) ? null : knownNow(sessionId)),
    async of(sessionId) {
      const before = knownNow(sessionId)
      if (before !== null && !doubted.has(sessionId)) return before
      const found = await lookUp(sessionId).catch((error: unknown) => {
        if (before === null) throw error
        return null
      })
      const transaction = found ?? before
      if (transaction === null) {
        throw new CommandError(
          failureOf('unexpected-answer', 'The session has no id to stop it by.'),
        )
      }
      known.set(sessionId, transaction)
      doubted.delete(sessionId)
      return transaction
    },
    doubt(sessionId) {
      if (startStore.get(sessionId)?.kind !== 'rfid') doubted.add(sessionId)
    },
  }
}
