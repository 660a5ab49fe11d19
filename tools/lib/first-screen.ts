interface ModuleGraph {
  getModuleInfo(id: string): { isEntry: boolean; importers: readonly string[] } | null
}

/**
 * Names the chunk of a module: whatever the page's entry imports, but not on demand, is one file, so
 * that the first screen waits for one answer instead of thirty. Everything else is left to the bundler.
 */
export function firstScreen(): (id: string, graph: ModuleGraph) => string | null {
  const known = new Map<string, boolean>()
  const leadsToEntry = (id: string, graph: ModuleGraph, seen: Set<string>): boolean => {
    const answer = known.get(id)
    if (answer !== undefined) return answer
    if (seen.has(id)) return false
    seen.add(id)
    const info = graph.getModuleInfo(id)
    return (
      info !== null &&
      (info.isEntry || info.importers.some((one) => leadsToEntry(one, graph, seen)))
    )
  }
  return (id, graph) => {
    const isFirst = leadsToEntry(id, graph, new Set())
    known.set(id, isFirst)
    return isFirst ? 'first' : null
  }
}
