import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import fc from 'fast-check'
import { describe, expect, it, onTestFinished } from 'vitest'
import { readProvision } from '#main/provision/read.ts'
import { formFields } from '#main/settings/desk-form.ts'
import { describeProblem } from '#main/settings/options.ts'
import { createSettingsStore } from '#main/settings/settings-store.ts'
import { allSettings, sectionNames } from '#main/settings/settings-table.ts'
import type { SettingsValues } from '#main/settings/settings.ts'
import { createMemoryVault } from '#main/settings/vault.ts'
import { changesOf, formOf } from '#renderer/desk/terminal/settings-form.ts'
import resolvedThen from './fixtures/resolved.json' with { type: 'json' }
import { openStore } from '#test/support/open-store.ts'
import { resolve } from './sources.ts'

const fixtures = path.join(import.meta.dirname, 'fixtures')
const textOf = (name: string): string => readFileSync(path.join(fixtures, `${name}.json`), 'utf8')
const valuesOf = (name: string): SettingsValues => JSON.parse(textOf(name)) as SettingsValues
const resolved = (told: Parameters<typeof resolve>[0]): unknown => {
  const resolution = resolve(told)
  if (!resolution.ok) throw new Error(resolution.problems.map(describeProblem).join('\n'))
  return resolution.resolved
}
const env = {
  ...{ FORECOURT_KEY: 'k', FORECOURT_PASSWORD: 'p' },
  ...{ FORECOURT_PIN_1: '2846', FORECOURT_PIN_2: '864213' },
}

/** The store over a settings file with this text. */
function storeOf(text: string) {
  const folder = mkdtempSync(path.join(tmpdir(), 'field-files-'))
  onTestFinished(() => {
    rmSync(folder, { recursive: true })
  })
  const file = path.join(folder, 'settings.json')
  writeFileSync(file, text)
  const store = createSettingsStore({
    ...{ argv: [], env: {}, homeDir: folder, nowMs: () => 0, vault: createMemoryVault() },
    openStore,
    provision: { load: () => null, current: () => ({ document: null }) },
  })
  return { store, inFile: () => JSON.parse(readFileSync(file, 'utf8')) as SettingsValues }
}

describe('a settings file that lies in the field', () => {
  it.each(['by-wizard', 'by-desk', 'by-hand'] as const)(
    'is read as it was when it was written: %s',
    (name) => {
      expect(resolved({ values: valuesOf(name) })).toMatchObject(resolvedThen[name])
    },
  )

  it('goes below a provisioning file of its time', () => {
    const reading = readProvision(textOf('provisioned'), env)
    if (!reading.ok) throw new Error(JSON.stringify(reading.faults))
    expect(resolved({ values: valuesOf('by-desk'), provision: reading.document })).toMatchObject(
      resolvedThen.provisioned,
    )
  })

  it.each(['by-wizard', 'by-desk', 'by-hand'])(
    'is shown at the desk and written back as it is: %s',
    async (name) => {
      const { store, inFile } = storeOf(textOf(name))
      const form = formOf(store.shown())
      expect(changesOf(formFields, form, form)).toEqual({})
      await store.write({ guest: { deskPhone: '7' } })
      const { guest, ...others } = valuesOf(name)
      expect(inFile()).toEqual({ ...others, guest: { ...(guest as object), deskPhone: '7' } })
    },
  )
})

/** Files as nobody would write them: known names and others, with any JSON in them. */
const anyFile = fc.dictionary(
  fc.constantFrom(...allSettings.map(({ name }) => name), ...sectionNames, '__proto__', 'other'),
  fc.oneof(
    fc.jsonValue(),
    fc.dictionary(fc.constantFrom(...allSettings.map(({ name }) => name), 'x'), fc.jsonValue()),
  ),
)

describe('any file', () => {
  it('is taken as settings or refused by names and what they must be, and never throws', () => {
    fc.assert(
      fc.property(anyFile, (values) => {
        const resolution = resolve({ values })
        if (resolution.ok) return
        for (const problem of resolution.problems)
          expect(describeProblem(problem)).toMatch(/ in the settings file: .* must be .+\.$/s)
      }),
      { seed: 17, numRuns: 500 },
    )
  })

  it('is provisioning that a terminal can start with, or is refused by its lines', () => {
    fc.assert(
      fc.property(anyFile, (values) => {
        const reading = readProvision(JSON.stringify(values, null, 1), {})
        if (reading.ok) expect(resolve({ provision: reading.document }).ok).toBe(true)
        else for (const { line, text } of reading.faults) expect([line, text]).not.toContain(null)
      }),
      { seed: 17, numRuns: 500 },
    )
  })
})
