import { readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { getNodeValue, type Node } from 'jsonc-parser'

const NAMED = /\$\{([^}]*)\}/g
const FILE = 'file:'
/** A certificate has some kB; who names a larger file has named another. */
const MOST_BYTES = 65_536
const UNREADABLE = 'cannot be read; it must be a file that holds one value'

/** Where the texts of a file take their values from. */
export interface Sources {
  readonly env: NodeJS.ProcessEnv
  /** Files are looked for from here. */
  readonly folder: string
}

/**
 * The value of a JSON tree with each `${NAME}` in its texts taken from the environment, and each `${file:PATH}`
 * from a file, without the line's end at its end; `onMissing` is told, in words, of those that cannot be had. Names
 * of settings are left as they are.
 */
export function resolved(
  node: Node,
  sources: Sources,
  onMissing: (node: Node, fault: string) => void,
): unknown {
  const { type, children = [] } = node
  if (type === 'array') return children.map((child) => resolved(child, sources, onMissing))
  if (type === 'object') {
    const entries = children.flatMap(({ children: [name, value] = [] }) =>
      name && value ? [[String(name.value), resolved(value, sources, onMissing)]] : [],
    )
    return Object.fromEntries(entries) as unknown
  }
  const value: unknown = getNodeValue(node)
  if (typeof value !== 'string') return value
  return value.replaceAll(NAMED, (written, name: string) => {
    const found = name.startsWith(FILE)
      ? inFile(path.resolve(sources.folder, name.slice(FILE.length)))
      : { text: sources.env[name] ?? '', fault: 'is not set in the environment; it must be' }
    if (found.text === '') onMissing(node, `${written} ${found.fault}.`)
    return found.text
  })
}

function inFile(file: string): { text: string; fault: string } {
  try {
    const stats = statSync(file)
    // A pipe or a device would hold the launch up.
    if (!stats.isFile()) return { text: '', fault: UNREADABLE }
    if (stats.size > MOST_BYTES) return { text: '', fault: 'is too large; it must hold one value' }
    const text = readFileSync(file, 'utf8').replace(/\r?\n$/, '')
    return { text, fault: 'is empty; it must hold one value' }
  } catch {
    return { text: '', fault: UNREADABLE }
  }
}
