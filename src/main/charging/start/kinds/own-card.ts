import type { ChargingApi, RemoteStartReading } from '#main/charging/api/charging-api.ts'
import { DEFAULT_VALID_FOR_MS } from '#main/charging/ledger/validity.ts'
import { afterOwnCardAnswer } from '#main/charging/start/own-card-follow.ts'
import type { StartKind } from '#main/charging/start/start-kind.ts'

/** By the guest's own card (`remoteStart`). Its tag is sent, and kept nowhere. */
export function ownCardStart(
  card: { tag: string; fingerprint: string },
  deps: {
    api: Pick<ChargingApi, 'startWithTag'>
    /** Throws a CommandError where this card, or this visit, may not start now. */
    assertMayStart(): void
  },
): StartKind<RemoteStartReading> {
  const { tag, fingerprint } = card
  return {
    record: { kind: 'rfid', cardFingerprint: fingerprint },
    validForMs: DEFAULT_VALID_FOR_MS,
    check: deps.assertMayStart,
    async send({ connectorId }) {
      const answer = await deps.api.startWithTag(connectorId, tag)
      const { attemptId = null, transaction = null, status = null } = answer ?? {}
      // A platform may repeat the card's number in its words.
      const message = answer?.message?.replaceAll(tag, '…') ?? null
      return { attemptId, transaction, status, message }
    },
    afterAnswer: afterOwnCardAnswer,
  }
}
