import type { CommandOutput } from '#contract/commands.ts'
import type { Clock } from '#common/clock.ts'
import { cardFingerprint } from '#main/charging/api/card-fingerprint.ts'
import type { ChargingApi } from '#main/charging/api/charging-api.ts'
import type { StartRecord } from '#main/charging/ledger/records.ts'
import { isOpenStep } from '#main/charging/ledger/start-steps.ts'
import type { StartStore } from '#main/charging/ledger/start-store.ts'
import type { GuestRules } from '#main/settings/guest-settings.ts'
import { CommandError, failureOf } from '#main/core/errors.ts'
import type { Log } from '#main/core/log.ts'
import { createCodeGuard } from '#main/secrets/code-guard.ts'
import { partOf, type TriesStore } from '#main/storage/tries.ts'
import type { CardClaims } from './card-claims.ts'
import { ownCardStart } from './kinds/own-card.ts'
import type { StartAt } from './start.ts'

/** What a reader scanned. `tag` is a secret: it goes to the platform, and its fingerprint into the ledger. */
export interface Scan {
  readonly tag: string
  readonly connectorId: string | null
  readonly requestId: string
}

/** The guests' own cards. */
export interface CardScans {
  /** Starts at the connector, or claims what the card has started. Throws a CommandError. */
  scan(scan: Scan): Promise<CommandOutput<'reader.scan'>>
  /** A start has come to another step: cards that may not charge are counted, one that may ends the count. */
  moved(record: StartRecord): void
}

export function createCardScans(deps: {
  api: ChargingApi
  clock: Clock
  startStore: StartStore
  startAt: StartAt
  claims: CardClaims
  /** Rejects with a CommandError when there is none. */
  key: Promise<string>
  rules(): GuestRules
  /** Cards that may not charge are counted in it, over restarts too. */
  store: TriesStore
  /** Throws a CommandError `too-many-starts`. */
  assertFewStarts(): void
  log: Log
  changed(): void
}): CardScans {
  const { api, clock, startStore, claims } = deps
  /** Slows down trying one card after the other. */
  const unknownCards = createCodeGuard({ store: partOf(deps.store, 'card:'), clock })

  /** What the card has begun here and goes on, at this connector first. */
  const begunBy = (fingerprint: string, connectorId: string | null): StartRecord | undefined => {
    const begun = startStore
      .all()
      .filter((each) => each.cardFingerprint === fingerprint && isUnderWay(each))
    return connectorId === null
      ? (begun.find(({ step }) => step === 'charging') ?? begun[0])
      : begun.find((each) => each.connectorId === connectorId)
  }

  return {
    async scan({ tag, connectorId, requestId }) {
      const fingerprint = cardFingerprint(await deps.key, tag)
      // The same request again is answered by what it began, not claimed by it.
      const isRepeated = startStore.byRequest(requestId) !== undefined
      const begun = isRepeated ? undefined : begunBy(fingerprint, connectorId)
      if (begun) {
        claims.claim(begun.id)
        deps.changed()
        return { effect: 'claimed', startId: begun.id }
      }
      if (connectorId === null) return { effect: 'unknown' }
      if (!deps.rules().ownCard) {
        throw new CommandError(failureOf('needs-desk', 'Own cards are not taken here.'))
      }
      const assertMayStart = (): void => {
        unknownCards.admit(fingerprint)
        deps.assertFewStarts()
      }
      const kind = ownCardStart({ tag, fingerprint }, { api, assertMayStart })
      const { startId } = await deps.startAt({ connectorId, requestId }, () => kind)
      return { effect: 'started', startId }
    },
    moved({ kind, step, failure, cardFingerprint: fingerprint }) {
      if (kind !== 'rfid' || fingerprint === null) return
      try {
        if (failure?.code === 'card-unknown') unknownCards.wrong(fingerprint)
        else if (isTaken.has(step)) unknownCards.lift(fingerprint)
      } catch (error) {
        deps.log.error({ error: String(error) }, 'a card that may not charge is not counted')
      }
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
