import type { World } from '../state/world.ts'
import { badInput } from './kit.ts'

export interface PaginationFilter {
  limit?: number | null
  offset?: number | null
}

export interface CursorFilter {
  limit?: number | null
  cursor?: string | null
}

/** The default is not documented (traps 56); every sample says 10. */
const DEFAULT_LIMIT = 10

/** One page by offset, with Pagination (L5645). */
export function pageOf<T>(
  items: readonly T[],
  filter: PaginationFilter | null | undefined,
  world: World,
): { data: T[]; pagination: object } {
  const limit = limitOf(filter?.limit, world)
  const offset = filter?.offset ?? 0
  if (offset < 0) throw badInput('offset must not be negative.')
  return {
    data: items.slice(offset, offset + limit),
    pagination: {
      __typename: 'Pagination',
      limit,
      offset,
      totalCount: items.length,
      isLastPage: offset + limit >= items.length,
    },
  }
}

/** One page by cursor, with CursorPagination (L5160). A null cursor means the last page (traps 54). */
export function cursorPageOf<T>(
  items: readonly T[],
  filter: CursorFilter,
  world: World,
): { data: T[]; pagination: object } {
  const limit = limitOf(filter.limit, world)
  const offset = filter.cursor ? offsetOf(filter.cursor) : 0
  const nextOffset = offset + limit
  return {
    data: items.slice(offset, nextOffset),
    pagination: {
      __typename: 'CursorPagination',
      cursor: nextOffset < items.length ? cursorOf(nextOffset) : null,
      limit,
      offset: null,
      totalCount: null,
      isLastPage: null,
    },
  }
}

function limitOf(asked: number | null | undefined, world: World): number {
  const small = world.faults.peek('smallPages')
  if (asked !== undefined && asked !== null && asked < 1) throw badInput('limit must be positive.')
  return Math.min(asked ?? DEFAULT_LIMIT, world.pageCap, small ? (small.limit ?? 3) : Infinity)
}

const cursorOf = (offset: number): string =>
  Buffer.from(JSON.stringify({ offset })).toString('base64url')

function offsetOf(cursor: string): number {
  try {
    const { offset } = JSON.parse(Buffer.from(cursor, 'base64url').toString()) as {
      offset?: unknown
    }
    if (typeof offset === 'number') return offset
  } catch {
    throw badInput('The cursor is not valid.')
  }
  throw badInput('The cursor is not valid.')
}
