// @vitest-environment happy-dom
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import type { KnownStation, StaticStation } from '#contract/site.ts'
import { client } from '#renderer/ask/client.ts'
import { qrOf } from '#common/qr.ts'
import { trustedOperations } from '#platform/generated/trusted.ts'
import { aModel, aFailure, anOffer, FakeBridge, NOW_MS, type Answers } from './fakes.ts'
import { closeApp, loadScreens, openApp, sees, tap } from './on-screen.ts'

const DAY_MS = 86_400_000

/** A charging point as the platform tells it. */
const cp = {
  __typename: 'Cp',
  id: 's1',
  address: 'Mozartplatz 1',
  zip: '5020',
  city: 'Salzburg',
  directions: 'Level -1, left of the lift.',
  contact: { __typename: 'ContactInformation', email: 'help@example.com', phone: '+43 662 1234' },
  operator: { __typename: 'CpOperator', name: 'Salzach Charging' },
  additionalFields: [
    { __typename: 'AdditionalCpField', name: 'Barrier code', value: '4711' },
    { __typename: 'AdditionalCpField', name: 'Lift', value: null },
    { __typename: 'AdditionalCpField', name: null, value: 'Mind the step' },
    null,
  ],
  information: {
    __typename: 'CpInfo',
    additional: null,
    marketingDisplay: 'Green power only',
    payment: null,
  },
}
/** Sundays 10 to 14, and open by exception now. */
const told: StaticStation = {
  openingText: 'Ring at night',
  opening: {
    days: [{ weekday: 0, ranges: [{ from: 600, to: 840 }] }],
    openings: [{ fromMs: NOW_MS - 60_000, toMs: NOW_MS + DAY_MS }],
    closings: [],
  },
  charging: null,
  position: { latitude: 47.8095, longitude: 13.055 },
  roaming: false,
  recommended: false,
}
let facts = told
/** What main knows of it besides. */
const known: Omit<KnownStation, 'facts'> = {
  remoteCommands: true,
  maintenance: [
    {
      connectorId: 'c1',
      startsAtMs: NOW_MS + DAY_MS,
      endsAtMs: NOW_MS + 2 * DAY_MS,
      comment: 'New cable',
    },
  ],
}
const curve = Array.from({ length: 24 }, (_, hour) => ({
  __typename: 'OccupancyRate',
  hour,
  occupancyRate: hour === 18 ? 0.8 : 0.1,
}))

let busy = curve

const asked: { name: string; variables: unknown }[] = []

async function openStation(
  station: Record<string, unknown> | null = cp,
  remoteCommands = true,
): Promise<void> {
  const answers: Answers = {
    'charging.options': () => ({ ok: true, value: anOffer() }),
    'site.pictures': ({ stationId }) => ({
      ok: true,
      value: { paths: stationId === 's1' ? ['/pictures/a', '/pictures/b'] : [] },
    }),
    'site.station': () => ({ ok: true, value: { ...known, facts, remoteCommands } }),
    'platform.ask': ({ id, variables }) => {
      const name = trustedOperations[id]?.name ?? ''
      asked.push({ name, variables })
      if (name === 'StationOccupancy') {
        return {
          ok: true,
          value: { data: { __typename: 'Query', cpOccupancyRate: busy }, errors: [] },
        }
      }
      return name === 'StationDetails' && station
        ? { ok: true, value: { data: { __typename: 'Query', cp: station } as never, errors: [] } }
        : { ok: false, error: aFailure('offline') }
    },
  }
  await openApp(new FakeBridge(answers), aModel())
  await tap(/^Start here – Plug 1$/)
  await tap(/^More about this station$/)
  await sees('Charging station')
}

beforeAll(loadScreens, 60_000)
afterEach(async () => {
  closeApp()
  asked.length = 0
  facts = told
  busy = curve
  await client.clearStore()
})

