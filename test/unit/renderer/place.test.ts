// @vitest-environment happy-dom
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import type { HoursHint } from '#contract/site.ts'
import {
  aConnector,
  aModel,
  anOffer,
  aSession,
  FakeBridge,
  MINUTE_MS,
  NOW_MS,
  type Answers,
} from './fakes.ts'
import { closeApp, loadScreens, openApp, sees, tap } from './on-screen.ts'

const answers: Answers = { 'charging.options': () => ({ ok: true, value: anOffer() }) }
/** Two chargers whose plugs bear the same numbers. */
const twice = ['North wall', 'South wall'].flatMap((distinction, station) =>
  ['1', '2'].map((number) =>
    aConnector({
      id: `${String(station)} ${number}`,
      number,
      distinction,
      stationLabel: distinction,
    }),
  ),
)
/** As many again, and again: a dense board. */
const often = Array.from({ length: 8 }, (_, station) =>
  ['1', '2'].map((number) => {
    const distinction = `Wall ${String(station)}`
    const id = `${String(station)} ${number}`
    return aConnector({ id, number, distinction, stationId: `s${String(station)}` })
  }),
).flat()

const headings = (): string[] =>
  [...document.querySelectorAll('li h2')].map((one) => one.firstChild?.textContent ?? '')

beforeAll(loadScreens, 60_000)
afterEach(closeApp)

describe('a board with plugs of the same number', () => {
  it('names the station on each large tile, and on the plug’s own screen', async () => {
    await openApp(new FakeBridge(answers), aModel({ connectors: twice, sessions: [] }))
    await sees('North wall')
    expect(headings()).toEqual([
      'Plug 1 (North wall)',
      'Plug 2 (North wall)',
      'Plug 1 (South wall)',
      'Plug 2 (South wall)',
    ])
    await tap(/^Start here – Plug 1 \(South wall\)$/)
    await vi.waitFor(() => {
      expect(document.querySelector('h1')?.textContent).toBe('Plug 1 (South wall)')
    })
    await tap(/^Help$/)
    await sees('You are at plug 1 (South wall).')
  })

  it('has no two tiles of one name, however many they are', async () => {
    await openApp(new FakeBridge(answers), aModel({ connectors: often, sessions: [] }))
    const names = () =>
      [...document.querySelectorAll('.dense')].map((tile) => tile.textContent.split(',')[0])
    await vi.waitFor(() => {
      expect(names().length).toBeGreaterThan(3)
    })
    expect(new Set(names()).size).toBe(names().length)
    expect(names()[0]).toBe('Plug 1 (Wall 0)')
  })
})

describe('the hours of a station', () => {
  /** NOW is Sunday, 14:32 in Vienna. */
  const soon: HoursHint = { kind: 'closing', closesAtMs: NOW_MS - 8_000 + 20 * MINUTE_MS }
  const opensAt = (utc: string): HoursHint => ({ kind: 'closed', opensAtMs: Date.parse(utc) })
  const withHours = (hours: HoursHint) => aModel({ connectors: [aConnector({ hours })] })

  it.each<[string, HoursHint]>([
    ['Closes in 20 min', soon],
    ['Closed now, opens 18:00', opensAt('2026-11-22T17:00:00Z')],
    ['Closed now, opens Mon 06:00', opensAt('2026-11-23T05:00:00Z')],
    ['Closed now, opens 24 Dec 2026, 06:00', opensAt('2026-12-24T05:00:00Z')],
    ['Closed now', { kind: 'closed', opensAtMs: null }],
  ])('%s: is told on the tile and before a start, and blocks nothing', async (words, hours) => {
    await openApp(new FakeBridge(answers), withHours(hours))
    await vi.waitFor(() => {
      expect(document.querySelector('li .hours')?.textContent.replace(/,?\s/g, ' ')).toBe(
        words.replace(/,?\s/g, ' '),
      )
    })
    await tap(/^Start here – Plug 1$/)
    await sees('Make sure that you can get to your car.')
    await vi.waitFor(() => {
      const start = [...document.querySelectorAll('button')].at(-1)
      expect(start?.textContent.trim()).toBe('Start charging')
      expect(start?.disabled).toBe(false)
    })
  })

  it('are told while a car charges, and gone with a later word of main', async () => {
    const connectors = [
      aConnector({ id: 'c2', state: 'charging', startBlock: 'busy', hours: soon }),
    ]
    const bridge = new FakeBridge(answers)
    await openApp(bridge, aModel({ connectors, sessions: [aSession()] }))
    await tap(/^(?:Open with code|View or stop) – Plug 1$/)
    await vi.waitFor(() => {
      expect(document.body.textContent).toMatch(/Closes in 20\smin/)
    })
    bridge.push('live', { revision: 2, connectors: [aConnector({ id: 'c2', state: 'charging' })] })
    await vi.waitFor(() => {
      expect(document.body.textContent).not.toContain('Closes in')
    })
  })

  it('are nothing to tell where the plug is not to be had', async () => {
    const connectors = [aConnector({ state: 'in-use', startBlock: 'busy', hours: soon })]
    await openApp(new FakeBridge(answers), aModel({ connectors, sessions: [] }))
    await sees('In use')
    expect(document.body.textContent).not.toContain('Closes in')
  })
})
