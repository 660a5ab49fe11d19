import { describe, expect, it } from 'vitest'
import type { StartStep } from '#contract/charging.ts'
import { advance, isFailureStep, isGivenUp, isOpenStep } from '#main/charging/ledger/start-steps.ts'

/** In the order of the way; `unknown` stands where `requested` does. */
const way: StartStep[] = ['chosen', 'requested', 'paying', 'accepted', 'waiting-for-plug']
const failures: StartStep[] = ['rejected', 'failed', 'timed-out']
const all: StartStep[] = [...way, 'unknown', 'charging', ...failures]

describe('the steps of a start', () => {
  it('keep a connector until it charges or has failed', () => {
    expect(all.filter(isOpenStep)).toEqual([...way, 'unknown'])
    expect(all.filter(isFailureStep)).toEqual(failures)
  })

  it('are given up where nobody said no', () => {
    expect(all.filter(isGivenUp)).toEqual(['failed', 'timed-out'])
  })

  it.each(way.map((step, index) => [step, index] as const))(
    'go forwards from %s, and never back',
    (step, index) => {
      for (const [other, next] of way.entries()) {
        expect(advance(step, next)).toBe(other > index ? next : step)
      }
      expect(advance(step, 'charging')).toBe('charging')
    },
  )

  it('go on from "unknown" as from "requested"', () => {
    expect(advance('chosen', 'unknown')).toBe('unknown')
    expect(advance('requested', 'unknown')).toBe('requested')
    expect(advance('unknown', 'requested')).toBe('unknown')
    expect(advance('unknown', 'chosen')).toBe('unknown')
    for (const next of ['paying', 'accepted', 'waiting-for-plug', 'charging'] as const) {
      expect(advance('unknown', next)).toBe(next)
    }
  })

  it.each(failures)('lead into %s from all but a charge', (failure) => {
    for (const step of [...way, 'unknown'] as const) expect(advance(step, failure)).toBe(failure)
    expect(advance('charging', failure)).toBe('charging')
  })

  it.each(failures)('lead out of %s into a charge alone', (failure) => {
    for (const next of all)
      expect(advance(failure, next)).toBe(next === 'charging' ? next : failure)
  })

  it('end with the charge', () => {
    for (const next of all) expect(advance('charging', next)).toBe('charging')
  })
})
