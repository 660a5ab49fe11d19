import type { StartRecord } from '#main/charging/ledger/records.ts'

/** What one kind of start adds to the sequence of start.ts. A card's tag stays in here, in memory. */
export interface StartKind<Answer = unknown> {
  /** What the ledger keeps of it, beside what every start has. */
  readonly record: Pick<StartRecord, 'kind'> & Partial<StartRecord>
  /** How long it may begin once it was sent (ms). */
  readonly validForMs: number
  /** Throws a CommandError where it may not be made like this. Asks nobody. */
  check(): void
  /** The one request to the platform. Throws a PlatformError. */
  send(record: StartRecord): Promise<Answer>
  /** The start after the answer. `current`: as it is by then; `atMs`: now (epoch ms). */
  afterAnswer(current: StartRecord, answer: Answer, atMs: number): StartRecord
}
