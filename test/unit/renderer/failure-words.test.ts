import { describe, expect, it } from 'vitest'
import { failureWords } from '#renderer/charging/failure-words.ts'
import type { Translate } from '#renderer/i18n/text.ts'
import { aFailure } from './fakes.ts'

const keyOf = ((key: string) => key) as Translate

const reasonOf = (reason: string): string | null =>
  failureWords({ ...aFailure('rejected'), details: { reason } }, keyOf).reason

describe('the words of a failure', () => {
  it('are those of its code, with a next step', () => {
    const { what, next, reason } = failureWords(aFailure('connector-busy'), keyOf)
    expect({ what, next, reason }).toEqual({
      what: 'error.connector-busy',
      next: 'error.connector-busy.next',
      reason: null,
    })
  })

  it("quote the station's reason without its full stop", () => {
    expect(reasonOf('The cable lock is jammed.')).toBe('The cable lock is jammed')
    expect(reasonOf('E-42')).toBe('E-42')
    expect(reasonOf('Really?')).toBe('Really?')
  })
})
