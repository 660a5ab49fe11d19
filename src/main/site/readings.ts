import type { StatusWords } from '#contract/site.ts'
import type {
  AttemptPartsFragment,
  ChargelogLivePartsFragment,
  MeterValuePartsFragment,
  StationStatusPartsFragment,
} from '#platform/generated/main/graphql.ts'
import type { Log } from '#main/core/log.ts'
import type { AttemptReading, ChargelogReading, ConnectorReading, MeterReading } from './reading.ts'
import { timeOf } from './static.ts'

/**
 * The status of a station's connectors in its three forms, and the station's own (types ConnectorStatus, L3679,
 * and CpStatus, L5083).
 */
export function connectorReadings({
  status,
  connectors,
}: StationStatusPartsFragment): ConnectorReading[] {
  return (connectors ?? []).flatMap((connector) =>
    connector ? [{ id: connector.id, ...wordsOf(connector.status), station: status }] : [],
  )
}

/** The three words alone; all null where there are none. */
export function wordsOf(status: StatusWords | null): StatusWords {
  const { ocpp = null, calculated = null, simple = null } = status ?? {}
  return { ocpp, calculated, simple }
}

/**
 * As much of a session as changes while it runs (type Chargelog, L3473). Its times become this clock's
 * here, and so do all below: `skewMs` is the platform's clock less this one.
 */
export function chargelogReading(
  log: Omit<ChargelogLivePartsFragment, 'authId'> & { authId?: string },
  skewMs: number,
): ChargelogReading {
  const { authId } = log
  // Both are gross in every delivered example (trap 74).
  const amount = log.cost?.grossAmount ?? log.cost?.total ?? null
  return {
    id: log.id,
    sessionId: log.sessionId,
    authId: authId === undefined ? null : (fingerprintOf) => fingerprintOf(authId),
    status: log.status,
    connectorId: log.connector.id,
    startedAtMs: ownTime(log.dateStart, skewMs),
    endedAtMs: ownTime(log.dateEnd, skewMs),
    energyKWh: log.energyConsumption,
    co2SavingKg: log.co2Saving,
    rateName: log.rateName,
    cost: amount === null ? null : { amount, currency: log.cost?.currency ?? null },
  }
}

/** What was asked for by its id: an answer about another one is none. */
export function answerFor<T extends { id: string }>(
  id: string,
  answer: T | null,
  log?: Pick<Log, 'warn'>,
): T | null {
  if (answer === null || answer.id === id) return answer
  log?.warn({ asked: id, told: answer.id }, 'another session was told than was asked for')
  return null
}

/** How far an attempt to start has come (type AttemptRemoteStartResponse, L3080). */
export function attemptReading(attempt: AttemptPartsFragment, skewMs: number): AttemptReading {
  return {
    id: attempt.id,
    connectorId: attempt.connectorId,
    status: attempt.status,
    isFailure: attempt.isFailure,
    failureReason: attempt.failureReason,
    chargelogId: attempt.chargeLogId,
    lastSentAtMs: ownTime(attempt.lastSentAt, skewMs),
  }
}

/** A session's meter values; without values all fields are null (trap 71). */
export function meterReading(
  sessionId: string,
  values: MeterValuePartsFragment | null,
  skewMs: number,
): MeterReading {
  return {
    sessionId,
    powerW: values?.currentPower ?? null,
    energyKWh: values?.sumEnergy ?? null,
    stateOfChargePercent: values?.currentStateOfCharge ?? null,
    initialStateOfChargePercent: values?.initialStateOfCharge ?? null,
    measuredAtMs: ownTime(values?.energyUpdatedAt, skewMs) ?? ownTime(values?.updatedAt, skewMs),
  }
}

function ownTime(text: string | null | undefined, skewMs: number): number | null {
  const platformMs = timeOf(text)
  return platformMs === null ? null : platformMs - skewMs
}
