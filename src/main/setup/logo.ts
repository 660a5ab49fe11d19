import path from 'node:path'
import { CommandError, failureOf } from '#main/core/errors.ts'
import { writeAtomically } from '#main/core/files.ts'
import { pictureTypeOf, type Picture } from '#main/core/picture.ts'

const endings: Record<Picture['type'], string> = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/webp': 'webp',
  'image/svg+xml': 'svg',
}

/** A logo as it was chosen. Throws a CommandError `logo-unfit` for what is no PNG, JPEG or WebP. */
export function chosenLogo(base64: string): Picture {
  const bytes = new Uint8Array(Buffer.from(base64, 'base64'))
  const type = pictureTypeOf(bytes)
  if (type) return { bytes, type }
  throw new CommandError(failureOf('logo-unfit', 'This is no picture that can be shown.'))
}

/** Writes the picture as `<folder>/logo.<kind>` and returns its path. */
export function writeLogo({ bytes, type }: Picture, folder: string): string {
  const file = path.join(folder, `logo.${endings[type]}`)
  writeAtomically(file, bytes)
  return file
}
