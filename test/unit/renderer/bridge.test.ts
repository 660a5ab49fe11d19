// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { reactive } from 'vue'
import { ask, CommandError, failureOf } from '#renderer/bridge.ts'
import { extrapolate } from '#renderer/live/now.ts'
import { answerProbes, followTouches } from '#renderer/presence.ts'
import { aFailure, FakeBridge } from './fakes.ts'

let bridge: FakeBridge

beforeEach(() => {
  bridge = new FakeBridge({
    'charging.options': () => ({ ok: false, error: aFailure('connector-late') }),
    'live.watch': () => ({ ok: true, value: null }),
    'terminal.alive': () => ({ ok: true, value: null }),
    'terminal.touched': () => ({ ok: true, value: null }),
  })
  vi.stubGlobal('terminal', bridge)
})

describe('a command', () => {
  it('that fails rejects with main’s failure', async () => {
    const asked = ask('charging.options', { connectorId: 'c1' })
    await expect(asked).rejects.toBeInstanceOf(CommandError)
    const failure = await asked.catch(failureOf)
    expect(failure).toMatchObject({ code: 'connector-late', retryable: true })
  })

  it('crosses as plain JSON, never as a reactive proxy', async () => {
    await ask('live.watch', reactive({ sessionId: 'log1' }))
    expect(structuredClone(bridge.asked[0]?.input)).toEqual({ sessionId: 'log1' })
  })
})

it('anything else that is thrown is an internal failure', () => {
  expect(failureOf(new Error('broken'))).toMatchObject({ code: 'internal', message: 'broken' })
})

it('touches are told at most once in two seconds', () => {
  vi.useFakeTimers({ toFake: ['performance'] })
  followTouches()
  for (const atMs of [0, 500, 1900, 2100]) {
    vi.setSystemTime(atMs)
    vi.advanceTimersByTime(atMs === 0 ? 0 : atMs - performance.now())
    dispatchEvent(new Event('pointerdown'))
  }
  expect(bridge.inputsOf('terminal.touched')).toHaveLength(2)
  vi.useRealTimers()
})

it.each([
  ['<main><h1>Plugs</h1></main>', true],
  ['<main> <div></div></main>', false],
  ['', false],
])('the watchdog learns whether the page shows a word: %j', (content, painted) => {
  document.body.innerHTML = `<div id="app">${content}</div>`
  answerProbes()
  bridge.push('probe', { probe: 3 })
  expect(bridge.inputsOf('terminal.alive')).toEqual([{ probe: 3, painted }])
})

it('the clock runs on from main’s reading at main’s speed', () => {
  expect(extrapolate({ nowMs: 1000, speed: 60 }, 500)).toBe(31_000)
})
