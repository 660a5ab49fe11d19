import type { Log } from '#main/core/log.ts'
import { platformError } from '#main/platform/failures.ts'
import { allPages } from '#main/platform/paging.ts'
import type { Platform } from '#main/platform/platform.ts'
import type { AttemptReading, ChargelogReading } from '#main/site/reading.ts'
import { attemptReading, chargelogReading, answerFor, wordsOf } from '#main/site/readings.ts'
import type { ReportedStatus } from '#main/site/state.ts'
import { isExpired } from '#platform/card-expiry.ts'
import type {
  AttemptRemoteStartInput,
  AvailableCardsQuery,
  ChargelogPartsFragment,
  RatePackagesQuery,
  RemoteStartPartsFragment,
  RemoteStopMutation,
} from '#platform/generated/main/graphql.ts'
import {
  AttemptRemoteStartDocument,
  AvailableCardsDocument,
  ChargelogDocument,
  ChargelogsPageDocument,
  ConnectorNowDocument,
  ContactCurrencyDocument,
  RatePackagesDocument,
  RemoteStartAttemptStatusDocument,
  RemoteStartDocument,
  RemoteStartWithoutInvoicingDocument,
  RemoteStartWithPreauthDocument,
  RemoteStartWithPreauthStatusDocument,
  RemoteStopDocument,
  SettingsDocument,
} from '#platform/generated/main/graphql.ts'

export type AvailableCard = NonNullable<
  NonNullable<AvailableCardsQuery['availableCardsForChargingProcess']>[number]
>
export type AvailablePackage = NonNullable<RatePackagesQuery['ratePackageByConnectorId']>[number]
/** `RemoteStartResponse` (L6030), all of it nullable. */
export type RemoteStartReading = RemoteStartPartsFragment
export type StopAnswer = RemoteStopMutation['remoteStop']

/** What charging asks of the platform. Each throws a PlatformError. */
interface ChargingQueries {
  /** `availableCardsForChargingProcess` (L148), without those that have expired. `atMs`: when it was answered. */
  cards(connectorId: string): Promise<{ cards: AvailableCard[]; atMs: number }>
  /** `connector` (L646), its status and its station's alone; null when the platform does not know it. */
  connectorNow(connectorId: string): Promise<ReportedStatus | null>
  /** `remoteStartAttemptStatus` (L1657), asked once. */
  attemptStatus(attemptId: string): Promise<AttemptReading>
  /** `chargelogsPaged` (L524): the account's running sessions, wherever they are; asked once. */
  running(): Promise<ChargelogReading[]>
  /** `chargelog` (L389) with all that a summary shows; null when the platform does not know it. */
  chargelog(id: string): Promise<ChargelogPartsFragment | null>
  /** `ratePackageByConnectorId` (L1604). */
  packages(connectorId: string): Promise<AvailablePackage[]>
  /** `settings` (L1737) by its key; null when the tenant has none. */
  setting(key: string): Promise<string | null>
  /** `contact` (L799), its currency alone: an ISO code as delivered; null where it has none. */
  contactCurrency(): Promise<string | null>
  /** `remoteStartWithPreauthStatus` (L1697), asked once. */
  preauthStatus(preauthId: string): Promise<RemoteStartReading | null>
}

/** What charging has the platform do: each request is sent once, whatever comes of it. Each throws a PlatformError. */
interface ChargingMutations {
  /** `attemptRemoteStart` (L2043), sent once. */
  attemptStart(input: AttemptRemoteStartInput): Promise<AttemptReading>
  /** `remoteStart` (L2417), type RFID: by the guest's own card. Sent once. */
  startWithTag(connectorId: string, tagId: string): Promise<RemoteStartReading | null>
  /** `remoteStartWithoutInvoicing` (L2527) with a card of the account. Sent once. */
  startWithoutInvoice(connectorId: string, tagId: string): Promise<RemoteStartReading | null>
  /** `remoteStartWithPreauth` (L2477): a payment comes first. Sent once. */
  startWithPreauth(start: {
    connectorId: string
    tagId: string
    hold: { amount: number; currency: string }
  }): Promise<{ preauthId: string | null; redirectUrl: string | null }>
  /** `remoteStop` (L2579), sent once. Takes the chargelog's `sessionId` (L3521). */
  stop(transaction: string): Promise<StopAnswer>
}

/** The operations that charging needs. */
export interface ChargingApi extends ChargingQueries, ChargingMutations {}

