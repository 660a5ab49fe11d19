import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { typeDefs } from '#platform/schema-text.ts'
import { operationCoverage } from '#test/coverage/operations.ts'
import { operationNames } from '#tools/generate/coverage.ts'
import { rootFolder } from '#tools/generate/sources.ts'

const { queries, mutations } = operationNames(typeDefs)
const deprecated = ['occupancyRate', 'termsAndConditions', 'acceptTermsAndConditions']

test('all 59 operations are there, each once', () => {
  const covered = operationCoverage.map(({ operation }) => operation)
  expect(covered).toHaveLength(59)
  expect(covered.toSorted()).toEqual([...queries, ...mutations].sort())
})

describe.each(operationCoverage)('$operation', ({ operation, test: path, ...row }) => {
  test('is driven by its test, which holds that it was asked', () => {
    const file = join(rootFolder, path)
    expect(existsSync(file)).toBe(true)
    expect(readFileSync(file, 'utf8')).toContain(`expectAsked('${operation}'`)
  })

  test('is put to use unless it is deprecated: then something else is', () => {
    expect(row.replacement !== undefined).toBe(deprecated.includes(operation))
    if (row.replacement === undefined) return
    expect(row.screen).toBeNull()
    expect([...queries, ...mutations]).toContain(row.replacement)
    expect(path).toMatch(/^test\/integration\/simulator\//)
  })
})