describe('the page of a station', () => {
  it('tells where it is, whom to call, and what is planned', async () => {
    await openStation()
    await sees('Mozartplatz 1, 5020 Salzburg')
    await sees('Level -1, left of the lift.')
    await sees('+43 662 1234')
    await sees('Plug 1: 23 Nov 2026, 14:32 to 24 Nov 2026, 14:32')
    await sees('New cable')
  })

  it('tells its operator’s notices by their names, and leaves out those without words', async () => {
    await openStation()
    await sees('Barrier code')
    await sees('4711')
    await sees('Mind the step')
    await sees('Green power only')
    await sees('Salzach Charging')
    expect(document.body.textContent).not.toContain('Lift')
  })

  it('says of what nobody tells that it is not told, once the platform has answered', async () => {
    const nothing = { __typename: 'Cp', id: 's1', address: null, zip: null, city: null }
    facts = { ...told, openingText: null, opening: null, position: null }
    busy = []
    await openStation({
      ...{ ...nothing, directions: null, contact: null, operator: null },
      ...{ additionalFields: null, information: null },
    })
    await vi.waitFor(() => {
      const untold = [...document.querySelectorAll('section')].filter(({ textContent }) =>
        textContent.includes('not told'),
      )
      expect(untold.map((one) => one.querySelector('h2')?.textContent)).toEqual([
        'This station',
        'Opening hours',
        'Usually busy on Sunday',
      ])
    })
  })

  it('shows the way to it as a code for the map of a phone', async () => {
    await openStation()
    await sees('Way to the plug')
    await vi.waitFor(() => {
      const drawn = document.querySelector('svg.code path')?.getAttribute('d')
      expect(drawn).toBe(qrOf('geo:47.809500,13.055000')?.path)
    })
  })

  it('tells the hours of each day, today’s marked, and that it is open by exception', async () => {
    await openStation()
    await sees('Ring at night')
    await sees('10:00–14:00')
    await sees('Sunday (today)')
    await sees('Open now')
    await sees('Special days')
  })

  it('shows the usual busy hours of today’s weekday, in words too', async () => {
    await openStation()
    await sees('Usually busiest around 18:00 (80%)')
    expect(asked).toContainEqual({
      name: 'StationOccupancy',
      variables: { cpId: 's1', day: 'SUNDAY' },
    })
    expect(document.querySelector('[role="img"]:has(.bar)')?.getAttribute('aria-label')).toContain(
      '18:00',
    )
    expect(document.querySelectorAll('.bar')).toHaveLength(24)
  })

  it('says that it must be started on the spot where it takes no commands', async () => {
    await openStation(cp, false)
    await sees('Please start it at the station itself.')
  })

  it('says so when the platform tells nothing, and still shows what the terminal knows', async () => {
    await openStation(null)
    await sees('cannot be shown right now')
    await sees('New cable')
    expect(document.querySelectorAll('.dense').length).toBeGreaterThan(0)
  })

  it('shows its pictures, and leaves out one that cannot be had', async () => {
    await openStation()
    const pictures = () => [...document.querySelectorAll('img')]
    expect(pictures().map((one) => one.getAttribute('src'))).toEqual(['/pictures/a', '/pictures/b'])
    expect(pictures()[0]?.alt).toBe('Picture 1 of 2 of this station')
    pictures()[0]?.dispatchEvent(new Event('error'))
    await vi.waitFor(() => {
      expect(pictures().map((one) => one.alt)).toEqual(['Picture 1 of 1 of this station'])
    })
    pictures()[0]?.dispatchEvent(new Event('error'))
    await vi.waitFor(() => {
      expect(document.querySelector('.pictures')).toBeNull()
    })
  })

  it('leads back to where the guest came from', async () => {
    await openStation()
    await tap(/^Back$/)
    await vi.waitFor(() => {
      expect(document.querySelector('h1')?.textContent).toBe('Plug 1')
    })
  })
})
