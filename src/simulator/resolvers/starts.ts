import type { Attempt } from '../charging/attempt-book.ts'
import type { RatePackage, Tariff } from '../charging/tariffs.ts'
import type { Contact } from '../state/account.ts'
import { tariffFor } from '../state/account.ts'
import type { Connector } from '../state/model.ts'
import type { World } from '../state/world.ts'
import type { Context, RootFields } from './kit.ts'
import { badInput, forAnyone, forContact, forbidden, happenedOrNull, notFound } from './kit.ts'

export interface Authorization {
  identifier: string
  type: 'AUTO' | 'RFID'
}

/** Who pays for a start, and at what rate. */
export interface Payer {
  contact: Contact
  tagId: string
  tariff: Tariff
}

/** L3064: what validUntil is when it is not set. */
export const DEFAULT_VALIDITY_MS = 600_000

interface AttemptInput {
  connectorId: string
  tagId: string
  config?: {
    ratePackage?: string | null
    stopMinutes?: number | null
    validUntil?: string | null
  } | null
}

export const startQueries: RootFields = {
  remoteStartAttemptStatus: forContact(({ id }: { id: string }, contact, context) => {
    const attempt = context.world.attempts.find(id)
    if (attempt?.contactId !== contact.id) throw notFound('Remote start attempt')
    return toAttemptAnswer(attempt, context)
  }),
  ratePackageByConnectorId: forAnyone(({ id }: { id?: string | null }, { world }) => {
    const connector = id ? world.network.connector(id) : undefined
    return connector?.packages.map((ratePackage) => packageAnswer(ratePackage, connector))
  }),
}

export const startMutations: RootFields = {
  attemptRemoteStart: forContact(({ input }: { input: AttemptInput }, contact, context) => {
    const { world } = context
    const connector = connectorOf(world, input.connectorId)
    const payer = payerByTag(contact, input.tagId, connector)
    const { validUntil, stopMinutes, ratePackage: packageId } = input.config ?? {}
    const ratePackage = packageId ? packageOf(connector, packageId) : null
    const limits = [stopMinutes, ratePackage?.automaticStopMinutes].filter(
      (minutes) => minutes !== null && minutes !== undefined,
    )
    return toAttemptAnswer(
      world.attempts.start({
        ...payer,
        operation: 'attemptRemoteStart',
        connector,
        authType: 'RFID',
        ratePackage,
        invoiced: true,
        validUntilMs: validUntilMs(validUntil, world),
        stopMinutes: limits.length > 0 ? Math.min(...limits) : null,
      }),
      context,
    )
  }),
  remoteStop: forContact(({ transaction }: { transaction?: string | null }, contact, { world }) => {
    if (!transaction) throw badInput('transaction is missing.')
    return world.stops.stop(contact, transaction)
  }),
}

export function connectorOf(world: World, id: string | null | undefined): Connector {
  const connector = id ? world.network.connector(id) : undefined
  if (!connector) throw notFound('Connector')
  return connector
}

function payerByTag(contact: Contact, tagId: string, connector: Connector): Payer {
  const card = contact.cards.find((candidate) => candidate.tagId === tagId)
  if (!card) throw forbidden('This card is not yours.')
  const tariff = tariffFor(card, connector)
  if (!tariff) throw forbidden('This card may not charge here.')
  return { contact, tagId, tariff }
}

function packageOf(connector: Connector, id: string): RatePackage {
  const found = connector.packages.find((ratePackage) => ratePackage.id === id)
  if (!found) throw badInput('This rate package is not sold here.')
  return found
}

function validUntilMs(text: string | null | undefined, world: World): number {
  if (!text) return world.clock.now() + DEFAULT_VALIDITY_MS
  const epochMs = Date.parse(text)
  if (Number.isNaN(epochMs)) throw badInput('validUntil must be a valid ISO 8601 date.')
  return epochMs - world.faults.skewMs()
}

function toAttemptAnswer(attempt: Attempt, context: Context): object {
  const { id, status, isFailure, failureReason, connector, chargelog, lastSentMs } = attempt
  return {
    id,
    status,
    isFailure,
    failureReason,
    connectorId: connector.id,
    chargeLogId: chargelog?.id ?? null,
    lastSentAt: happenedOrNull(lastSentMs, context),
  }
}

function packageAnswer(ratePackage: RatePackage, connector: Connector): object {
  return {
    id: ratePackage.id,
    amount: ratePackage.amountCents / 100,
    automaticStop: ratePackage.automaticStopMinutes,
    visibleRuntime: ratePackage.visibleRuntimeMinutes,
    rate: {
      id: ratePackage.id,
      uuid: ratePackage.id,
      name: ratePackage.name,
      description: `${ratePackage.name} at ${connector.station.publicName}, at a fixed price.`,
      shortDescription: `${(ratePackage.amountCents / 100).toFixed(2)} EUR / ${String(
        ratePackage.automaticStopMinutes / 60,
      )} h`,
      preauthAmount: null,
      preauthCurrencyAmount: null,
      preauthCurrencyAmounts: [],
    },
  }
}
