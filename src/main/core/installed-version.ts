import { readFileSync } from 'node:fs'
import path from 'node:path'

/**
 * The version that lies on the disk, by the file `version` in a package's resources: an upgrade changes
 * it while the old one runs on. Null where nothing is packaged, and where nobody can tell.
 */
export function installedVersion(resourcesDir: string | undefined): string | null {
  if (resourcesDir === undefined) return null
  try {
    const version = readFileSync(path.join(resourcesDir, 'version'), 'utf8').trim()
    return version === '' ? null : version
  } catch {
    return null
  }
}
