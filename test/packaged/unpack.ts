import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { extractAll } from '@electron/asar'
import type { TestProject } from 'vitest/node'
import { makeTarget } from '#tools/package/make.ts'
import { projectVersion } from '#tools/package/stage.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** A folder with the files of an asar, and nothing of the project beside it. */
    packaged: string
  }
}

/**
 * Packs once with the placeholder in Electron's place and unpacks the asar far from the project: what is not in it is
 * not found. `FORECOURT_PACKAGED` names a folder that was unpacked from another package.
 */
export default async function unpackOnce(project: TestProject): Promise<(() => void) | undefined> {
  const given = process.env['FORECOURT_PACKAGED']
  if (given !== undefined) {
    project.provide('packaged', path.resolve(given))
    return undefined
  }
  const releaseDir = mkdtempSync(path.join(tmpdir(), 'forecourt-packaged-'))
  const [folder = ''] = await makeTarget({
    ...{ target: 'dir', arch: 'x64', electron: 'placeholder', releaseDir },
    ...{ version: projectVersion(), seconds: Date.UTC(2026, 0, 1) / 1000 },
    ...{ key: null, repository: null },
  })
  const resources = path.join(folder, 'resources')
  const app = path.join(resources, 'app')
  extractAll(path.join(resources, 'app.asar'), app)
  rmSync(path.join(releaseDir, 'stage'), { recursive: true })
  project.provide('packaged', app)
  return () => {
    rmSync(releaseDir, { recursive: true, force: true })
  }
}
