import type {
  AttemptPartsFragment,
  ChargelogLivePartsFragment,
  MeterValuePartsFragment,
} from '#platform/generated/main/graphql.ts'
import type { AttemptReading, ChargelogReading, ConnectorReading, MeterReading } from './reading.ts'
import { timeOf } from './static.ts'

/** A connector's status in its three forms (type ConnectorStatus, L3679). */
export function connectorReading(connector: {
  id: string
  status: { ocpp: string | null; calculated: string | null; simple: string | null } | null
}): ConnectorReading {
  const { ocpp = null, calculated = null, simple = null } = connector.status ?? {}
  return { id: connector.id, ocpp, calculated, simple }
}

/** As much of a session as changes while it runs (type Chargelog, L3473). */
export function chargelogReading(log: ChargelogLivePartsFragment): ChargelogReading {
  // Both are gross in every delivered example (trap 74).
  const amount = log.cost?.grossAmount ?? log.cost?.total ?? null
  return {
    id: log.id,
    sessionId: log.sessionId,
    status: log.status,
    connectorId: log.connector.id,
    startedAtMs: timeOf(log.dateStart),
    endedAtMs: timeOf(log.dateEnd),
    energyKWh: log.energyConsumption,
    rateName: log.rateName,
    cost: amount === null ? null : { amount, currency: log.cost?.currency ?? null },
  }
}

/** How far an attempt to start has come (type AttemptRemoteStartResponse, L3080). */
export function attemptReading(attempt: AttemptPartsFragment): AttemptReading {
  return {
    id: attempt.id,
    connectorId: attempt.connectorId,
    status: attempt.status,
    isFailure: attempt.isFailure,
    failureReason: attempt.failureReason,
    chargelogId: attempt.chargeLogId,
    lastSentAtMs: timeOf(attempt.lastSentAt),
  }
}

/** A session's meter values; without values all fields are null (trap 71). */
export function meterReading(
  sessionId: string,
  values: MeterValuePartsFragment | null,
): MeterReading {
  return {
    sessionId,
    powerW: values?.currentPower ?? null,
    energyKWh: values?.sumEnergy ?? null,
    stateOfChargePercent: values?.currentStateOfCharge ?? null,
    initialStateOfChargePercent: values?.initialStateOfCharge ?? null,
    measuredAtMs: timeOf(values?.energyUpdatedAt) ?? timeOf(values?.updatedAt),
  }
}
