import { z } from 'zod'
import type { Clock } from '#common/clock.ts'
import { outgoingWaySchema, type OutgoingWay } from '#contract/system.ts'
import type { Database } from '#main/storage/database.ts'

/** A message that waits to leave. */
export interface Message {
  /** Its idempotency key: the same one at each try, and at no other message. */
  readonly id: string
  readonly channel: string
  /** As it is sent, the same at each try; null as long as its channel has not written it. */
  readonly body: string | null
  readonly createdAtMs: number
  /** How often it was sent in vain. */
  readonly tries: number
}

/** Messages on disk. Methods throw a CommandError `storage`. */
export interface Messages {
  /** Due now, or in `delayMs`. One whose id was ever put is left as it is; answers whether it is new. */
  put(message: Pick<Message, 'id' | 'channel' | 'body'>, delayMs?: number): boolean
  /** The one of these channels that has waited longest; null while none is due. */
  due(channels: readonly string[]): Message | null
  /** Until the next one of these channels is due (ms); null: there is none. */
  untilNextMs(channels: readonly string[]): number | null
  /** Those of all channels that are older than this. */
  olderThan(ageMs: number): Message[]
  write(id: string, body: string): void
  /** Another try after `delayMs`. */
  failed(id: string, delayMs: number): void
  /** It cannot be written yet, by nobody's fault: neither a try nor older. */
  postpone(id: string, delayMs: number): void
  hurry(id: string): void
  /** Its key stays for a time, what it said goes. */
  settle(id: string, how: 'sent' | 'given-up' | 'dropped'): void
  /** When the newest of a channel was put (epoch ms); null: none is known. */
  lastPutAtMs(channel: string): number | null
  waiting(): number
  /** How a channel stands. */
  standing(channel: string): Standing
}

/** How a channel stands: what waits, since when (epoch ms), how often it was tried in vain, what arrived last. */
export type Standing = Pick<
  OutgoingWay,
  'waiting' | 'waitingSinceMs' | 'triesInVain' | 'arrivedAtMs'
>

/** No pause is longer: what is due later was put by a clock that was wrong. */
export const LONGEST_PAUSE_MS = 3_600_000
/** How long the key of a message that has left is known. */
const KEY_KEPT_MS = 30 * 24 * LONGEST_PAUSE_MS

const rowSchema = z.object({
  id: z.string(),
  channel: z.string(),
  body: z.string().nullable(),
  createdAtMs: z.number(),
  tries: z.number(),
})
const COLUMNS = 'id, channel, body, created_at_ms AS createdAtMs, tries'
const standingSchema = outgoingWaySchema.omit({ way: true, to: true })
const numberSchema = z.object({ value: z.number().nullable() })

export function createMessages(database: Database, clock: Pick<Clock, 'now'>): Messages {
  const nowMs = (): number => Math.round(clock.now())
  const beforeMs = nowMs() - KEY_KEPT_MS
  database.run('DELETE FROM messages WHERE settled_at_ms < :beforeMs', { beforeMs })
  return { ...reading(database, nowMs), ...writing(database, nowMs) }
}

function reading(
  database: Database,
  nowMs: () => number,
): Pick<Messages, 'due' | 'untilNextMs' | 'olderThan' | 'lastPutAtMs' | 'waiting' | 'standing'> {
  const numberOf = (sql: string, values = {}): number | null =>
    numberSchema.parse(database.get(sql, values)).value
  return {
    due(channels) {
      const row = database.get(
        `SELECT ${COLUMNS} FROM messages
         WHERE settled IS NULL AND channel IN (SELECT value FROM json_each(:channels))
           AND (due_at_ms <= :atMs OR due_at_ms > :atMs + :longestMs)
         ORDER BY due_at_ms LIMIT 1`,
        { channels: JSON.stringify(channels), atMs: nowMs(), longestMs: LONGEST_PAUSE_MS },
      )
      return row === undefined ? null : rowSchema.parse(row)
    },
    untilNextMs(channels) {
      const dueMs = numberOf(
        `SELECT min(due_at_ms) AS value FROM messages
         WHERE settled IS NULL AND channel IN (SELECT value FROM json_each(:channels))`,
        { channels: JSON.stringify(channels) },
      )
      return dueMs === null ? null : Math.min(Math.max(0, dueMs - nowMs()), LONGEST_PAUSE_MS)
    },
    olderThan: (ageMs) =>
      database
        .all(
          `SELECT ${COLUMNS} FROM messages WHERE settled IS NULL AND created_at_ms < :beforeMs`,
          { beforeMs: nowMs() - ageMs },
        )
        .map((row) => rowSchema.parse(row)),
    lastPutAtMs: (channel) =>
      numberOf('SELECT max(created_at_ms) AS value FROM messages WHERE channel = :channel', {
        channel,
      }),
    waiting: () => numberOf('SELECT count(*) AS value FROM messages WHERE settled IS NULL') ?? 0,
    standing: (channel) =>
      standingSchema.parse(
        database.get(
          `SELECT count(*) FILTER (WHERE settled IS NULL) AS waiting,
                  min(created_at_ms) FILTER (WHERE settled IS NULL) AS waitingSinceMs,
                  coalesce(sum(tries) FILTER (WHERE settled IS NULL), 0) AS triesInVain,
                  max(settled_at_ms) FILTER (WHERE settled = 'sent') AS arrivedAtMs
           FROM messages WHERE channel = :channel`,
          { channel },
        ),
      ),
  }
}

function writing(
  database: Database,
  nowMs: () => number,
): Pick<Messages, 'put' | 'write' | 'failed' | 'postpone' | 'hurry' | 'settle'> {
  const setDue = (id: string, delayMs: number, more: string): void => {
    const dueMs = nowMs() + Math.min(delayMs, LONGEST_PAUSE_MS)
    const sql = `UPDATE messages SET due_at_ms = :dueMs ${more} WHERE id = :id AND settled IS NULL`
    database.run(sql, { id, dueMs })
  }
  return {
    put({ id, channel, body }, delayMs = 0) {
      const sql = `INSERT OR IGNORE INTO messages (id, channel, body, created_at_ms, due_at_ms, tries)
        VALUES (:id, :channel, :body, :atMs, :dueMs, 0)`
      const atMs = nowMs()
      return database.run(sql, { id, channel, body, atMs, dueMs: atMs + delayMs }) > 0
    },
    write(id, body) {
      database.run('UPDATE messages SET body = :body WHERE id = :id', { id, body })
    },
    failed(id, delayMs) {
      setDue(id, delayMs, ', tries = tries + 1')
    },
    postpone(id, delayMs) {
      setDue(id, delayMs, `, created_at_ms = ${String(nowMs())}`)
    },
    hurry(id) {
      setDue(id, 0, '')
    },
    settle(id, how) {
      const sql = `UPDATE messages SET settled = :how, settled_at_ms = :atMs, body = NULL
        WHERE id = :id`
      database.run(sql, { id, how, atMs: nowMs() })
    },
  }
}
