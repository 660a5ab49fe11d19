import { readFileSync, statSync } from 'node:fs'
import type { Picture } from '#main/core/picture.ts'

/** What keeps a file from being shown. */
type PictureFault = 'unreadable' | 'large' | 'no-picture'

/** The picture in a file of at most `mostBytes`, or why it cannot be shown. A name proves nothing. */
export function readPictureFile(
  file: string,
  mostBytes: number,
  typeOf: (bytes: Uint8Array) => Picture['type'] | null,
): Picture | PictureFault {
  try {
    if (statSync(file).size > mostBytes) return 'large'
    const bytes = new Uint8Array(readFileSync(file))
    const type = typeOf(bytes)
    return type ? { type, bytes } : 'no-picture'
  } catch {
    return 'unreadable'
  }
}
