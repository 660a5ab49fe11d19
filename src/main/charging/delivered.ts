import type { AttemptReading, ChargelogReading } from '#main/site/reading.ts'
import type {
  AttemptPartsFragment,
  ChargelogLivePartsFragment,
} from '#platform/generated/main/graphql.ts'

/** Epoch ms of a delivered time; null when there is none or nobody can read it. */
export function timeMs(text: string | null): number | null {
  const parsed = text === null ? Number.NaN : Date.parse(text)
  return Number.isNaN(parsed) ? null : parsed
}

/** The total is documented as net, but is the gross amount in every example (L4135, L4142). */
export const grossAmount = (cost: {
  grossAmount: number | null
  total: number | null
}): number | null => cost.grossAmount ?? cost.total

export function readChargelog(parts: ChargelogLivePartsFragment): ChargelogReading {
  const amount = parts.cost && grossAmount(parts.cost)
  return {
    id: parts.id,
    sessionId: parts.sessionId,
    status: parts.status,
    connectorId: parts.connector.id,
    startedAtMs: timeMs(parts.dateStart),
    endedAtMs: timeMs(parts.dateEnd),
    energyKWh: parts.energyConsumption,
    rateName: parts.rateName,
    cost: parts.cost && amount !== null ? { amount, currency: parts.cost.currency } : null,
  }
}

export function readAttempt(parts: AttemptPartsFragment): AttemptReading {
  return {
    id: parts.id,
    connectorId: parts.connectorId,
    status: parts.status,
    isFailure: parts.isFailure,
    failureReason: parts.failureReason,
    chargelogId: parts.chargeLogId,
    lastSentAtMs: timeMs(parts.lastSentAt),
  }
}
