import { describe, expect, test } from 'vitest'
import type { TestBench } from './harness.ts'
import { startBench } from './harness.ts'

interface Card {
  id: string
  label: string
  status: string
  deactivationReason: string
  expiryDate: string
}

const CARDS = `{ cardsPaged(pagination: { limit: 100 }) {
  data { id label status deactivationReason expiryDate } pagination { totalCount } } }`
const UPDATE = `mutation ($input: UpdateCardInput!) {
  updateCard(input: $input) { id label status expiryDate message }
}`
const CREATE = `mutation ($media: authenticationMediaContract!) {
  createAuthenticationMedia(authenticationMedia: $media) { id rateId customerReference }
}`
const CARD = 'query ($id: String!) { card(id: $id) { id label status deactivationReason } }'

const cardsOf = async ({ ask }: TestBench) => (await ask<{ data: Card[] }>(CARDS)).data

/** Ids of the cards that may charge at connector 1. */
async function usable(bench: TestBench): Promise<string[]> {
  const { id } = await bench.connector('1')
  const cards = await bench.ask<{ id: string }[]>(
    'query ($id: String!) { availableCardsForChargingProcess(connectorId: $id) { id } }',
    { id },
  )
  return cards.map((card) => card.id)
}

async function firstCard(bench: TestBench): Promise<Card> {
  const [card] = await cardsOf(bench)
  if (!card) throw new Error('The account has no card.')
  return card
}

describe('cards', () => {
  test('of the account are listed, active and not', async () => {
    const bench = await startBench()
    const cards = await cardsOf(bench)
    expect(cards.map(({ status }) => status)).toEqual(['active', 'active', 'inactive'])
    for (const { status, deactivationReason } of cards) {
      expect(deactivationReason === '').toBe(status === 'active')
    }
    await bench.expectAsked('cardsPaged')
  })

  test('can each be asked for; a foreign one is nobody’s', async () => {
    const bench = await startBench()
    const { id, label } = await firstCard(bench)
    expect(await bench.ask(CARD, { id })).toMatchObject({ id, label })
    expect(await bench.ask(CARD, { id: 'not ours' })).toBeNull()
    await bench.expectAsked('card')
  })

  test('that are switched off say why, and cannot charge until they are on again', async () => {
    const bench = await startBench()
    const { id } = await firstCard(bench)
    const connector = await bench.connector('1')
    expect(await usable(bench)).toContain(id)
    const off = await bench.ask(UPDATE, { input: { cardId: id, status: 'DEACTIVATE' } })
    expect(off).toMatchObject({ id, status: 'inactive' })
    expect(await bench.ask<Card>(CARD, { id })).toMatchObject({ status: 'inactive' })
    expect((await bench.ask<Card>(CARD, { id })).deactivationReason).not.toBe('')
    expect(await usable(bench)).not.toContain(id)
    const refused = await bench.send(
      `mutation ($connector: String, $card: String!) { remoteStart(
        connector: $connector, authorization: { identifier: $card, type: RFID }) { status } }`,
      { connector: connector.id, card: id },
    )
    expect(refused.errors[0]?.extensions?.code).toBe('FORBIDDEN')
    await bench.ask(UPDATE, { input: { cardId: id, status: 'ACTIVATE' } })
    expect(await bench.ask(CARD, { id })).toMatchObject({ deactivationReason: '' })
    expect(await usable(bench)).toContain(id)
    await bench.expectAsked('updateCard')
    await bench.expectAsked('availableCardsForChargingProcess')
  })

  test('can be named anew; what is not sent stays', async () => {
    const bench = await startBench()
    const { id, expiryDate } = await firstCard(bench)
    const answer = await bench.ask(UPDATE, { input: { cardId: id, label: 'Room cards' } })
    expect(answer).toMatchObject({
      label: 'Room cards',
      status: 'active',
      expiryDate: expiryDate.slice(0, 10),
    })
    expect(await firstCard(bench)).toMatchObject({ label: 'Room cards', status: 'active' })
  })

  test('of others cannot be changed', async () => {
    const { send } = await startBench()
    const { errors } = await send(UPDATE, { input: { cardId: 'not ours', label: 'Mine' } })
    expect(errors[0]?.extensions?.code).toBe('NOT_FOUND')
  })

  test('can be ordered at a rate of the account, and may charge at once', async () => {
    const bench = await startBench()
    const [rate] = await bench.ask<{ id: string; shortDescription: string }[]>(
      '{ contractRateOptions { id shortDescription } }',
    )
    const before = await cardsOf(bench)
    const media = { rateId: rate?.id, customerReference: 'Room 214' }
    const made = await bench.ask<{ id: string }>(CREATE, { media })
    expect(made).toMatchObject(media)
    expect(await cardsOf(bench)).toHaveLength(before.length + 1)
    expect(await bench.ask(CARD, { id: made.id })).toMatchObject({ label: 'Room 214' })
    expect(await usable(bench)).toContain(made.id)
    const refused = await bench.send(CREATE, { media: { rateId: 'no such rate' } })
    expect(refused.errors[0]?.extensions?.code).toBe('BAD_USER_INPUT')
    await bench.expectAsked('createAuthenticationMedia')
    await bench.expectAsked('contractRateOptions')
  })
})
