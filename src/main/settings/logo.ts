import { readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import type { LogoFault } from '#contract/system.ts'
import type { Log } from '#main/core/log.ts'
import { pictureTypeOf, type Picture } from '#main/core/picture.ts'
import type { ResolvedSettings } from './resolved.ts'

const LOGO_ID = /^logo-\d{1,9}$/
const MOST_BYTES = 256 * 1024

/** Why a logo cannot be shown, in a half-sentence. */
export const logoFaults: Readonly<Record<LogoFault, string>> = {
  unreadable: 'the file cannot be read',
  large: 'the file is larger than 256 kB',
  'no-picture': 'the file is no PNG, JPEG or WebP picture',
}

/** The logo in a file, or why it cannot be shown. A name proves nothing, and an SVG may carry script. */
export function readLogo(file: string): Picture | LogoFault {
  try {
    if (statSync(file).size > MOST_BYTES) return 'large'
    const bytes = new Uint8Array(readFileSync(file))
    const type = pictureTypeOf(bytes)
    return type ? { type, bytes } : 'no-picture'
  } catch {
    return 'unreadable'
  }
}

/** Whether a picture's id means the logo: `logo-` and the generation of the terminal, so that a new one is loaded. */
export const isLogoId = (id: string): boolean => LOGO_ID.test(id)

/**
 * The logo that is set, or why it cannot be shown: the terminal goes on without it. Its file is
 * looked for in `homeDir`.
 */
export function logoOf(
  { branding }: ResolvedSettings,
  homeDir: string,
  log: Log,
): Picture | LogoFault | null {
  if (branding.logo === null) return null
  const logo = readLogo(path.resolve(homeDir, branding.logo))
  if (typeof logo === 'string') log.warn({ reason: logoFaults[logo] }, 'the logo cannot be shown')
  return logo
}
