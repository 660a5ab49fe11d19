// @vitest-environment happy-dom
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Session } from '#contract/charging.ts'
import { aModel, anInfo, aSession, MINUTE_MS, NOW_MS } from './fakes.ts'
import { fetchScreens, PageRig, sees, tap } from './page-rig.ts'

let rig: PageRig

beforeAll(fetchScreens, 60_000)
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] })
})
afterEach(() => {
  rig.close()
  vi.useRealTimers()
})

const card = (name: string): Element | null => document.querySelector(`.charge > .${name}`)

async function showing(over: Partial<Session>): Promise<void> {
  rig = new PageRig(aModel({ sessions: [aSession(over)] }))
  await rig.open()
  await tap(/^(?:Open with code|View or stop) – Plug 2$/)
}

describe('the charging screen', () => {
  it('begins with something true and calm: no empty card, and nothing that is not known yet', async () => {
    await showing({
      energyKWh: null,
      powerW: null,
      stateOfChargePercent: null,
      cost: null,
      rateName: null,
      powerCurve: [],
    })
    await sees('Your car is charging. You can walk away.')
    await sees('First reading in a few seconds')
    expect(document.body.textContent).not.toMatch(/not known|not provided|At the end/)
    expect(card('cost')).toBeNull()
    expect(card('course')).toBeNull()
  })

  it('tells the price with its parts, and by the clock from when staying costs', async () => {
    const rate = { short: '0.59 EUR/kWh + 0.10 EUR/min after 60 min', full: null }
    await showing({ rate, startedAtMs: NOW_MS - 20 * MINUTE_MS })
    await sees('€6.44')
    await sees('€0.59')
    await sees('From 15:12 parking costs €0.10 per minute: please unplug before.')
    const longAgo = aSession({ rate, startedAtMs: NOW_MS - 90 * MINUTE_MS })
    rig.bridge.push('live', { revision: 2, sessions: [longAgo] })
    await sees('Since 14:02 parking costs €0.10 per minute: please unplug.')
  })

  it('offers code and reminder to take along, unless the operator says no', async () => {
    await showing({ protection: 'code', stopCode: '4821', startedAtMs: NOW_MS - 20 * MINUTE_MS })
    await sees('Take it with you')
    const guest = { ...anInfo().guest, takeAlong: false }
    rig.bridge.push('terminal', { ...anInfo(), guest })
    await vi.waitFor(() => {
      expect(document.body.textContent).not.toContain('Take it with you')
    })
    await sees('Your stop code is 4 8 2 1.')
  })

  it('has the battery as a ring with what was gained, else the power’s course as its hero', async () => {
    await showing({ initialStateOfChargePercent: 43 })
    await sees('+22% · ')
    expect(card('meter')?.querySelector('.ring')).not.toBeNull()
    const silent = { stateOfChargePercent: null, initialStateOfChargePercent: null }
    rig.bridge.push('live', { revision: 2, sessions: [aSession(silent)] })
    await sees('18.4')
    expect(card('meter')?.querySelector('.ring')).toBeNull()
    expect(card('meter')?.querySelector('.chart')).not.toBeNull()
  })

  it('says that the car is full before anything else', async () => {
    await showing({ stateOfChargePercent: 100 })
    await sees('Your car is full. Please unplug.')
    expect(document.body.textContent).not.toContain('You can walk away')
  })
})
