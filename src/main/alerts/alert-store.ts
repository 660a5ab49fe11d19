import { z } from 'zod'
import type { Database } from '#main/storage/database.ts'
import { alertKinds, type AlertNews, type Condition, type Conditions } from './alert.ts'

/** What is wrong, over restarts, and what has not been told of it. Methods throw a CommandError `storage`. */
export interface AlertStore {
  /** Takes in what is wrong now: writes down what is to be told. Answers whether anything is new. */
  take(conditions: Conditions, nowMs: number): boolean
  note(news: AlertNews): void
  /** What has not been told yet, oldest first. */
  news(): AlertNews[]
  /** It is in a message now. */
  told(): void
}

const factsSchema = z
  .string()
  .transform((text): unknown => JSON.parse(text))
  .pipe(z.record(z.string(), z.union([z.string(), z.number(), z.null()])))
const alertSchema = z.object({
  key: z.string(),
  kind: z.enum(alertKinds),
  facts: factsSchema,
  sinceMs: z.number(),
  raisedAtMs: z.number().nullable(),
})
const newsSchema = z.object({
  state: z.enum(['raised', 'cleared']),
  kind: z.enum(alertKinds),
  facts: factsSchema,
  sinceMs: z.number(),
  atMs: z.number(),
})
type Alert = z.output<typeof alertSchema>

const keyOf = ({ kind, subject }: Condition): string => JSON.stringify([kind, subject])

export function createAlertStore(database: Database): AlertStore {
  const alerts = (): Alert[] =>
    database
      .all('SELECT key, kind, facts, since_ms AS sinceMs, raised_at_ms AS raisedAtMs FROM alerts')
      .map((row) => alertSchema.parse(row))
  const note = ({ state, kind, facts, sinceMs, atMs }: AlertNews): void => {
    database.run(
      `INSERT INTO alert_news (at_ms, state, kind, facts, since_ms)
       VALUES (:atMs, :state, :kind, :facts, :sinceMs)`,
      { atMs, state, kind, facts: JSON.stringify(facts), sinceMs },
    )
  }
  const see = (condition: Condition, known: Alert | undefined, nowMs: number): boolean => {
    const { kind, facts, afterMs } = condition
    const key = keyOf(condition)
    // A clock that was put back must not keep it quiet.
    const sinceMs = Math.min(known?.sinceMs ?? nowMs, nowMs)
    if (!known) {
      database.run('INSERT INTO alerts VALUES (:key, :kind, :facts, :sinceMs, NULL)', {
        ...{ key, kind, facts: JSON.stringify(facts), sinceMs },
      })
    }
    if ((known?.raisedAtMs ?? null) !== null || nowMs - sinceMs < afterMs) return false
    database.run('UPDATE alerts SET raised_at_ms = :nowMs WHERE key = :key', { key, nowMs })
    note({ state: 'raised', kind, facts, sinceMs, atMs: nowMs })
    return true
  }
  const end = ({ key, kind, facts, sinceMs, raisedAtMs }: Alert, nowMs: number): boolean => {
    database.run('DELETE FROM alerts WHERE key = :key', { key })
    if (raisedAtMs === null) return false
    note({ state: 'cleared', kind, facts, sinceMs, atMs: nowMs })
    return true
  }
  return {
    take: ({ present, unknown }, nowMs) =>
      database.together(() => {
        const known = new Map(alerts().map((alert) => [alert.key, alert]))
        const keys = new Set(present.map(keyOf))
        const seen = present.map((each) => see(each, known.get(keyOf(each)), nowMs))
        const over = [...known.values()].filter(
          ({ key, kind }) => !keys.has(key) && !unknown.has(kind),
        )
        const ended = over.map((alert) => end(alert, nowMs))
        return [...seen, ...ended].includes(true)
      }),
    note,
    news: () =>
      database
        .all(
          `SELECT state, kind, facts, since_ms AS sinceMs, at_ms AS atMs FROM alert_news ORDER BY id`,
        )
        .map((row) => newsSchema.parse(row)),
    told() {
      database.run('DELETE FROM alert_news')
    },
  }
}
