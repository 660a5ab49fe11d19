import { z } from 'zod'
import type { OptionProblem } from './option-flags.ts'
import { fileRowsOf, rowsOf, type SectionName, type SectionValues } from './settings-table.ts'

/**
 * What a section of the settings file says; what it leaves out is `fallback`'s, else the table's
 * default. Every name and value that cannot be used is reported.
 */
export function readSection<S extends SectionName>(
  section: S,
  given: unknown,
  fallback: Partial<SectionValues<S>> = {},
): { values: SectionValues<S>; problems: OptionProblem[] } {
  const values: Record<string, unknown> = { ...defaultsOf(section), ...fallback }
  const problems: OptionProblem[] = []
  const parsed = z.record(z.string(), z.unknown()).safeParse(given ?? {})
  if (!parsed.success) problems.push(problem(section, given, 'an object of settings'))
  const rows = fileRowsOf(section)
  for (const [name, value] of Object.entries(parsed.data ?? {})) {
    const source = `${section}.${name}`
    const row = Object.hasOwn(rows, name) ? rows[name] : undefined
    const read = row?.json.safeParse(value)
    if (read?.success) values[name] = read.data
    // One that only the provisioning file knows may stand here by mistake.
    else
      problems.push(problem(source, value, row?.expected ?? namesIn(rows), isSecret(section, name)))
  }
  return { values: values as SectionValues<S>, problems }
}

function defaultsOf(section: SectionName): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(rowsOf(section)).map(([name, row]) => [name, row.default]),
  )
}

const isSecret = (section: SectionName, name: string): boolean =>
  Object.entries(rowsOf(section)).some(([known, { secret }]) => known === name && secret === true)

const namesIn = (rows: object): string => `one of ${Object.keys(rows).join(', ')}`

const problem = (
  name: string,
  value: unknown,
  expected: string,
  secret = false,
): OptionProblem => ({
  source: `${name} in the settings file`,
  value: secret ? '(hidden)' : JSON.stringify(value),
  expected,
})
