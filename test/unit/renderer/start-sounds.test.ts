// @vitest-environment happy-dom
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Start } from '#contract/charging.ts'
import type { TerminalInfo } from '#contract/terminal.ts'
import { useMoreTime } from '#renderer/live/use-more-time.ts'
import { aConnector, aModel, anInfo, aSession, aStart } from './fakes.ts'
import { fetchScreens, PageRig, sees, tap } from './page-rig.ts'

vi.mock('#renderer/speech/speech.ts', () => ({
  Speech: class {
    end = (): void => undefined
  },
}))

/** The notes that were asked of the machine (Hz), context by context. */
let heard: number[][]
let rig: PageRig

class FakeContext {
  readonly notes: number[] = []
  readonly currentTime = 0
  readonly destination = {}
  constructor() {
    heard.push(this.notes)
  }
  createOscillator = (): unknown => {
    const frequency = { value: 0 }
    return {
      frequency,
      connect: (next: unknown) => next,
      start: () => this.notes.push(Math.round(frequency.value)),
      stop: () => undefined,
      addEventListener: (_: string, ended: () => void) => {
        ended()
      },
    }
  }
  createGain = (): unknown => ({
    gain: { setValueAtTime: () => undefined, linearRampToValueAtTime: () => undefined },
    connect: (next: unknown) => next,
  })
  resume = (): Promise<void> => Promise.resolve()
  close = (): Promise<void> => Promise.resolve()
}

beforeAll(async () => {
  await Promise.all([fetchScreens(), import('#renderer/guest/sounds.ts')])
}, 60_000)
beforeEach(() => {
  heard = []
  vi.stubGlobal('AudioContext', FakeContext)
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] })
})
afterEach(() => {
  rig.close()
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

const waiting = (over: Partial<Start> = {}): Start =>
  aStart({ claimed: true, step: 'waiting-for-plug', ...over })

async function wait(info: Partial<TerminalInfo> = {}): Promise<void> {
  const connectors = [
    aConnector({ state: 'starting', startId: 'start1', startBlock: 'start-open' }),
  ]
  rig = new PageRig(aModel({ starts: [waiting()], connectors }), {}, info)
  await rig.open()
  await tap(/^Continue – Plug/)
  await sees('Plug in now')
}
const guest = (over: Partial<TerminalInfo['guest']>): Partial<TerminalInfo> => ({
  guest: { ...anInfo().guest, ...over },
})
const begin = (): void => {
  const sessions = [aSession({ id: 'log9', connectorId: waiting().connectorId })]
  const starts = [waiting({ step: 'charging', sessionId: 'log9' })]
  rig.bridge.push('live', { revision: 2, sessions, starts })
}

describe('what is heard of a start', () => {
  it('is a rising chime where it begins to charge', async () => {
    await wait()
    begin()
    await sees('You can walk away')
    await vi.waitFor(() => {
      expect(heard).toEqual([[523, 784]])
    })
  })

  it('is a low one where it fails', async () => {
    await wait()
    rig.bridge.push('live', { revision: 2, starts: [waiting({ step: 'rejected' })] })
    await sees('The station did not start')
    await vi.waitFor(() => {
      expect(heard).toEqual([[233, 175]])
    })
  })

  it.each([
    ['where the operator wants none', guest({ sounds: false })],
    ['by night', { clock: { nowMs: Date.parse('2026-11-22T23:30:00Z'), speed: 0 } }],
  ])('is nothing %s', async (_, info) => {
    await wait(info)
    begin()
    await sees('You can walk away')
    expect(heard).toEqual([])
  })

  it('is nothing over speech', async () => {
    await wait()
    dispatchEvent(new KeyboardEvent('keydown', { key: '*' }))
    await vi.waitFor(() => {
      expect(useMoreTime().isSpoken).toBe(true)
    })
    begin()
    await sees('You can walk away')
    expect(heard).toEqual([])
  })
})
