import { createHash } from 'node:crypto'
import { z } from 'zod'

/** SQLite files, copied while the terminal may be writing to them. */
export const databases = ['ledger.db', 'desk.db'] as const

/**
 * What else goes along, where it is there. Not `vault.json`, which only the machine that sealed it can
 * open, nor what the terminal makes again: its last board, status, logs, receipts, exports.
 */
const plainFiles =
  /^(settings\.json|secrets\.json|terminal-id|terminal\.last-good\.json|branding\/[^/\\]+)$/

export const isPlainFile = (name: string): boolean => plainFiles.test(name)

export const isKept = (name: string): boolean =>
  isPlainFile(name) || databases.some((database) => database === name)

export const MANIFEST = 'manifest.json'
const FORMAT = 1

export const manifestSchema = z.strictObject({
  format: z.literal(FORMAT),
  /** The program's version that made it. */
  version: z.string(),
  createdAtMs: z.number(),
  /** Key and sign-in are not in it: the machine's secret store kept them. */
  isSealed: z.boolean(),
  /** SHA-256 in hex of each file, by its name. */
  files: z.record(z.string().refine(isKept), z.string()),
})
export type Manifest = z.infer<typeof manifestSchema>

export const manifestOf = (facts: Omit<Manifest, 'format'>): Manifest => ({
  format: FORMAT,
  ...facts,
})

/** In hex. */
export const sha256 = (content: Buffer): string =>
  createHash('sha256').update(content).digest('hex')
