import { isDeepStrictEqual } from 'node:util'
import type { LiveUpdate } from '#contract/live.ts'
import type { ModelContent } from './compose.ts'

export type Difference = Omit<LiveUpdate, 'revision'>

interface Entity {
  id: string
}

function changed<T extends Entity>(before: readonly T[], after: readonly T[]): T[] {
  const known = new Map(before.map((entity) => [entity.id, entity]))
  return after.filter((entity) => !isDeepStrictEqual(known.get(entity.id), entity))
}

function removed(before: readonly Entity[], after: readonly Entity[]): string[] {
  const left = new Set(after.map(({ id }) => id))
  return before.map(({ id }) => id).filter((id) => !left.has(id))
}

/** What is different, entity by entity; null when nothing is. */
export function differenceOf(before: ModelContent, after: ModelContent): Difference | null {
  const order = after.connectors.map(({ id }) => id)
  const moved = !isDeepStrictEqual(
    order,
    before.connectors.map(({ id }) => id),
  )
  const lists = {
    connectors: changed(before.connectors, after.connectors),
    sessions: changed(before.sessions, after.sessions),
    removedSessions: removed(before.sessions, after.sessions),
    starts: changed(before.starts, after.starts),
    removedStarts: removed(before.starts, after.starts),
  }
  const difference: Difference = {
    ...(isDeepStrictEqual(before.site, after.site) ? {} : { site: after.site }),
    ...(isDeepStrictEqual(before.link, after.link) ? {} : { link: after.link }),
    ...(moved ? { order } : {}),
    ...(isDeepStrictEqual(before.approvals, after.approvals) ? {} : { approvals: after.approvals }),
    ...Object.fromEntries(Object.entries(lists).filter(([, entries]) => entries.length > 0)),
  }
  return Object.keys(difference).length > 0 ? difference : null
}
