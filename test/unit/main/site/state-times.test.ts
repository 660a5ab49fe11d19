import { describe, expect, it } from 'vitest'
import type { Connector } from '#contract/site.ts'
import { createStateTimes } from '#main/site/state-times.ts'

function watcher() {
  let nowMs = 1_000
  const withSince = createStateTimes({ now: () => nowMs })
  const look = (state: Connector['state'], freshness: Connector['freshness'] = 'live') => {
    nowMs += 1_000
    const connector = { id: 'c1', state, freshness } as Connector
    return withSince([connector])[0]?.since
  }
  return { look }
}

describe('since when a connector is as it is', () => {
  it('is exact where the terminal saw the change', () => {
    const { look } = watcher()
    expect(look('free')).toEqual({ atMs: 2_000, exact: false })
    expect(look('free')).toEqual({ atMs: 2_000, exact: false })
    expect(look('plugged')).toEqual({ atMs: 4_000, exact: true })
  })

  it('is not exact where nobody looked when it changed', () => {
    const { look } = watcher()
    look('free')
    expect(look('free', 'late')).toEqual({ atMs: 2_000, exact: false })
    expect(look('in-use')).toEqual({ atMs: 4_000, exact: false })
  })

  it('is not told of what is known from an earlier launch alone', () => {
    expect(watcher().look('free', 'late')).toBeUndefined()
  })
})
