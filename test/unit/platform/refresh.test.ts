import { Kind, parse } from 'graphql'
import { describe, expect, it } from 'vitest'
import { buildRefreshDocument, maxStations } from '#platform/refresh.ts'
import type { RefreshShape } from '#platform/refresh.ts'
import { problemsOf } from './documents.ts'

const nothing: RefreshShape = {
  site: false,
  stations: 0,
  attempts: 0,
  chargelogs: 0,
  running: false,
}

/** Names under which the root fields answer. */
function rootKeys(text: string): string[] {
  const [operation] = parse(text).definitions
  if (operation?.kind !== Kind.OPERATION_DEFINITION) return []
  return operation.selectionSet.selections.map((selection) => {
    if (selection.kind !== Kind.FIELD) throw new Error('Not a field')
    return selection.alias?.value ?? selection.name.value
  })
}

describe('the document of a refresh', () => {
  it.each([
    ['a site at rest', { site: true, stations: 0, attempts: 0, chargelogs: 0 }],
    ['a site with starts and stops', { site: true, stations: 0, attempts: 2, chargelogs: 3 }],
    ['hand-picked stations', { site: false, stations: maxStations, attempts: 1, chargelogs: 0 }],
    ['stations alone', { ...nothing, stations: 3 }],
    ['running sessions alone', { ...nothing, running: true }],
    ['everything at once', { site: true, stations: 2, attempts: 2, chargelogs: 2 }],
  ])('fits the schema for %s', (_, shape) => {
    const { text, variableNames } = buildRefreshDocument(shape)
    expect(problemsOf(text)).toEqual([])
    for (const name of variableNames) expect(text).toContain(`$${name}: `)
  })

  it('asks for exactly the ids of its shape', () => {
    const { text, variableNames } = buildRefreshDocument({
      site: true,
      stations: 0,
      attempts: 2,
      chargelogs: 1,
    })
    expect(rootKeys(text)).toEqual(['site', 'running', 'a0', 'a1', 'c0'])
    expect(variableNames).toEqual(['site', 'page', 'a0', 'a1', 'c0'])
  })

  it('asks for running sessions unless told otherwise', () => {
    expect(rootKeys(buildRefreshDocument({ ...nothing, running: true }).text)).toEqual(['running'])
    expect(rootKeys(buildRefreshDocument({ ...nothing, stations: 2 }).text)).toEqual(['s0', 's1'])
  })

  it('is the same document for the same shape', () => {
    const shape = { site: true, stations: 0, attempts: 1, chargelogs: 0 }
    expect(buildRefreshDocument({ ...shape })).toBe(buildRefreshDocument({ ...shape }))
    expect(buildRefreshDocument({ ...shape, attempts: 2 })).not.toBe(buildRefreshDocument(shape))
  })

  it('is sent as its text', () => {
    const document = buildRefreshDocument({ ...nothing, site: true })
    expect(String(document)).toBe(document.text)
  })

  it.each([
    ['nothing', nothing],
    ['too many stations', { ...nothing, stations: maxStations + 1 }],
    ['fewer than no attempts', { ...nothing, running: true, attempts: -1 }],
    ['half a chargelog', { ...nothing, running: true, chargelogs: 0.5 }],
  ])('refuses a shape that asks for %s', (_, shape) => {
    expect(() => buildRefreshDocument(shape)).toThrow(RangeError)
  })
})
