import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The project's root folder. */
export const rootFolder = join(import.meta.dirname, '..', '..')

const platformFolder = join(rootFolder, 'src', 'platform')

/** One file of `src/platform/operations`. */
export interface OperationFile {
  /** The folder it lies in: who may use it. */
  folder: OperationFolder
  /** File name, such as `site.graphql`. */
  name: string
  text: string
}

export const operationFolders = ['main', 'guest', 'desk', 'manager', 'setup'] as const
export type OperationFolder = (typeof operationFolders)[number]

/** The schema as it is written in `schema.graphql`. */
export function readSchemaText(): string {
  return readText(join(platformFolder, 'schema.graphql'))
}

/** All operation files, in a fixed order. A folder without files may be missing. */
export function readOperationFiles(): OperationFile[] {
  return operationFolders.flatMap((folder) => {
    const path = join(platformFolder, 'operations', folder)
    return graphqlNames(path).map((name) => ({ folder, name, text: readText(join(path, name)) }))
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
