import { describe, expect, it } from 'vitest'
import { aliasedAnswers, aliasedVariables } from '#platform/aliases.ts'
import {
  buildCardsDocument,
  buildMeterDocument,
  maxCardConnectors,
  maxMeterSessions,
} from '#platform/batches.ts'
import { problemsOf } from './documents.ts'

describe.each([
  ['meter values', buildMeterDocument, 'm', maxMeterSessions],
  ['prices', buildCardsDocument, 'k', maxCardConnectors],
] as const)('a batch of %s', (_, build, prefix, limit) => {
  it.each([1, 2, limit])('fits the schema for %d', (count) => {
    const { text, variableNames } = build(count)
    expect(problemsOf(text)).toEqual([])
    expect(variableNames).toHaveLength(count)
    expect(variableNames.at(-1)).toBe(`${prefix}${count - 1}`)
  })

  it('is built once for each number', () => {
    expect(build(3)).toBe(build(3))
    expect(build(3)).not.toBe(build(4))
  })

  it.each([0, limit + 1, 1.5])('refuses %d', (count) => {
    expect(() => build(count)).toThrow(RangeError)
  })
})

it('the batch of meter values asks for at most 32 sessions', () => {
  expect(maxMeterSessions).toBe(32)
})

it('no batch of prices asks for tag ids', () => {
  expect(buildCardsDocument(2).text).not.toContain('tagId')
})

describe('aliases', () => {
  it('name the variables of a list of ids', () => {
    expect(aliasedVariables('m', ['one', 'two'])).toEqual({ m0: 'one', m1: 'two' })
  })

  it('bring the answers back in the order of the ids', () => {
    const data = { m1: 'second', m0: 'first' }
    expect(aliasedAnswers('m', data, 2)).toEqual(['first', 'second'])
  })

  it('make an answer that is missing null', () => {
    expect(aliasedAnswers('m', { m1: 'second' }, 3)).toEqual([null, 'second', null])
  })
})