/** Somebody waits: a guest for the start to leave, the launch for the ledger to be compared. */
const IMPATIENT_MS = 4_000
const once = { timeoutMs: IMPATIENT_MS, tries: 1 }
const PAGE_LIMIT = 100

interface ChargingApiDeps {
  /** The platform's clock less ours (ms). */
  skewMs: () => number
  log: Log
}

export const createChargingApi = (platform: Platform, deps: ChargingApiDeps): ChargingApi => ({
  ...createQueries(platform, deps),
  ...createMutations(platform, deps),
})

function createQueries(platform: Platform, { skewMs, log }: ChargingApiDeps): ChargingQueries {
  return {
    async cards(connectorId) {
      const { data, atMs } = await platform.execute(AvailableCardsDocument, { connectorId })
      const cards = data.availableCardsForChargingProcess
      if (cards === null) {
        throw platformError('unexpected-answer', 'the cards are not told', 'refused')
      }
      const isValid = (card: AvailableCard): boolean => !isExpired(card, atMs + skewMs())
      return { cards: cards.filter((card) => card !== null).filter(isValid), atMs }
    },
    async connectorNow(id) {
      const options = { timeoutMs: IMPATIENT_MS, tries: 2 }
      const { data } = await platform.execute(ConnectorNowDocument, { id }, options)
      if (!data.connector) return null
      const { status, cp } = data.connector
      return { ...wordsOf(status), station: cp?.status ?? null }
    },
    async attemptStatus(id) {
      const { data } = await platform.execute(RemoteStartAttemptStatusDocument, { id }, once)
      return attemptReading(data.remoteStartAttemptStatus, skewMs())
    },
    async running() {
      const onLack = (): void => {
        log.warn({}, 'the list of running sessions may be incomplete')
      }
      const ask = async (pagination: { limit: number; offset: number }) => {
        const variables = { filters: { status: 'started' as const }, pagination }
        const answer = await platform.execute(ChargelogsPageDocument, variables, once)
        return { ...answer, data: answer.data.chargelogsPaged }
      }
      const logs = await allPages(PAGE_LIMIT, ask, { onLack })
      return logs.map((each) => chargelogReading(each, skewMs()))
    },
    async chargelog(id) {
      const { data } = await platform.execute(ChargelogDocument, { id })
      return answerFor(id, data.chargelog, log)
    },
    async packages(connectorId) {
      const { data } = await platform.execute(RatePackagesDocument, { connectorId }, once)
      return data.ratePackageByConnectorId ?? []
    },
    async setting(key) {
      const { data } = await platform.execute(SettingsDocument, { key }, once)
      return data.settings.find((setting) => setting.key === key)?.value ?? null
    },
    async contactCurrency() {
      const { data } = await platform.execute(ContactCurrencyDocument, {}, once)
      return data.contact?.currency?.isoCode ?? null
    },
    async preauthStatus(remoteStartPreauthId) {
      const variables = { remoteStartPreauthId }
      const { data } = await platform.execute(RemoteStartWithPreauthStatusDocument, variables, once)
      return data.remoteStartWithPreauthStatus
    },
  }
}

function createMutations(
  platform: Platform,
  { skewMs }: Pick<ChargingApiDeps, 'skewMs'>,
): ChargingMutations {
  return {
    async attemptStart(input) {
      const { data } = await platform.execute(AttemptRemoteStartDocument, { input })
      return attemptReading(data.attemptRemoteStart, skewMs())
    },
    async startWithTag(connector, tagId) {
      const authorization = { identifier: tagId, type: 'RFID' as const }
      const { data } = await platform.execute(RemoteStartDocument, { authorization, connector })
      return data.remoteStart
    },
    async startWithoutInvoice(connector, tagId) {
      const authorization = { identifier: tagId, type: 'RFID' as const }
      const variables = { authorization, connector }
      const { data } = await platform.execute(RemoteStartWithoutInvoicingDocument, variables)
      return data.remoteStartWithoutInvoicing
    },
    async startWithPreauth({ connectorId, tagId, hold }) {
      const { data } = await platform.execute(RemoteStartWithPreauthDocument, {
        authorization: { identifier: tagId, type: 'RFID' },
        connector: connectorId,
        preauthCurrencyAmount: { amount: hold.amount, currency: { isoCode: hold.currency } },
      })
      const { remoteStartPreauthId = null, redirectUrl = null } = data.remoteStartWithPreauth ?? {}
      return { preauthId: remoteStartPreauthId, redirectUrl }
    },
    async stop(transaction) {
      const { data } = await platform.execute(RemoteStopDocument, { transaction }, { urgent: true })
      return data.remoteStop
    },
  }
}
