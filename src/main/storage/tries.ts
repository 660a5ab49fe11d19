import { z } from 'zod'
import type { Database } from './database.ts'

/** Wrong codes given for one subject: a session, a connector, the desk, the whole terminal. */
export interface CodeTries {
  readonly subject: string
  /** How long all of them slow down, counted from the last one (ms, whole). */
  readonly owedMs: number
  /** When the last wrong code was given (epoch ms). */
  readonly lastAtMs: number
}

/** Keeps wrong codes over restarts. On disk when a method returns. */
export interface TriesStore {
  tries(): CodeTries[]
  saveTries(tries: CodeTries): void
  forgetTries(subject: string): void
}

/** `wrong` holds the time that they are owed for; it was a number once, which is as good as none. */
export const TRIES_TABLE = `CREATE TABLE code_tries (
     subject TEXT PRIMARY KEY,
     wrong INTEGER NOT NULL,
     last_at_ms INTEGER NOT NULL
   ) STRICT;`

/** A part of a store that counts for itself: its subjects bear `prefix` there. */
export const partOf = (store: TriesStore, prefix: string): TriesStore => ({
  tries: () =>
    store
      .tries()
      .filter(({ subject }) => subject.startsWith(prefix))
      .map((tries) => ({ ...tries, subject: tries.subject.slice(prefix.length) })),
  saveTries(tries) {
    store.saveTries({ ...tries, subject: prefix + tries.subject })
  },
  forgetTries(subject) {
    store.forgetTries(prefix + subject)
  },
})

const triesSchema = z
  .object({ subject: z.string(), wrong: z.number(), last_at_ms: z.number() })
  .transform(({ subject, wrong, last_at_ms: lastAtMs }): CodeTries => ({
    subject,
    owedMs: wrong,
    lastAtMs,
  }))

export function createTriesStore(database: Database): TriesStore {
  return {
    tries: () => database.all('SELECT * FROM code_tries').map((row) => triesSchema.parse(row)),
    saveTries({ subject, owedMs, lastAtMs }) {
      const sql = `INSERT OR REPLACE INTO code_tries (subject, wrong, last_at_ms)
        VALUES (:subject, :owedMs, :lastAtMs)`
      database.run(sql, { subject, owedMs, lastAtMs })
    },
    forgetTries(subject) {
      database.run('DELETE FROM code_tries WHERE subject = :subject', { subject })
    },
  }
}
