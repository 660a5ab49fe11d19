import { parse } from 'graphql'
import { describe, expect, it } from 'vitest'
import { answer } from '#test/platforms/answer.ts'
import { generatedAnswers } from '#test/platforms/generated.ts'
import { NumbersTold } from '#test/platforms/numbers.ts'
import { referenceAnswers } from '#test/platforms/reference.ts'
import { bare, sparse } from '#test/platforms/sparse.ts'

const SITE = parse(`query ($id: String) {
  site(id: $id) { id label company cps { id label latitude connectors { id label status { ocpp } } } }
}`)
const siteBy = (answers: Parameters<typeof answer>[0], id = 'Site#0') =>
  answer(answers, SITE, { id }).data?.['site']

describe('a platform that tells little', () => {
  it('has things without their words', () => {
    expect(siteBy(sparse(referenceAnswers))).toMatchObject({
      label: null,
      company: null,
      cps: [{ label: null, latitude: null, connectors: [{ label: null }] }],
    })
  })

  it('or nothing at all', () => {
    expect(siteBy(bare(referenceAnswers))).toBeNull()
  })
})

describe('a platform that tells whatever the schema allows', () => {
  it('tells the same again, and by another seed something else', () => {
    expect(siteBy(generatedAnswers(1))).toEqual(siteBy(generatedAnswers(1)))
    expect(siteBy(generatedAnswers(1))).not.toEqual(siteBy(generatedAnswers(2)))
  })

  it('tells of one thing the same, whoever asks and by what way', () => {
    const document = parse('{ cp(id: "Cp#1") { id label latitude } }')
    const { data } = answer(generatedAnswers(1), document, {})
    expect(siteBy(generatedAnswers(1))).toHaveProperty(
      'cps.1',
      expect.objectContaining(data?.['cp']),
    )
  })
})

describe('the numbers on a screen', () => {
  const told = new NumbersTold('Europe/Vienna')
  told.add({
    powerW: 11_000,
    share: 0.72,
    energyKWh: 24.37,
    at: '2024-03-15T08:30:00.000Z',
    zip: 'A-5020',
    hour: 9,
    items: [1, 2, 3],
  })

  it.each(['11.0 kW', '72 %', '24.4 kWh', '24.370 kWh', '15 Mar 2024, 09:30', '5020', '09:00'])(
    'were told where they are a way to show it: %s',
    (shown) => {
      expect(told.strange(shown)).toEqual([])
    },
  )

  it('may count what was told', () => {
    expect(told.strange('2 of 3 plugs free')).toEqual([])
  })

  it.each([
    ['7.5 kWh', '7.5'],
    ['quietest around 00:00 (0%)', '00:00'],
    ['€30.00', '30'],
  ])('were told by nobody where there is no such: %s', (shown, number) => {
    expect(told.strange(shown)).toEqual([number])
  })
})
