import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { describe, expect, it } from 'vitest'
import { systemCommands } from '#contract/commands/system.ts'
import { formFields } from '#main/settings/desk-form.ts'
import { optionsHelp } from '#main/settings/options.ts'
import { readSection } from '#main/settings/section.ts'
import { allSettings, flagOf, isOption, variableOf } from '#main/settings/settings-table.ts'
import type { NamedRow, OptionName } from '#main/settings/settings-table.ts'
import messages from './fixtures/messages.json' with { type: 'json' }
import { projectRoot } from '#tools/lib/electron.ts'
import { read, settingAt, sourcesOf, textOf, type Source } from './sources.ts'

/** One of them fits each setting; one of a new kind may need one more. */
const candidates: readonly unknown[] = [
  ...['some text', 'https://p.example/graphql/', 'de-AT', 'Europe/Vienna', '04:15', '1080x1920'],
  ...['06:00-23:00', 'http://proxy.example:3128'],
  ...[true, false, 2, 0.4, ['de', 'fr'], { 'card-1': 'desk' }, '#0b5c3b', 'a'.repeat(43)],
  [{ name: 'Max', role: 'manager', pin: '471108' }],
  { '12': [30, 55.5] },
  ...['smtps://mail.example', 'it@hotel.example', ['it@hotel.example']],
  ...['mqtts://broker.example', '127.0.0.1:1883'],
  `whsec_${'a'.repeat(32)}`,
]

/** A value that this setting may have, other than its default. */
function sampleOf({ path, row }: NamedRow): unknown {
  // It must be a picture that is there.
  if (path === 'branding.logo' || path === 'branding.plan')
    return join(projectRoot, 'docs/pictures/plug-in.png')
  const schema = isOption(row) ? row.text : row.json
  const choices = schema instanceof z.ZodEnum ? schema.options : []
  const found = [...choices, ...candidates].find((value) => {
    const isText = !isOption(row) || row.text.safeParse(textOf(value)).success
    const isJson = row.json === null || row.json.safeParse(value).success
    return isText && isJson && JSON.stringify(value) !== JSON.stringify(row.default)
  })
  if (found === undefined) throw new Error(`No candidate fits ${path}`)
  return found
}

const options = allSettings.filter(({ row }) => isOption(row))
const fields = allSettings.filter(({ row }) => !isOption(row))

describe('a setting', () => {
  it.each(options.map((each) => [each.path, each] as const))(
    '%s has the same value by flag, variable and either file',
    (_, setting) => {
      const sample = sampleOf(setting)
      const found = sourcesOf(setting).map((source) => {
        const { resolution, faults } = read(setting, sample, source)
        if (!resolution?.ok) throw new Error(faults.join())
        return resolution.resolved.options[setting.name as OptionName]
      })
      expect(new Set(found.map((value) => JSON.stringify(value))).size).toBe(1)
      expect(found[0]).not.toEqual(setting.row.default)
    },
  )

  it.each(fields.map((each) => [each.path, each] as const))(
    '%s has the same value by either file',
    (_, setting) => {
      const sample = sampleOf(setting)
      const found = sourcesOf(setting).map((source) => read(setting, sample, source))
      for (const each of found) expect(each).toEqual({ ...found[0], faults: [] })
      const { part, name } = setting
      if (part === 'terminal' || !sourcesOf(setting).includes('file')) return
      expect(readSection(part, { [name]: sample }).values).toMatchObject({ [name]: sample })
    },
  )

  it.each(allSettings.map((each) => [each.path, each] as const))(
    '%s is refused from each source with what it must be',
    (_, setting) => {
      const wrong = isOption(setting.row) ? '  ' : [7]
      for (const source of sourcesOf(setting)) {
        const { faults } = read(setting, wrong, source)
        expect(faults).toHaveLength(1)
        const { row } = setting
        const expected = 'entry' in row ? row.entry.expected : row.expected
        expect(faults[0]).toContain(`it must be ${expected}.`)
      }
    },
  )

  it('is refused in words that do not change', () => {
    for (const [path, bySource] of Object.entries(messages)) {
      const setting = settingAt(path)
      const wrong = path.includes('.') ? [7] : '  '
      for (const [source, faults] of Object.entries(bySource))
        expect(read(setting, wrong, source as Source).faults).toEqual(faults)
    }
  })

  it.each(allSettings.map((each) => [each.path, each.row] as const))(
    '%s has a default that is a value of its own',
    (_, row) => {
      if (row.default === null) return
      const schema = isOption(row) ? row.text : row.json
      const given = isOption(row) ? textOf(row.default) : row.default
      expect(schema.parse(given)).toEqual(row.default)
    },
  )

  it('is in the help with its flag and its variable', () => {
    for (const { name } of options) {
      expect(optionsHelp()).toContain(`  ${flagOf(name as OptionName)}`)
      expect(optionsHelp()).toContain(variableOf(name as OptionName))
    }
  })
})

const deskWords = (language: string): unknown =>
  JSON.parse(readFileSync(`src/renderer/locales/${language}/desk.json`, 'utf8'))

describe("the desk's form", () => {
  it('is changed by those alone who may send its command', () => {
    expect(systemCommands['terminal.changeSettings'].manager).toBe(true)
    for (const { path } of formFields) expect(settingAt(path).row.form?.editableBy).toBe('manager')
  })

  it('has one setting in each place, and no secret', () => {
    const places = allSettings.flatMap(({ row: { form } }) =>
      form ? `${form.group} ${String(form.order)}` : [],
    )
    expect(new Set(places).size).toBe(places.length)
    for (const { path } of formFields) expect(settingAt(path).row.secret ?? false).toBe(false)
  })

  it('has words for each setting and each choice', () => {
    const keys = formFields.flatMap(({ path, choices }) => [
      `set.${path}`,
      ...choices.map((choice) => `set.${path}.${choice}`),
    ])
    for (const words of ['en', 'de'].map(deskWords))
      expect(keys.filter((key) => !Object.hasOwn(words as object, key))).toEqual([])
  })
})
