import type { Tariff } from '../charging/tariffs.ts'
import { STAFF, STANDARD, TARIFFS } from '../charging/tariffs.ts'
import type { Card, Contact } from '../state/account.ts'
import { tariffFor } from '../state/account.ts'
import type { Fields, RootFields, TypeFields } from './kit.ts'
import { badInput, forContact, iso, notFound, typeFields } from './kit.ts'
import type { PaginationFilter } from './paging.ts'
import { pageOf } from './paging.ts'

const MS_PER_DAY = 86_400_000

export const cardTypes: Record<string, TypeFields> = {
  Card: typeFields({
    expiryDate: ({ expiresMs }) => iso(expiresMs),
    rate: ({ tariff }) => rateOption(tariff),
  } satisfies Fields<Card>),
}

/** A rate as RateOption tells it. */
export function rateOption(tariff: Tariff): object {
  const { id, name, description, shortDescription } = tariff
  return { id, uuid: id, name, description, shortDescription, ...preauthOf(tariff) }
}

function preauthOf({ preauthAmounts, currency }: Tariff): object {
  const amounts = preauthAmounts.map((amount) => ({ amount, currency: { isoCode: currency } }))
  return {
    preauthAmount: preauthAmounts[0] ?? null,
    preauthCurrencyAmount: amounts[0] ?? null,
    preauthCurrencyAmounts: amounts,
  }
}

const ownCard = (contact: Contact, id: string): Card | undefined =>
  contact.cards.find((card) => card.id === id || card.tagId === id)

export const cardQueries: RootFields = {
  availableCardsForChargingProcess: forContact(
    ({ connectorId }: { connectorId: string }, contact, { world }) => {
      const connector = world.network.connector(connectorId)
      if (!connector) throw notFound('Connector')
      return contact.cards.flatMap((card) => {
        const tariff = tariffFor(card, connector)
        if (!tariff) return []
        const { description, shortDescription } = tariff
        const rate = { description, shortDescription, ...preauthOf(tariff) }
        return [{ ...card, expiryDate: iso(card.expiresMs), rate }]
      })
    },
  ),
  card: forContact(({ id }: { id: string }, contact) => ownCard(contact, id)),
  cardsPaged: forContact(
    ({ pagination }: { pagination?: PaginationFilter | null }, contact, { world }) =>
      pageOf(contact.cards, pagination, world),
  ),
  contractRateOptions: forContact(() => [STANDARD, STAFF].map(rateOption)),
}

interface UpdateCardInput {
  cardId: string
  label?: string | null
  status?: 'ACTIVATE' | 'DEACTIVATE' | null
}

export const cardMutations: RootFields = {
  updateCard: forContact(({ input }: { input: UpdateCardInput }, contact) => {
    const card = contact.cards.find(({ id }) => id === input.cardId)
    if (!card) throw notFound('Card')
    if (input.label !== undefined && input.label !== null) card.label = input.label
    if (input.status) {
      card.status = input.status === 'ACTIVATE' ? 'active' : 'inactive'
      card.deactivationReason = card.status === 'active' ? '' : 'Deactivated by its owner.'
    }
    const { id, label, number, status, tagId, type, expiresMs } = card
    const expiryDate = iso(expiresMs).slice(0, 10)
    const message = 'Card updated successfully.'
    return { id, label, number, status, tagId, type, expiryDate, message }
  }),
  createAuthenticationMedia: forContact(
    (
      {
        authenticationMedia: { rateId, customerReference },
      }: {
        authenticationMedia: { rateId: string; customerReference?: string | null }
      },
      contact,
      { world },
    ) => {
      const tariff = TARIFFS.find(({ id }) => id === rateId)
      if (!tariff) throw badInput('No such rate.')
      const id = world.random.uuid()
      contact.cards.push({
        id,
        tagId: world.random.uuid(),
        number: `FCD-${String(1_001_000 + world.random.whole(1, 999_999)).padStart(7, '0')}`,
        label: customerReference ?? '',
        type: 'virtual',
        status: 'active',
        deactivationReason: '',
        expiresMs: world.clock.now() + 800 * MS_PER_DAY,
        tariff,
        preauthRequired: false,
      })
      return { id, rateId, customerReference: customerReference ?? null }
    },
  ),
}
