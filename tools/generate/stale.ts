import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, sep } from 'node:path'
import { generatedFolder } from './files.ts'
import { rootFolder } from './sources.ts'

/**
 * Paths below the generated folder that differ from what they should be, are missing, or should
 * not be there.
 */
export function staleFiles(wanted: ReadonlyMap<string, string>): string[] {
  const present = presentFiles()
  const changed = [...wanted].filter(([path, content]) => present.get(path) !== content)
  const extra = [...present.keys()].filter((path) => !wanted.has(path))
  return [...changed.map(([path]) => path), ...extra].sort()
}

function presentFiles(): Map<string, string> {
  const folder = join(rootFolder, generatedFolder)
  if (!existsSync(folder)) return new Map()
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true })
  return new Map(
    entries
      .filter((entry) => entry.isFile())
      .map((entry) => {
        const path = join(entry.parentPath, entry.name)
        const text = readFileSync(path, 'utf8').replaceAll('\r\n', '\n')
        return [path.slice(folder.length + 1).replaceAll(sep, '/'), text]
      }),
  )
}
