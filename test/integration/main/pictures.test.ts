import { expect, it } from 'vitest'
import { PICTURES_PATH } from '#main/site/pictures.ts'
import type { FaultSetting } from '#simulator/faults/faults.ts'
import { startStand, type Stand } from './stand.ts'

async function idsOf(stand: Stand, stationId: string): Promise<string[]> {
  const { paths } = await stand.terminal.handlers['site.pictures']({ stationId })
  return paths.map((path) => path.slice(PICTURES_PATH.length))
}

const stationsOf = (stand: Stand): string[] => [
  ...new Set(stand.model().connectors.map(({ stationId }) => stationId)),
]

it('every station of the site has two pictures, each another one', async () => {
  const stand = await startStand()
  const stations = stationsOf(stand)
  const seen = new Set<string>()
  for (const stationId of stations) {
    for (const id of await idsOf(stand, stationId)) {
      const picture = await stand.terminal.picture(id)
      expect(picture?.type).toBe('image/png')
      seen.add(Buffer.from(picture?.bytes ?? []).toString('base64'))
    }
  }
  expect(seen.size).toBe(stations.length * 2)
  expect(stations.length).toBeGreaterThan(1)
})

it('no station of another site has any here', async () => {
  const stand = await startStand()
  const { sites } = await stand.simulator.control.overview()
  for (const { key, stations } of sites)
    if (key !== 'hotel') expect(await idsOf(stand, stations[0]?.id ?? '')).toEqual([])
})

it.each<FaultSetting<'picture'>>([{ as: 'missing' }, { as: 'no-image' }, { as: 'too-large' }])(
  'one that is spoilt (%j) is not shown, the other one is, and no more is sent than once',
  async (fault) => {
    const stand = await startStand()
    const [stationId = ''] = stationsOf(stand)
    await stand.simulator.control.setFault('picture', { ...fault, cpId: stationId, view: 'front' })
    const [front = '', place = ''] = await idsOf(stand, stationId)
    stand.sentSince()
    expect(await stand.terminal.picture(front)).toBeNull()
    expect(await stand.terminal.picture(front)).toBeNull()
    expect(await stand.terminal.picture(place)).not.toBeNull()
    expect(stand.sentSince().filter((name) => name === 'picture')).toHaveLength(2)
  },
)
