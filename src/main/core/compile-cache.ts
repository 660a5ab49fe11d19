import { chmodSync, lstatSync } from 'node:fs'
import module from 'node:module'
import path from 'node:path'
import { FOLDER_MODE, makeFolder } from './files.ts'

/**
 * Keeps compiled code in `<dataDir>/code-cache`, for this user alone. Node's own place is a folder in the
 * temporary one: what lies there is run in main unseen, and whoever makes that folder first owns it.
 * Without a folder that can be trusted there is no cache.
 */
export function keepCompiledCode(dataDir: string): void {
  const folder = path.join(dataDir, 'code-cache')
  try {
    makeFolder(folder)
    const { uid } = lstatSync(folder)
    if (process.getuid !== undefined && uid !== process.getuid()) return
    if (process.platform !== 'win32') chmodSync(folder, FOLDER_MODE)
    module.enableCompileCache(folder)
  } catch {
    // A read-only or full disk: everything is compiled at each launch.
  }
}

/**
 * Where the data lies, read before anything else is loaded: by flag, variable, or where the system has it.
 * The whole command line is checked later.
 */
export function dataFolderOf(
  argv: readonly string[],
  env: Readonly<NodeJS.ProcessEnv>,
  ofSystem: string,
): string {
  const at = argv.findIndex((each) => /^--data-dir(=|$)/.test(each))
  const [, inFlag] = argv[at]?.split(/=(.*)/s) ?? []
  const next = argv[at + 1]
  const flag = at < 0 ? undefined : (inFlag ?? (next?.startsWith('--') ? undefined : next))
  const given = flag ?? env['FORECOURT_DATA_DIR'] ?? ''
  return path.resolve(given === '' ? ofSystem : given)
}
