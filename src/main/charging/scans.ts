import type { CommandOutput } from '#contract/commands.ts'
import type { Clock } from '#common/clock.ts'
import { CommandError, failureOf } from '#main/errors.ts'
import type { Log } from '#main/log.ts'
import { createCodeGuard } from '#main/secrets/code-guard.ts'
import { partOf, type TriesStore } from '#main/storage/tries.ts'
import { cardMark } from './card-mark.ts'
import type { ChargingApi } from './charging-api.ts'
import type { GuestRules } from './guest-rules.ts'
import type { StartRecord } from './records.ts'
import type { StartBook } from './start-book.ts'
import { readyOwnCard } from './start-requests.ts'
import { isOpenStep } from './start-steps.ts'
import type { Starter } from './starter.ts'

/** What a reader scanned. `tag` is a secret: it goes to the platform, and its mark into the ledger. */
export interface Scan {
  readonly tag: string
  readonly connectorId: string | null
  readonly requestId: string
}

/** The guests' own cards. */
export interface Scans {
  /** Starts at the connector, or claims what the card has started. Throws a CommandError. */
  scan(scan: Scan): Promise<CommandOutput<'reader.scan'>>
  isCardClaimed(startId: string): boolean
  /** A start has come to another step: cards that may not charge are counted, one that may ends the count. */
  moved(record: StartRecord): void
  /** What `remoteStop` takes for a start by own card; null when it is no such start, or has none. */
  rfidTransaction(startId: string): string | null
  /** Whoever stood here has gone: the card must be scanned again. */
  left(): void
}

export function createScans(deps: {
  api: ChargingApi
  clock: Clock
  book: StartBook
  starter: Starter
  /** Rejects with a CommandError when there is none. */
  key: Promise<string>
  rules(): GuestRules
  /** Cards that may not charge are counted in it, over restarts too. */
  store: TriesStore
  /** Throws a CommandError `too-many-starts`. */
  assertFew(): void
  log: Log
  changed(): void
}): Scans {
  const { api, clock, book, starter } = deps
  /** Slows down whoever tries one card after the other. */
  const unknownCards = createCodeGuard({ store: partOf(deps.store, 'card:'), clock })
  const claimed = new Set<string>()

  /** What the card has begun here and goes on, at this connector first. */
  const begunBy = (mark: string, connectorId: string | null): StartRecord | undefined => {
    const begun = book.all().filter((each) => each.cardMark === mark && isUnderWay(each))
    return connectorId === null
      ? (begun.find(({ step }) => step === 'charging') ?? begun[0])
      : begun.find((each) => each.connectorId === connectorId)
  }

  return {
    async scan({ tag, connectorId, requestId }) {
      const mark = cardMark(await deps.key, tag)
      // The same request again is answered by what it began, not claimed by it.
      const isRepeated = book.byRequest(requestId) !== undefined
      const begun = isRepeated ? undefined : begunBy(mark, connectorId)
      if (begun) {
        claimed.add(begun.id)
        deps.changed()
        return { effect: 'claimed', startId: begun.id }
      }
      if (connectorId === null) return { effect: 'unknown' }
      if (!deps.rules().ownCard) {
        throw new CommandError(failureOf('needs-desk', 'Own cards are not taken here.'))
      }
      const ready = () => {
        unknownCards.admit(mark)
        deps.assertFew()
        return readyOwnCard({ connectorId, requestId, tag, cardMark: mark }, { api, clock })
      }
      return { effect: 'started', ...(await starter.start({ connectorId, requestId }, ready)) }
    },
    isCardClaimed: (startId) => claimed.has(startId),
    moved({ kind, step, failure, cardMark: mark }) {
      if (kind !== 'rfid' || mark === null) return
      try {
        if (failure?.code === 'card-unknown') unknownCards.wrong(mark)
        else if (isTaken.has(step)) unknownCards.lift(mark)
      } catch (error) {
        deps.log.error({ error: String(error) }, 'a card that may not charge is not counted')
      }
    },
    rfidTransaction(startId) {
      const record = book.get(startId)
      return record?.kind === 'rfid' ? record.transaction : null
    },
    left() {
      claimed.clear()
    },
  }
}

const isTaken: ReadonlySet<StartRecord['step']> = new Set([
  'accepted',
  'waiting-for-plug',
  'charging',
])

const isUnderWay = ({ step, endedAtMs }: StartRecord): boolean =>
  isOpenStep(step) || (step === 'charging' && endedAtMs === null)
