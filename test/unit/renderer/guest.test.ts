// @vitest-environment happy-dom
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import type { LiveModel } from '#contract/live.ts'
import { speak } from '#renderer/i18n/i18n.ts'
import { aModel, aSession, aStart, aSummary, MINUTE_MS, NOW_MS, type FakeBridge } from './fakes.ts'
import { button, fetchScreens, sees, PageRig, tap } from './page-rig.ts'

let rig: PageRig
let bridge: FakeBridge

async function open(model: LiveModel): Promise<void> {
  rig = new PageRig(model)
  bridge = rig.bridge
  await rig.open()
}

beforeAll(fetchScreens, 60_000)
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] })
})
afterEach(() => {
  rig.close()
  vi.useRealTimers()
})

describe('a start', () => {
  it('shows the whole price before, and happens once however often it is tapped', async () => {
    await open(aModel())
    await tap(/^Start here – Plug 1$/)
    await sees('€0.35 per kWh')
    await sees('Billed after the charge.')
    const start = await vi.waitFor(() => {
      const one = button(/^Start charging$/)
      expect(one?.disabled).toBe(false)
      return one
    })
    for (let taps = 0; taps < 10; taps += 1) start?.click()
    await sees('Checking the station')
    expect(bridge.inputsOf('charging.start')).toHaveLength(1)
    expect(bridge.inputsOf('charging.start')[0]).toMatchObject({
      connectorId: 'c1',
      optionId: 'o1',
    })
  })

  it('becomes the charging screen by itself, whose values come first', async () => {
    await open(aModel({ starts: [aStart()] }))
    await tap(/^Start here – Plug 1$/)
    await tap(/^Start charging$/)
    await sees('Plug in now')
    bridge.push('live', {
      revision: 2,
      sessions: [aSession({ id: 'log2', connectorId: 'c1', energyKWh: 0.2 })],
      starts: [aStart({ step: 'charging', sessionId: 'log2' })],
    })
    await sees('You can walk away')
    expect(bridge.inputsOf('live.watch')).toEqual([{ sessionId: 'log2' }])
  })
})

describe('a charge that began, or was measured, on another day', () => {
  it('carries the date, as no time of day says that', async () => {
    const startedAtMs = NOW_MS - 24 * 60 * MINUTE_MS
    const meterAtMs = NOW_MS - 16 * 60 * MINUTE_MS
    await open(aModel({ sessions: [aSession({ startedAtMs, meterAtMs })] }))
    await tap(/^(?:Open with code|View or stop) – Plug 2$/)
    await sees('Charging since 21 Nov 2026, 14:32')
    const late = aSession({ startedAtMs, meterAtMs, freshness: 'late' })
    bridge.push('live', { revision: 2, sessions: [late] })
    await sees('No news since 21 Nov 2026, 22:32')
    await sees('Started on 21 Nov 2026, 14:32')
    expect(document.body.textContent).not.toContain('You can walk away')
  })

  it('of today has its time alone', async () => {
    await open(aModel())
    await tap(/^(?:Open with code|View or stop) – Plug 2$/)
    await sees('Charging since 12:52 · 1\u00a0h 39\u00a0min')
    bridge.push('live', { revision: 2, sessions: [aSession({ freshness: 'late' })] })
    await sees('No news since 14:32:08')
    await sees('Started at 12:52')
  })
})

