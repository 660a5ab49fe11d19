import { describe, expect, it } from 'vitest'
import { createLinkState } from '#main/site/link.ts'

describe('the link', () => {
  it('is lost after the second failure in a row, and tells the last good refresh', () => {
    const state = createLinkState(0)
    state.good(10)
    expect(state.link).toEqual({ state: 'live', sinceMs: 10, lastGoodAtMs: null, error: null })
    state.failed(20, 'offline')
    expect(state.link.state).toBe('live')
    state.failed(21, 'offline')
    expect(state.link).toEqual({ state: 'lost', sinceMs: 21, lastGoodAtMs: 10, error: 'offline' })
  })

  it('stays the same object while nothing about it changes', () => {
    const state = createLinkState(0)
    state.good(10)
    const { link } = state
    state.good(20)
    expect(state.link).toBe(link)
  })

  it('keeps the time of the loss when the reason changes', () => {
    const state = createLinkState(0)
    for (const atMs of [1, 2]) state.failed(atMs, 'timed-out')
    state.failed(3, 'offline')
    expect(state.link).toMatchObject({ state: 'lost', sinceMs: 2, error: 'offline' })
  })

  it('is back with the first good refresh', () => {
    const state = createLinkState(0, 5)
    for (const atMs of [1, 2]) state.failed(atMs, 'offline')
    expect(state.link.lastGoodAtMs).toBe(5)
    state.good(30)
    expect(state.link).toMatchObject({ state: 'live', sinceMs: 30, lastGoodAtMs: null })
    expect(state.failures).toBe(0)
  })
})
