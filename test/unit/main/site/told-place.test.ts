import { describe, expect, it } from 'vitest'
import type { Platform } from '#main/platform/platform.ts'
import { platformError } from '#main/platform/failures.ts'
import { createToldPlaces } from '#main/site/told-place.ts'

function ask(cp: object | null | Error) {
  let count = 0
  const execute = (): Promise<unknown> => {
    count += 1
    return cp instanceof Error ? Promise.reject(cp) : Promise.resolve({ data: { cp } })
  }
  const stationOf = createToldPlaces({ execute } as unknown as Platform)
  return { told: () => stationOf('s1'), count: () => count }
}

const nothing = { address: [], operator: null }

describe('the station of a receipt', () => {
  it('has address and operator as told, and is asked for once', async () => {
    const cp = { address: 'Makartplatz 8', zip: '5020', city: 'Salzburg', country: 'AT' }
    const station = ask({ ...cp, operator: { name: 'Salzburg Charging' } })
    await station.told()
    expect(await station.told()).toEqual({
      address: ['Makartplatz 8', '5020 Salzburg, AT'],
      operator: 'Salzburg Charging',
    })
    expect(station.count()).toBe(1)
  })

  it('leaves out what is not told', async () => {
    const cp = { address: ' ', zip: null, city: 'Salzburg', country: null, operator: null }
    expect(await ask(cp).told()).toEqual({ address: ['Salzburg'], operator: null })
    expect(await ask(null).told()).toEqual(nothing)
  })

  it('is untold where the platform does not answer, and asked for again', async () => {
    const station = ask(platformError('offline', 'no way', 'not-carried-out'))
    expect(await station.told()).toEqual(nothing)
    await station.told()
    expect(station.count()).toBe(2)
  })
})
