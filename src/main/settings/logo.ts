import path from 'node:path'
import type { LogoFault } from '#contract/system.ts'
import type { Log } from '#main/core/log.ts'
import { pictureTypeOf, type Picture } from '#main/core/picture.ts'
import { readPictureFile } from './picture-file.ts'
import type { ResolvedSettings } from './resolved.ts'

const LOGO_ID = /^logo-\d{1,9}$/
const MOST_BYTES = 256 * 1024

/** Why a logo cannot be shown, in a half-sentence. */
export const logoFaults: Readonly<Record<LogoFault, string>> = {
  unreadable: 'the file cannot be read',
  large: 'the file is larger than 256 kB',
  'no-picture': 'the file is no PNG, JPEG or WebP picture',
}

/** The logo in a file, or why it cannot be shown. */
export const readLogo = (file: string): Picture | LogoFault =>
  readPictureFile(file, MOST_BYTES, pictureTypeOf)

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
