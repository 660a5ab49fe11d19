import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { CommandError, failureOf } from '#main/errors.ts'
import { writeAtomically } from './files.ts'

const sectionsSchema = z.record(z.string(), z.unknown())

/** Puts these names into a section of the settings file. Throws a CommandError `storage`; then nothing is changed. */
export type WriteSection = (section: string, change: Readonly<Record<string, unknown>>) => void

/** Changes `<folder>/settings.json`, and leaves whatever else is in it. */
export function createSectionWriter(folder: string): WriteSection {
  const file = path.join(folder, 'settings.json')
  return (section, change) => {
    try {
      const all = existsSync(file)
        ? sectionsSchema.parse(JSON.parse(readFileSync(file, 'utf8')))
        : {}
      const before = sectionsSchema.safeParse(all[section]).data ?? {}
      const after = { ...all, [section]: { ...before, ...change } }
      writeAtomically(file, `${JSON.stringify(after, null, 2)}\n`)
    } catch (error) {
      throw new CommandError(failureOf('storage', `the settings were not kept: ${String(error)}`))
    }
  }
}
