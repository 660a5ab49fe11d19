import { allPages } from '#main/platform/paging.ts'
import type { Platform } from '#main/platform/platform.ts'
import type { AttemptReading, ChargelogReading } from '#main/site/reading.ts'
import { attemptReading, chargelogReading } from '#main/site/delivered.ts'
import type { ConnectorFacts } from '#main/site/state.ts'
import type {
  AttemptRemoteStartInput,
  AvailableCardsQuery,
  ChargelogPartsFragment,
  RemoteStopMutation,
} from '#platform/generated/main/graphql.ts'
import {
  AttemptRemoteStartDocument,
  AvailableCardsDocument,
  ChargelogDocument,
  ChargelogsPageDocument,
  ConnectorNowDocument,
  RemoteStartAttemptStatusDocument,
  RemoteStopDocument,
} from '#platform/generated/main/graphql.ts'

export type AvailableCard = NonNullable<
  NonNullable<AvailableCardsQuery['availableCardsForChargingProcess']>[number]
>
/** The three forms in which the platform tells a connector's status (type ConnectorStatus, L3681). */
export type ConnectorStatusForms = Pick<ConnectorFacts, 'ocpp' | 'calculated' | 'simple'>
export type StopAnswer = RemoteStopMutation['remoteStop']

/** The operations that charging needs. Each throws a PlatformError. */
export interface ChargingApi {
  /** `availableCardsForChargingProcess` (L148). `atMs`: when it was answered. */
  cards(connectorId: string): Promise<{ cards: AvailableCard[]; atMs: number }>
  /** `connector` (L646), its status alone; null when the platform does not know it. */
  connectorNow(connectorId: string): Promise<ConnectorStatusForms | null>
  /** `attemptRemoteStart` (L2043), sent once. */
  attemptStart(input: AttemptRemoteStartInput): Promise<AttemptReading>
  /** `remoteStartAttemptStatus` (L1657), asked once. */
  attemptStatus(attemptId: string): Promise<AttemptReading>
  /** `chargelogsPaged` (L524): the account's running sessions, wherever they are; asked once. */
  running(): Promise<ChargelogReading[]>
  /** `chargelog` (L389) with all that a summary shows; null when the platform does not know it. */
  chargelog(id: string): Promise<ChargelogPartsFragment | null>
  /** `remoteStop` (L2579), sent once. Takes the chargelog's `sessionId` (L3521). */
  stop(transaction: string): Promise<StopAnswer>
}

/** Somebody waits: a guest for the start to leave, the launch for the ledger to be compared. */
const IMPATIENT_MS = 4_000
const once = { timeoutMs: IMPATIENT_MS, tries: 1 }
const PAGE_LIMIT = 100

export function createChargingApi(platform: Platform): ChargingApi {
  return {
    async cards(connectorId) {
      const { data, atMs } = await platform.execute(AvailableCardsDocument, { connectorId })
      const cards = data.availableCardsForChargingProcess ?? []
      return { cards: cards.filter((card) => card !== null), atMs }
    },
    async connectorNow(id) {
      const variables = { id, ignoreMarketingConfiguration: true }
      const options = { timeoutMs: IMPATIENT_MS, tries: 2 }
      const { data } = await platform.execute(ConnectorNowDocument, variables, options)
      if (!data.connector) return null
      const { ocpp = null, calculated = null, simple = null } = data.connector.status ?? {}
      return { ocpp, calculated, simple }
    },
    async attemptStart(input) {
      const { data } = await platform.execute(AttemptRemoteStartDocument, { input })
      return attemptReading(data.attemptRemoteStart)
    },
    async attemptStatus(id) {
      const { data } = await platform.execute(RemoteStartAttemptStatusDocument, { id }, once)
      return attemptReading(data.remoteStartAttemptStatus)
    },
    async running() {
      const logs = await allPages(PAGE_LIMIT, async (pagination) => {
        const variables = { filters: { status: 'started' as const }, pagination }
        const answer = await platform.execute(ChargelogsPageDocument, variables, once)
        return { ...answer, data: answer.data.chargelogsPaged }
      })
      return logs.map(chargelogReading)
    },
    async chargelog(id) {
      const { data } = await platform.execute(ChargelogDocument, { id })
      return data.chargelog
    },
    async stop(transaction) {
      const { data } = await platform.execute(RemoteStopDocument, { transaction })
      return data.remoteStop
    },
  }
}
