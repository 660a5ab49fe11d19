import { describe, expect, it } from 'vitest'
import type { Start } from '#contract/charging.ts'
import { shownSteps, startEnd, startPhase } from '#renderer/charging/start-view.ts'
import { limitOf } from '#renderer/guest/idle-ms.ts'
import { aFailure, aStart, NOW_MS } from './fakes.ts'

describe('what to do now', () => {
  it('is to wait before the first word, and until the station says yes', () => {
    expect(startPhase(undefined)).toBe('wait')
    expect(startPhase(aStart({ step: 'requested' }))).toBe('wait')
  })

  it('is to pay while the payment page is open', () => {
    expect(startPhase(aStart({ kind: 'phone', step: 'paying' }))).toBe('pay')
  })

  it('is to plug in once it is accepted', () => {
    expect(startPhase(aStart({ step: 'accepted' }))).toBe('plug')
    expect(startPhase(aStart())).toBe('plug')
  })

  it('stays cancelled, even when a late car still starts', () => {
    expect(startPhase(aStart({ cancelled: true }))).toBe('cancelled')
    expect(startPhase(aStart({ cancelled: true, step: 'charging' }))).toBe('cancelled')
  })

  it('is to look for another way after an end', () => {
    for (const step of ['rejected', 'failed', 'timed-out'] as const) {
      expect(startPhase(aStart({ step }))).toBe('failed')
    }
  })
})

describe('the end of a start that ran out of time', () => {
  const timedOutAfter = (step: Start['step']): Start =>
    aStart({
      step: 'timed-out',
      history: [
        { step, atMs: NOW_MS, source: 'platform' },
        { step: 'timed-out', atMs: NOW_MS, source: 'terminal' },
      ],
    })

  it('is put down to the cable where the connector was waiting for one', () => {
    expect(startEnd(timedOutAfter('waiting-for-plug'))).toBe('timed-out')
  })

  it('is not put down to a cable that nobody waited for', () => {
    for (const step of ['requested', 'accepted', 'unknown'] as const) {
      expect(startEnd(timedOutAfter(step))).toBe('not-begun')
    }
  })
})

describe('the steps', () => {
  it('are what happened, then what is to come', () => {
    expect(shownSteps(aStart()).map(({ step, look }) => `${step}: ${look}`)).toEqual([
      'chosen: done',
      'requested: done',
      'accepted: done',
      'waiting-for-plug: now',
      'charging: next',
    ])
  })

  it('have the payment among what is to come, only for who pays by phone', () => {
    const chosen = { step: 'chosen', atMs: NOW_MS, source: 'terminal' } as const
    const coming = (kind: 'phone' | 'card'): string[] =>
      shownSteps(aStart({ kind, step: 'chosen', history: [chosen] })).map(({ step }) => step)
    expect(coming('phone').slice(0, 3)).toEqual(['chosen', 'requested', 'paying'])
    expect(coming('card').slice(0, 3)).toEqual(['chosen', 'requested', 'accepted'])
  })

  it('bear the time and the source that told them', () => {
    expect(shownSteps(aStart())[2]).toMatchObject({ atMs: NOW_MS - 5000, source: 'platform' })
  })

  it('end with a failure', () => {
    const rejected = aStart({
      step: 'rejected',
      failure: aFailure('rejected'),
      history: [
        { step: 'requested', atMs: NOW_MS, source: 'terminal' },
        { step: 'rejected', atMs: NOW_MS, source: 'station' },
      ],
    })
    expect(shownSteps(rejected).map(({ look }) => look)).toEqual(['done', 'bad'])
  })

  it('promise nothing more after a cancel', () => {
    expect(shownSteps(aStart({ cancelled: true })).some(({ look }) => look === 'next')).toBe(false)
  })
})

describe('the time to pay', () => {
  it('keeps the screen longer while it is paid than before and after', () => {
    const at = (start: Start): string =>
      limitOf(
        { name: 'starting', startId: start.id, connectorId: start.connectorId },
        new Map([[start.id, start]]),
      )
    expect(at(aStart({ kind: 'phone', step: 'paying' }))).toBe('paying')
    expect(at(aStart({ kind: 'phone', step: 'accepted' }))).toBe('screen')
    expect(limitOf({ name: 'approval', approvalId: 'a', connectorId: 'c1' }, new Map())).toBe(
      'paying',
    )
    expect(limitOf({ name: 'find' }, new Map())).toBe('screen')
  })
})
