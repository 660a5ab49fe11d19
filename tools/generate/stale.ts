import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, sep } from 'node:path'
import { generatedFolder } from './files.ts'
import { rootFolder } from './sources.ts'

/**
 * Paths from the project's root of generated files that differ from what they should be or are
 * missing, and of files in the generated folder that should not be there.
 */
export function staleFiles(wanted: ReadonlyMap<string, string>): string[] {
  const changed = [...wanted].filter(([path, content]) => textAt(path) !== content)
  const extra = pathsInGeneratedFolder().filter((path) => !wanted.has(path))
  return [...changed.map(([path]) => path), ...extra].sort()
}

function textAt(path: string): string | undefined {
  const file = join(rootFolder, path)
  return existsSync(file) ? readFileSync(file, 'utf8').replaceAll('\r\n', '\n') : undefined
}

function pathsInGeneratedFolder(): string[] {
  const folder = join(rootFolder, generatedFolder)
  if (!existsSync(folder)) return []
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(rootFolder.length + 1))
    .map((path) => path.replaceAll(sep, '/'))
}
