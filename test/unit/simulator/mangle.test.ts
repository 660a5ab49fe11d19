import { buildSchema } from 'graphql'
import { expect, test } from 'vitest'
import { typeDefs } from '#platform/schema-text.ts'
import type { Faults } from '#simulator/faults/faults.ts'
import { createFaults } from '#simulator/faults/faults.ts'
import { mangle } from '#simulator/faults/mangle.ts'
import { readRequest } from '#simulator/http/requests.ts'
import { json } from '#simulator/http/wire.ts'

const schema = buildSchema(typeDefs)

/** As main asks: fragments, an alias, an interface with an inline fragment. */
const QUERY = `query Refresh($site: String) {
  site(id: $site) { ...SiteParts }
  running: chargelogsPaged { data { id status sessionId connector { id } } }
  cpsPaged { data { id } pagination { limit ... on CursorPagination { cursor } } }
}
fragment SiteParts on Site { id cps { ...StationParts } }
fragment StationParts on Cp { id accessType status { ocpp simple } }`

const DATA = {
  site: {
    id: 's',
    cps: [{ id: 'c', accessType: 'INTERNAL', status: { ocpp: 'A', simple: 'Available' } }],
  },
  running: { data: [{ id: 'l', status: 'started', sessionId: 'x', connector: { id: 'k' } }] },
  cpsPaged: { data: [{ id: 'c' }], pagination: { limit: 10, cursor: 'next' } },
}

function mangled(setUp: (faults: Faults) => void): { data: unknown; errors?: { path: unknown }[] } {
  const faults = createFaults()
  setUp(faults)
  const facts = readRequest(JSON.stringify({ query: QUERY }))
  const { body } = mangle(json({ data: DATA }), { facts, schema, faults })
  return JSON.parse(body.toString()) as { data: unknown; errors?: { path: unknown }[] }
}

test('without a fault an answer is left as it is', () => {
  expect(mangled(() => undefined)).toEqual({ data: DATA })
})

test('nullable fields are emptied through fragments and aliases; non-null ones stay', () => {
  const { data } = mangled((faults) => {
    faults.set('nulls')
  })
  expect(data).toEqual({
    site: { id: null, cps: [{ id: 'c', accessType: null, status: { ocpp: null, simple: null } }] },
    running: { data: [{ id: 'l', status: 'started', sessionId: null, connector: { id: 'k' } }] },
    cpsPaged: { data: [{ id: 'c' }], pagination: { limit: null, cursor: null } },
  })
})

test('enum values and status texts become unknown, other texts stay', () => {
  const { data } = mangled((faults) => {
    faults.set('unknownEnums')
  })
  expect(data).toMatchObject({
    site: { id: 's', cps: [{ accessType: 'FROM_2031', status: { ocpp: 'SomethingNew' } }] },
    running: { data: [{ status: 'SomethingNew', sessionId: 'x' }] },
  })
})

test('a partial answer loses one field of each root field and says which', () => {
  const { data, errors } = mangled((faults) => {
    faults.set('partial')
  })
  expect(data).toMatchObject({
    site: { id: 's', cps: [{ accessType: null }] },
    running: { data: [{ sessionId: null }] },
  })
  expect(errors?.map(({ path }) => path)).toEqual([
    ['site', 'cps', 0, 'accessType'],
    ['running', 'data', 0, 'sessionId'],
    ['cpsPaged', 'pagination', 'limit'],
  ])
})
