import { z } from 'zod'
import { openDatabase, type Database } from '#main/storage/database.ts'
import { factSchema, type Fact } from './fact.ts'
import { isLater, type Stamp } from './stamp.ts'

/** The forms of `link.db` in order. Never edit one: add one. */
const migrations: readonly string[] = [
  `CREATE TABLE facts (
     kind TEXT NOT NULL,
     subject TEXT NOT NULL,
     said_by TEXT NOT NULL,
     value TEXT,
     ms INTEGER NOT NULL,
     count INTEGER NOT NULL,
     expires_at_ms INTEGER NOT NULL,
     waits INTEGER NOT NULL,
     PRIMARY KEY (kind, subject, said_by)
   ) STRICT;
   CREATE INDEX facts_to_send ON facts (ms) WHERE waits = 1;`,
]

/** What the terminals of the site know of each other. Throws a CommandError `storage`. */
export const openLinkFile = (file: string, onBroken?: (asideFile: string) => void): Database =>
  openDatabase(file, migrations, onBroken)

/** Of each subject the last thing that each terminal has said. Methods throw a CommandError `storage`. */
export interface FactStore {
  /** What holds by the one rule; null: nobody has said anything. */
  holding(kind: Fact['kind'], subject: string): Fact | null
  /** Whether it is later than what the same terminal has said of it before. */
  isNews(fact: Fact): boolean
  /** `waits`: the broker does not have it yet. */
  save(fact: Fact, waits: boolean): void
  /** The oldest of this terminal that wait and hold still, at most so many. */
  toSend(most: number, nowMs: number): Fact[]
  /** The broker has them; a later one of the same subject waits on. */
  sent(facts: readonly Fact[]): void
  /** All of this terminal's own wait again: the broker has forgotten them. */
  sendAllAgain(): void
  waiting(): number
  /** The latest stamp of all. */
  latest(): Stamp | null
  /** Forgets what was said in what has expired; of this terminal's own it stays known that it was said. */
  forgetExpired(nowMs: number): void
  /** This terminal's own that have expired: the broker is to forget them, too. They are not known here any more. */
  takeExpired(nowMs: number): Fact[]
}

const COLUMNS = `kind, subject, value, ms, count, said_by AS "by", expires_at_ms AS expiresAtMs`
const LATEST_FIRST = 'ORDER BY ms DESC, count DESC, said_by DESC'
const rowSchema = z
  .object({ ms: z.number(), count: z.number(), by: z.string() })
  .loose()
  .transform(({ ms, count, by, ...fact }) => ({ ...fact, stamp: { ms, count, by } }))
  .pipe(factSchema)
const countSchema = z.object({ n: z.number() })

export function createFactStore(database: Database, by: string): FactStore {
  const all = (where: string, values = {}): Fact[] =>
    database.all(`SELECT ${COLUMNS} FROM facts ${where}`, values).map((row) => rowSchema.parse(row))
  const first = (where: string, values = {}): Fact | null =>
    all(`${where} LIMIT 1`, values)[0] ?? null
  const ofSubject = 'WHERE kind = :kind AND subject = :subject'
  return {
    holding: (kind, subject) => first(`${ofSubject} ${LATEST_FIRST}`, { kind, subject }),
    isNews({ kind, subject, stamp }) {
      const of = { kind, subject, by: stamp.by }
      const before = first(`${ofSubject} AND said_by = :by`, of)
      return before === null || isLater(stamp, before.stamp)
    },
    save({ kind, subject, value, stamp, expiresAtMs }, waits) {
      database.run(
        `INSERT OR REPLACE INTO facts (kind, subject, said_by, value, ms, count, expires_at_ms, waits)
         VALUES (:kind, :subject, :by, :value, :ms, :count, :expiresAtMs, :waits)`,
        { kind, subject, value, ...stamp, expiresAtMs, waits: waits ? 1 : 0 },
      )
    },
    toSend: (most, nowMs) =>
      all('WHERE waits = 1 AND expires_at_ms > :nowMs ORDER BY ms LIMIT :most', { most, nowMs }),
    sent(facts) {
      const sql = `UPDATE facts SET waits = 0 ${ofSubject} AND said_by = :by AND ms = :ms AND count = :count`
      database.together(() => {
        for (const { kind, subject, stamp } of facts)
          database.run(sql, { kind, subject, by, ms: stamp.ms, count: stamp.count })
      })
    },
    sendAllAgain() {
      database.run('UPDATE facts SET waits = 1 WHERE said_by = :by', { by })
    },
    waiting: () =>
      countSchema.parse(database.get('SELECT count(*) AS n FROM facts WHERE waits = 1')).n,
    latest: () => first(LATEST_FIRST)?.stamp ?? null,
    forgetExpired(nowMs) {
      const expired = 'WHERE expires_at_ms <= :nowMs AND said_by'
      database.run(`DELETE FROM facts ${expired} <> :by`, { nowMs, by })
      database.run(`UPDATE facts SET value = NULL, waits = 0 ${expired} = :by`, { nowMs, by })
    },
    takeExpired(nowMs) {
      const expired = 'WHERE expires_at_ms <= :nowMs AND said_by = :by'
      const own = all(expired, { nowMs, by })
      database.run(`DELETE FROM facts ${expired}`, { nowMs, by })
      return own
    },
  }
}
