import { getNodeValue, type Node } from 'jsonc-parser'

const VARIABLE = /\$\{([^}]*)\}/g

/**
 * The value of a JSON tree with each `${NAME}` in its texts taken from the environment; `onMissing`
 * is called for those that are not there. Names of settings are left as they are.
 */
export function resolved(
  node: Node,
  env: NodeJS.ProcessEnv,
  onMissing: (node: Node, name: string) => void,
): unknown {
  const { type, children = [] } = node
  if (type === 'array') return children.map((child) => resolved(child, env, onMissing))
  if (type === 'object') {
    const entries = children.flatMap(({ children: [name, value] = [] }) =>
      name && value ? [[String(name.value), resolved(value, env, onMissing)]] : [],
    )
    return Object.fromEntries(entries) as unknown
  }
  const value: unknown = getNodeValue(node)
  if (typeof value !== 'string') return value
  return value.replaceAll(VARIABLE, (_, name: string) => {
    const found = env[name]
    if (found === undefined || found === '') onMissing(node, name)
    return found ?? ''
  })
}
