import { readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import type { Log } from '#main/log.ts'
import type { Settled } from './settled.ts'

/** A logo that can be shown. */
export interface Logo {
  readonly content: Buffer
  readonly type: 'image/png' | 'image/jpeg' | 'image/webp'
}

const MOST_BYTES = 256 * 1024

/** Pictures by their first bytes: a name proves nothing, and an SVG may carry script. */
const pictures: readonly { type: Logo['type']; isOne: (content: Buffer) => boolean }[] = [
  { type: 'image/png', isOne: (content) => content.toString('latin1', 1, 4) === 'PNG' },
  { type: 'image/jpeg', isOne: (content) => content.toString('hex', 0, 3) === 'ffd8ff' },
  {
    type: 'image/webp',
    isOne: (content) =>
      content.toString('latin1', 0, 4) === 'RIFF' && content.toString('latin1', 8, 12) === 'WEBP',
  },
]

/** What kind of picture this is; undefined: none that is shown. */
export const logoTypeOf = (content: Buffer): Logo['type'] | undefined =>
  pictures.find(({ isOne }) => isOne(content))?.type

/** The logo in a file, or why it cannot be shown. */
export function readLogo(file: string): Logo | string {
  try {
    if (statSync(file).size > MOST_BYTES) return 'the file is larger than 256 kB'
    const content = readFileSync(file)
    const type = logoTypeOf(content)
    return type ? { content, type } : 'the file is no PNG, JPEG or WebP picture'
  } catch {
    return 'the file cannot be read'
  }
}

/** The logo that is settled; without it the terminal goes on. Its file is looked for in `homeDir`. */
export function logoOf({ branding }: Settled, homeDir: string, log: Log): Logo | null {
  if (branding.logo === null) return null
  const logo = readLogo(path.resolve(homeDir, branding.logo))
  if (typeof logo !== 'string') return logo
  log.warn({ reason: logo }, 'the logo cannot be shown')
  return null
}
