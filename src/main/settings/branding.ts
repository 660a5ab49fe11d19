import { z } from 'zod'
import type { OptionProblem } from './option-flags.ts'
import { textSchema } from './option-values.ts'
import { field, readSection } from './section.ts'

/** Whose terminal this is: section `branding` of the settings file. */
export interface Branding {
  /** Shown on the board; null: the site's own name. */
  readonly name: string | null
  /** `#rrggbb`; null: the terminal's own colour. */
  readonly accent: string | null
  /** A PNG, JPEG or WebP file; null: none. */
  readonly logo: string | null
}

const LEAST_CONTRAST = 4.5

/** The contrast of a colour `#rrggbb` to white (WCAG 2: relative luminance). */
export function contrastToWhite(colour: string): number {
  const channel = (from: number): number => {
    const value = Number.parseInt(colour.slice(from, from + 2), 16) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  }
  const luminance = 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5)
  return 1.05 / (luminance + 0.05)
}

const isReadable = (colour: string): boolean =>
  /^#[0-9a-f]{6}$/i.test(colour) && contrastToWhite(colour) >= LEAST_CONTRAST

/** Every name of the section, and what it may be. */
export const brandingFields = {
  name: field(textSchema.max(40).nullable(), 'a name of at most 40 characters'),
  accent: field(
    z.string().refine(isReadable).nullable(),
    'a colour such as "#0b5c3b", dark enough for white text on it (contrast 4.5:1 at least)',
  ),
  logo: field(textSchema.nullable(), 'a PNG, JPEG or WebP file of at most 256 kB'),
}

/** Reads the section; what it leaves out is the terminal's own. */
export function readBranding(section: unknown): { branding: Branding; problems: OptionProblem[] } {
  const { given, problems } = readSection('branding', brandingFields, section)
  const { name = null, accent = null, logo = null } = given
  return { branding: { name, accent, logo }, problems }
}
