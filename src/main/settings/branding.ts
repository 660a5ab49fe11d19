import type { OptionProblem } from './option-flags.ts'
import { readSection } from './section.ts'
import type { SectionValues } from './settings-table.ts'

/** Whose terminal this is, null where it is not said: section `branding` of the settings file. */
export type Branding = SectionValues<'branding'>

/** Reads the section; what it leaves out is the terminal's own. */
export function readBranding(section: unknown): { branding: Branding; problems: OptionProblem[] } {
  const { values, problems } = readSection('branding', section)
  return { branding: values, problems }
}
