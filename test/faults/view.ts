import type { LiveModel, LiveUpdate } from '#contract/live.ts'

interface Identified {
  readonly id: string
}

/** The model after a difference, as the page takes it; null when a revision is missing in between. */
export function taken(model: LiveModel, update: LiveUpdate): LiveModel | null {
  if (update.revision <= model.revision) return model
  if (update.revision > model.revision + 1) return null
  const { revision, order, removedSessions = [], removedStarts = [] } = update
  const connectors = merged(model.connectors, update.connectors, [])
  return {
    revision,
    site: update.site === undefined ? model.site : update.site,
    link: update.link ?? model.link,
    connectors: order ? inOrder(connectors, order) : connectors,
    sessions: merged(model.sessions, update.sessions, removedSessions),
    starts: merged(model.starts, update.starts, removedStarts),
    approvals: update.approvals ?? model.approvals,
  }
}

function merged<T extends Identified>(
  known: readonly T[],
  changed: readonly T[] = [],
  removed: readonly string[],
): T[] {
  const all = new Map(known.map((each) => [each.id, each]))
  for (const id of removed) all.delete(id)
  for (const each of changed) all.set(each.id, each)
  return [...all.values()]
}

function inOrder<T extends Identified>(all: readonly T[], order: readonly string[]): T[] {
  const known = new Map(all.map((each) => [each.id, each]))
  return order.flatMap((id) => known.get(id) ?? [])
}
