import { readFileSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { gzipSync } from 'node:zlib'

/** Sizes of one built file, in bytes. */
export interface AssetSize {
  bytes: number
  gzipBytes: number
}

/** The built scripts and styles of the renderer by file name. */
export function measureAssets(rendererDir: string): ReadonlyMap<string, AssetSize> {
  const folder = path.join(rendererDir, 'assets')
  const names = readdirSync(folder).filter((name) => /\.(js|css)$/.test(name))
  return new Map(
    names.map((name) => {
      const content = readFileSync(path.join(folder, name))
      return [name, { bytes: content.length, gzipBytes: gzipSync(content, { level: 9 }).length }]
    }),
  )
}
