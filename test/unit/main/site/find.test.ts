import { describe, expect, it } from 'vitest'
import type { Platform } from '#main/platform/platform.ts'
import { findByEvseId } from '#main/site/find.ts'
import type { StaticConnector } from '#main/site/static.ts'

const connectors = [
  { id: 'c1', evseId: 'AT*HTB*E100*1' },
  { id: 'c2', evseId: 'AT*HTB*E100*12' },
  { id: 'c3', evseId: null },
] as StaticConnector[]

function setUp(answer: string | null = null) {
  const asked: unknown[] = []
  const platform = {
    execute: (_operation: unknown, variables: unknown) => {
      asked.push(variables)
      const data = { connectorByEvseId: answer === null ? null : { id: answer } }
      return Promise.resolve({ data, errors: [], askedAtMs: 0, atMs: 0, bytes: 0 })
    },
  } as unknown as Platform
  const find = (told: string): Promise<string | null> => findByEvseId(told, connectors, platform)
  return { find, asked }
}

describe('finding a connector by its EVSE ID', () => {
  it.each([
    ['as it is', 'AT*HTB*E100*1', 'c1'],
    ['without separators, in small letters', ' athtbe10012 ', 'c2'],
    ['with other separators', 'AT-HTB-E100-1', 'c1'],
    ['in a path', 'https://charge.example/qr/AT*HTB*E100*12', 'c2'],
    ['in a query, encoded', 'https://charge.example/?lang=de&evse=AT%2AHTB%2AE100%2A1', 'c1'],
    ['after a hash', 'https://charge.example/start#AT*HTB*E100*1', 'c1'],
  ])('takes it %s', async (_name, told, id) => {
    const { find, asked } = setUp()
    expect(await find(told)).toBe(id)
    expect(asked).toEqual([])
  })

  it('asks the platform where the site’s own data do not tell', async () => {
    const { find, asked } = setUp('c3')
    expect(await find('at*htb*e300')).toBe('c3')
    expect(asked).toEqual([{ evseId: 'AT*HTB*E300' }])
  })

  it('finds nothing that is not of this site, and nothing in a strange address', async () => {
    expect(await setUp('elsewhere').find('AT*HTB*E900')).toBeNull()
    expect(await setUp(null).find('AT*HTB*E900')).toBeNull()
    const { find, asked } = setUp('c1')
    expect(await find('https://elsewhere.example/a/b')).toBeNull()
    expect(asked).toEqual([])
  })
})
