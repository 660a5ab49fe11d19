import { readFileSync } from 'node:fs'
import { z } from 'zod'
import type { Clock } from '#common/clock.ts'
import type { Log } from '#main/core/log.ts'
import { writeAtomically } from '#main/core/files.ts'

/**
 * The last starts by their ids, in a file beside the ledger: a ledger that was put back from an older
 * copy, or that has lost a row, is whole by itself and does not know it.
 */
export interface RecentStartIds {
  /** On disk when it returns, unless the disk fails: then the ledger alone knows it. */
  add(startId: string): void
  remove(startId: string): void
  /** When the last of those was asked for that the ledger does not hold (epoch ms); null: it holds all. */
  missingSinceMs(held: ReadonlySet<string>): number | null
}

/** Longer than any start may begin after it was asked for. */
const KEPT_MS = 3_600_000

const idsSchema = z.array(z.strictObject({ id: z.string(), atMs: z.number() }))
type Ids = z.infer<typeof idsSchema>

export function openRecentStartIds(deps: { file: string; clock: Clock; log: Log }): RecentStartIds {
  const { file, clock, log } = deps
  let ids = read(file)

  const keep = (changed: Ids): void => {
    ids = changed
    try {
      writeAtomically(file, JSON.stringify(ids))
    } catch (error) {
      log.error({ error: String(error) }, 'that a start is under way is not kept beside the ledger')
    }
  }

  return {
    add(id) {
      const atMs = Math.round(clock.now())
      const recent = ids.filter((one) => Math.abs(atMs - one.atMs) < KEPT_MS)
      keep([...recent, { id, atMs }])
    },
    remove(id) {
      if (ids.some((one) => one.id === id)) keep(ids.filter((one) => one.id !== id))
    },
    missingSinceMs(held) {
      const missing = ids.filter(({ id }) => !held.has(id))
      return missing.length === 0 ? null : Math.max(...missing.map(({ atMs }) => atMs))
    },
  }
}

/** One that cannot be read says nothing: the ledger may be whole all the same. */
function read(file: string): Ids {
  try {
    return idsSchema.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    return []
  }
}
