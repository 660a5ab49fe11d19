import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The project's root folder. */
export const rootFolder = join(import.meta.dirname, '..', '..')

/** One file of `src/platform/operations`. */
export interface OperationFile {
  /** The folder it lies in: who may use it. */
  folder: OperationFolder
  /** From the project's root, such as `src/platform/operations/main/site.graphql`. */
  path: string
  text: string
}

export const operationFolders = ['main', 'guest', 'desk', 'manager', 'setup'] as const
export type OperationFolder = (typeof operationFolders)[number]

/** All operation files, in a fixed order. A folder without files may be missing. */
export function readOperationFiles(): OperationFile[] {
  return operationFolders.flatMap((folder) => {
    const parent = `src/platform/operations/${folder}`
    return graphqlNames(join(rootFolder, parent)).map((name) => {
      const path = `${parent}/${name}`
      return { folder, path, text: readText(join(rootFolder, path)) }
    })
  })
}

function graphqlNames(path: string): string[] {
  if (!existsSync(path)) return []
  return readdirSync(path)
    .filter((name) => name.endsWith('.graphql'))
    .sort()
}

// A checkout may bring other line ends; what is generated must not depend on it.
function readText(path: string): string {
  return readFileSync(path, 'utf8').replaceAll('\r\n', '\n')
}
