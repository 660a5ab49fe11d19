import { describe, expect, it } from 'vitest'
import { fitAnswer } from '#main/platform/answer-shape.ts'

const QUERY = `query Read($id: String) {
  site(id: $id) { ...Parts cps { id label } }
  running: chargelogsPaged { data { id connector { id } } pagination { limit ... on CursorPagination { cursor } } }
}
fragment Parts on Site { id cps { connectors { id status { ocpp } } } }`

const GOOD = {
  site: {
    id: 's',
    cps: [{ connectors: [{ id: 'k', status: { ocpp: 'Available' } }], id: 'c', label: 'One' }],
  },
  running: {
    data: [{ id: 'l', connector: { id: 'k' } }],
    pagination: { limit: 10, cursor: 'next' },
  },
}

describe('an answer', () => {
  it('that is as promised stays as it is, whichever fragments asked for it', () => {
    expect(fitAnswer(QUERY, GOOD)).toEqual({
      data: GOOD,
      faults: [],
      fields: ['site', 'running'],
      leftOut: [],
    })
  })

  it('loses what nobody asked for', () => {
    const more = { ...GOOD, tagId: 't', site: { ...GOOD.site, secret: 'x' } }
    expect(fitAnswer(QUERY, more)).toEqual({
      data: GOOD,
      faults: [],
      fields: ['site', 'running'],
      leftOut: [],
    })
  })

  it.each([
    ['a number for a text', { ocpp: 5n }],
    ['an object for a text', { ocpp: {} }],
    ['a list for an object', []],
    ['a text for an object', 'Available'],
  ])('has null where it may for %s, and the rest is used', (_name, status) => {
    const site = { ...GOOD.site, cps: [{ ...GOOD.site.cps[0], connectors: [{ id: 'k', status }] }] }
    const { data, faults } = fitAnswer(QUERY, { ...GOOD, site })
    expect(faults).toEqual(['site'])
    expect(data?.['running']).toEqual(GOOD.running)
    expect(JSON.stringify(data?.['site'])).toMatch(/"status":(null|\{"ocpp":null\})/)
  })

  it('loses the whole entry where a part is missing that must be there', () => {
    const running = { ...GOOD.running, data: [{ id: 'l', connector: null }, GOOD.running.data[0]] }
    const { data } = fitAnswer(QUERY, { ...GOOD, running })
    expect(data?.['running']).toMatchObject({ data: [null, GOOD.running.data[0]] })
  })

  it.each([null, 'x', 7, [], [GOOD]])('that is %j is none', (data) => {
    expect(fitAnswer(QUERY, data).data).toBeNull()
  })

  it('takes an id that is told as a number', () => {
    expect(fitAnswer('query Q { site { id } }', { site: { id: 4 } }).data).toEqual({
      site: { id: '4' },
    })
  })

  it('is none for a change whose outcome is not told as promised', () => {
    const text = 'mutation M { attemptRemoteStart { id status } }'
    expect(fitAnswer(text, { attemptRemoteStart: { id: {}, status: 'ACCEPTED' } }).data).toBeNull()
  })
})
