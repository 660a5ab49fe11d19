import { z } from 'zod'
import type { OptionProblem } from './option-flags.ts'

/** One name of a section of the settings file. */
export interface Field {
  schema: z.ZodType
  /** Completes "must be …". */
  expected: string
}

export const field = <S extends z.ZodType>(schema: S, expected: string): Field & { schema: S } => ({
  schema,
  expected,
})

export type Given<F extends Record<string, Field>> = { [N in keyof F]?: z.output<F[N]['schema']> }

/** What a section of the settings file says; every name and value that cannot be used is told. */
export function readSection<F extends Record<string, Field>>(
  name: string,
  fields: F,
  section: unknown,
): { given: Given<F>; problems: OptionProblem[] } {
  if (section === undefined || section === null) return { given: {}, problems: [] }
  const parsed = z.record(z.string(), z.unknown()).safeParse(section)
  if (!parsed.success) {
    return { given: {}, problems: [problem(name, section, 'an object of settings')] }
  }
  const problems: OptionProblem[] = []
  const given: Record<string, unknown> = {}
  for (const [key, value] of Object.entries(parsed.data)) {
    const source = `${name}.${key}`
    const known = Object.hasOwn(fields, key) ? fields[key] : undefined
    if (!known) {
      problems.push(problem(source, value, `one of ${Object.keys(fields).join(', ')}`))
      continue
    }
    const read = known.schema.safeParse(value)
    if (read.success) given[key] = read.data
    else problems.push(problem(source, value, known.expected))
  }
  return { given: given as Given<F>, problems }
}

const problem = (name: string, value: unknown, expected: string): OptionProblem => ({
  source: `${name} in the settings file`,
  value: JSON.stringify(value),
  expected,
})
