import { Kind, parse } from 'graphql'
import type { OperationDefinitionNode } from 'graphql'
import type { OperationFile, OperationFolder } from './sources.ts'

const modesByFolder: Record<AskFolder, readonly string[]> = {
  guest: ['guest', 'desk', 'setup'],
  desk: ['desk', 'setup'],
  manager: ['desk', 'setup'],
  setup: ['setup'],
}

/**
 * The manifest of what the renderer may ask for: a TypeScript module.
 * @param texts operation texts by id, as the code generator made them
 */
export function trustedModule(
  texts: Readonly<Record<string, string>>,
  files: readonly OperationFile[],
): string {
  const folders = foldersByOperation(files)
  const entries = Object.entries(texts).map(([id, text]) => {
    const { operation, name } = onlyOperation(text)
    const folder = folders.get(name)
    if (folder === undefined) throw new Error(`No folder has the operation ${name}`)
    return {
      id,
      name,
      kind: operation,
      modes: modesByFolder[folder],
      manager: folder === 'manager',
      text,
    }
  })
  entries.sort((one, other) => (one.name < other.name ? -1 : 1))
  return [
    `export interface TrustedOperation {`,
    `  readonly name: string`,
    `  readonly kind: 'query' | 'mutation'`,
    `  /** The modes of the terminal in which the renderer may ask for it. */`,
    `  readonly modes: readonly ('guest' | 'desk' | 'setup')[]`,
    `  /** At the desk a manager alone may ask for it. */`,
    `  readonly manager: boolean`,
    `  readonly text: string`,
    `}`,
    ``,
    `/** By id, which is the \`__meta__.hash\` of the renderer's document. */`,
    `export const trustedOperations: Readonly<Record<string, TrustedOperation>> = {`,
    ...entries.map(({ id, ...entry }) => `  ${JSON.stringify(id)}: ${JSON.stringify(entry)},`),
    `}`,
    ``,
  ].join('\n')
}

type AskFolder = Exclude<OperationFolder, 'main'>

function foldersByOperation(files: readonly OperationFile[]): Map<string, AskFolder> {
  const folders = new Map<string, AskFolder>()
  for (const { folder, text } of files) {
    if (folder === 'main') continue
    for (const { name } of operationsOf(text)) folders.set(name, folder)
  }
  return folders
}

function onlyOperation(text: string): { operation: string; name: string } {
  const [operation, ...others] = operationsOf(text)
  if (!operation || others.length > 0) throw new Error(`Not exactly one operation in: ${text}`)
  return operation
}

function operationsOf(text: string): { operation: string; name: string }[] {
  return parse(text)
    .definitions.filter(
      (node): node is OperationDefinitionNode => node.kind === Kind.OPERATION_DEFINITION,
    )
    .map((node) => {
      if (!node.name) throw new Error(`An operation without a name in: ${text}`)
      return { operation: node.operation, name: node.name.value }
    })
}
