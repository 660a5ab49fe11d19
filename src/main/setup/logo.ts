import path from 'node:path'
import { CommandError, failureOf } from '#main/errors.ts'
import { writeAtomically } from '#main/settings/files.ts'
import { logoTypeOf, type Logo } from '#main/settings/logo.ts'

const endings: Record<Logo['type'], string> = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/webp': 'webp',
}

/** A logo as it was chosen. Throws a CommandError `logo-unfit` for what is no PNG, JPEG or WebP. */
export function chosenLogo(base64: string): Logo {
  const content = Buffer.from(base64, 'base64')
  const type = logoTypeOf(content)
  if (type) return { content, type }
  throw new CommandError(failureOf('logo-unfit', 'This is no picture that can be shown.'))
}

/** Writes the picture as `<folder>/logo.<kind>` and tells where it lies. */
export function writeLogo({ content, type }: Logo, folder: string): string {
  const file = path.join(folder, `logo.${endings[type]}`)
  writeAtomically(file, content)
  return file
}
