import path from 'node:path'
import { CommandError, failureOf } from '#main/errors.ts'
import { writeAtomically } from '#main/settings/files.ts'

const starts = {
  png: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
  jpg: [0xff, 0xd8, 0xff],
  webp: [0x52, 0x49, 0x46, 0x46],
} as const
export type LogoKind = keyof typeof starts

const WEBP_MARK_AT = 8

/** What kind of picture this is, by its first bytes; null: none that is shown. */
export function logoKindOf(bytes: Buffer): LogoKind | null {
  const kinds = Object.keys(starts) as LogoKind[]
  const kind = kinds.find((each) => starts[each].every((byte, index) => bytes[index] === byte))
  if (kind !== 'webp') return kind ?? null
  return bytes.toString('latin1', WEBP_MARK_AT, WEBP_MARK_AT + 4) === 'WEBP' ? kind : null
}

/** Throws a CommandError `logo-unfit` for what is no PNG, JPEG or WebP. */
export function readLogo(base64: string): Buffer {
  const bytes = Buffer.from(base64, 'base64')
  if (logoKindOf(bytes) !== null) return bytes
  throw new CommandError(failureOf('logo-unfit', 'This is no picture that can be shown.'))
}

/** Writes the picture as `<folder>/logo.<kind>` and tells where it lies. */
export function writeLogo(bytes: Buffer, folder: string): string {
  const file = path.join(folder, `logo.${logoKindOf(bytes) ?? 'png'}`)
  writeAtomically(file, bytes)
  return file
}