describe('a charge that ends', () => {
  const ended = aSession({ status: 'stopped', summary: aSummary() })

  it('shows its summary by itself, meter digits as delivered', async () => {
    await open(aModel())
    await tap(/^(?:Open with code|View or stop) – Plug 2$/)
    await sees('You can walk away')
    bridge.push('live', { revision: 2, sessions: [ended] })
    await sees('Thank you!')
    await sees('1,204.511\u00a0kWh (1204511)')
    await sees('€6.45')
  })

  it('that goes on after all leads back to the charge, and is not forgotten', async () => {
    await open(aModel())
    await tap(/^(?:Open with code|View or stop) – Plug 2$/)
    await sees('You can walk away')
    bridge.push('live', { revision: 2, sessions: [ended] })
    await sees('Thank you!')
    bridge.push('live', { revision: 3, sessions: [aSession()] })
    await sees('You can walk away')
    expect(bridge.inputsOf('charging.leave')).toEqual([])
  })

  it('leaves two minutes to scan its codes, asks, and is left and forgotten', async () => {
    await open(aModel())
    await tap(/^(?:Open with code|View or stop) – Plug 2$/)
    await sees('You can walk away')
    bridge.push('live', { revision: 2, sessions: [ended] })
    await sees('Closes in')
    await vi.advanceTimersByTimeAsync(118_000)
    expect(document.body.textContent).not.toContain('Are you still there?')
    await vi.advanceTimersByTimeAsync(4_000)
    await sees('Are you still there?')
    expect(bridge.inputsOf('charging.leave')).toEqual([])
    await vi.advanceTimersByTimeAsync(20_000)
    await sees('plugs free')
    expect(bridge.inputsOf('charging.leave')).toEqual([{ startId: null, sessionId: 'log1' }])
  })
})

describe('a stop that does not work yet', () => {
  it('is told with its reason and its tries, calmly, and can be pressed again', async () => {
    await open(aModel())
    await tap(/^(?:Open with code|View or stop) – Plug 2$/)
    const failure = { code: 'rejected', message: 'no', retryable: true } as const
    const stop = { requestedAtMs: NOW_MS, tries: 1, failure } as const
    bridge.push('live', {
      revision: 2,
      sessions: [aSession({ stop: { ...stop, state: 'failed' } })],
    })
    await sees('Stopping did not work yet. We keep trying.')
    await sees('Tries since 14:32: 1.')
    const next = { ...stop, tries: 2, state: 'requested' } as const
    bridge.push('live', { revision: 3, sessions: [aSession({ stop: next })] })
    await sees('Tries since 14:32: 2.')
    expect(button(/^Hold to stop/)?.disabled).toBe(false)
  })
})

describe('a guest who walks away', () => {
  it('is asked after a minute; the board returns, and after another one in the site’s language', async () => {
    await open(aModel())
    await speak('de')
    await tap(/^(?:Mit Code öffnen|Ansehen.Stoppen) – Ladeplatz 2$/)
    await sees('Sie können weggehen')
    await vi.advanceTimersByTimeAsync(62_000)
    await sees('Sind Sie noch da?')
    await vi.advanceTimersByTimeAsync(21_000)
    await sees('2 von 6 Ladeplätzen frei')
    await vi.advanceTimersByTimeAsync(82_000)
    await sees('2 of 6 plugs free')
  })

  it('stays when the screen is touched', async () => {
    await open(aModel())
    await tap(/^(?:Open with code|View or stop) – Plug 2$/)
    await sees('You can walk away')
    await vi.advanceTimersByTimeAsync(40_000)
    dispatchEvent(new Event('pointerdown'))
    await vi.advanceTimersByTimeAsync(45_000)
    expect(document.body.textContent).not.toContain('Are you still there?')
    expect(document.body.textContent).toContain('You can walk away')
  })
})

describe('without a connection', () => {
  it('says since when, and that a stop may be tried all the same', async () => {
    await open(aModel())
    await tap(/^(?:Open with code|View or stop) – Plug 2$/)
    await sees('You can walk away')
    bridge.push('live', {
      revision: 2,
      link: { state: 'lost', sinceMs: NOW_MS, lastGoodAtMs: NOW_MS - 5000, error: 'offline' },
    })
    await sees('No connection since 14:32:08.')
    const sinceMs = NOW_MS - 24 * 60 * MINUTE_MS
    bridge.push('live', {
      revision: 3,
      link: { state: 'lost', sinceMs, lastGoodAtMs: sinceMs, error: 'offline' },
    })
    await sees('No connection since 21 Nov 2026, 14:32.')
    await sees('You can try to stop all the same')
    expect(document.body.textContent).not.toContain('You can start again once')
    expect(document.body.textContent.split('No connection since')).toHaveLength(2)
    expect(button(/^Hold to stop/)?.disabled).toBe(false)
  })
})
