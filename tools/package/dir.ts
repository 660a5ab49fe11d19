import { renameSync, rmSync } from 'node:fs'
import path from 'node:path'
import { createPackage, listPackage } from '@electron/asar'
import { placeElectron, type ElectronWish } from './electron.ts'
import { copyInto, settleTree } from './files.ts'
import { burnFuses } from './fuses.ts'
import type { Stage } from './stage.ts'

/** Folders and files that may be in the asar; nothing else is shipped of ours. */
const SHIPPED =
  /^(package\.json|version|out(\/(main|preload|renderer))?|out\/main\/[\w-]+\.js|out\/preload\/index\.cjs|out\/renderer\/(index\.html|favicon\.svg|assets(\/[\w.@+~-]+\.(js|css|woff2|svg|png|webp))?))$/

/** What is in an asar and must not be: source maps, sources, tests, packages, anything unexpected. */
export function strangersIn(asar: string): string[] {
  return listPackage(asar, { isPack: false })
    .map((file) => file.replaceAll('\\', '/').replace(/^\//, ''))
    .filter((file) => !SHIPPED.test(file))
}

/**
 * Makes the folder that is installed on Linux: Electron under our name, the asar, fuses burnt and read back, one time and
 * known modes everywhere.
 * @throws {Error} where something is in the asar that must not be shipped, or a fuse has not taken
 */
export async function makeDir(
  staged: Stage,
  wish: ElectronWish,
  folder: string,
  seconds: number,
): Promise<void> {
  await placeElectron(wish, folder)
  const binary = path.join(folder, 'forecourt')
  renameSync(path.join(folder, 'electron'), binary)
  rmSync(path.join(folder, 'resources', 'default_app.asar'))
  const asar = path.join(folder, 'resources', 'app.asar')
  await createPackage(staged.folder, asar)
  const strangers = strangersIn(asar)
  if (strangers.length > 0) throw new Error(`Not to be shipped: ${strangers.join(', ')}.`)
  // Read by the desk: an upgrade changes it while the old version runs on.
  copyInto(path.join(staged.folder, 'version'), path.join(folder, 'resources', 'version'))
  await burnFuses(binary)
  settleTree(folder, seconds)
}
