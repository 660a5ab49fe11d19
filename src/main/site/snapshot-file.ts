import { readFileSync } from 'node:fs'
import { z } from 'zod'
import {
  plugKindSchema,
  siteSchema,
  staticStationSchema,
  stationWordsSchema,
  statusWordsSchema,
} from '#contract/site.ts'
import type { Log } from '#main/core/log.ts'
import { writeAtomically } from '#main/core/files.ts'

const text = z.string().nullable()
const time = z.number().nullable()

const staticConnectorSchema = z.object({
  id: z.string(),
  stationId: z.string(),
  stationLabel: text,
  number: z.string(),
  evseId: text,
  plug: plugKindSchema,
  plugLabel: text,
  current: z.enum(['AC', 'DC']).nullable(),
  maxPowerKW: z.number().nullable(),
  freeOfCharge: z.boolean(),
  remoteCommands: z.boolean().nullable(),
  maintenance: z.array(z.object({ startsAtMs: time, endsAtMs: time, comment: text })),
  // Files of before have neither.
  supply: text.optional(),
  station: staticStationSchema.optional(),
})

const keptSchema = z.object({
  /** Whose site it is: another account's or another site's snapshot is never shown. */
  owner: z.string(),
  site: z.object({ site: siteSchema, connectors: z.array(staticConnectorSchema) }),
  refreshedAtMs: z.number(),
  readings: z.array(
    z.object({
      reading: statusWordsSchema.extend({
        id: z.string(),
        station: stationWordsSchema.nullable().optional(),
      }),
      atMs: z.number(),
    }),
  ),
})
export type KeptSnapshot = z.infer<typeof keptSchema>

export interface SnapshotFile {
  /** Null when there is none, or another owner's. */
  load(): KeptSnapshot | null
  save(kept: Omit<KeptSnapshot, 'owner'>): void
}

/** The last snapshot on disk: it survives a restart, and is shown as late. */
export function createSnapshotFile(file: string, owner: string, log: Log): SnapshotFile {
  return {
    load() {
      try {
        const kept = keptSchema.parse(JSON.parse(readFileSync(file, 'utf8')))
        return kept.owner === owner ? kept : null
      } catch {
        // Missing or broken: the first refresh brings everything.
        return null
      }
    },
    save(kept) {
      try {
        writeAtomically(file, JSON.stringify({ owner, ...kept }))
      } catch {
        log.warn({}, 'the last snapshot cannot be kept')
      }
    },
  }
}
