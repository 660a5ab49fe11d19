import type { Clock } from '#common/clock.ts'
import type { Log } from '#main/core/log.ts'
import { PlatformError, type Platform } from '#main/platform/platform.ts'
import { aliasedAnswers, aliasedVariables } from '#platform/aliases.ts'
import { buildCardsDocument } from '#platform/batches.ts'
import type { CardPricePartsFragment } from '#platform/generated/main/graphql.ts'

/** The cards that may charge at one connector; null where the platform failed on it alone. */
export interface CardsAnswer {
  readonly connectorId: string
  readonly cards: readonly (CardPricePartsFragment | null)[] | null
  /** When it was answered (epoch ms). */
  readonly atMs: number
}

/** Asks for the cards of many connectors (`availableCardsForChargingProcess`, L148), some in each request. */
export interface CardBatches {
  /**
   * Asks for what is due, batch by batch, until nothing is; `take` gets the answers of each batch. Does nothing
   * while it is asking already.
   */
  ask(due: () => readonly string[], take: (answers: readonly CardsAnswer[]) => void): void
  close(): void
}

const BATCH = 20
const BETWEEN_BATCHES_MS = 250
const AFTER_FAILURE_MS = 60_000
const TIMEOUT_MS = 15_000

export function createCardBatches(deps: {
  platform: Platform
  clock: Clock
  log: Log
}): CardBatches {
  const { platform, clock, log } = deps
  const closing = new AbortController()
  const { signal } = closing
  let size = BATCH
  let isAsking = false

  const answersTo = async (ids: readonly string[]): Promise<CardsAnswer[]> => {
    const document = buildCardsDocument(ids.length)
    const limits = { timeoutMs: TIMEOUT_MS, signal }
    const { data, atMs } = await platform.execute(document, aliasedVariables('k', ids), limits)
    const answers = aliasedAnswers('k', data, ids.length)
    return answers.map((cards, index) => ({ connectorId: ids[index] ?? '', cards, atMs }))
  }

  const askAll: (...asked: Parameters<CardBatches['ask']>) => Promise<void> = async (due, take) => {
    for (let ids = due(); ids.length > 0; ids = due()) {
      try {
        take(await answersTo(ids.slice(0, size)))
        await clock.sleep(BETWEEN_BATCHES_MS, signal)
      } catch (error) {
        if (signal.aborted) return
        const code = error instanceof PlatformError ? error.failure.code : 'internal'
        log.info({ code }, 'prices not read')
        // A gateway may find the request too large.
        if (code === 'invalid' && size > 1) size = Math.ceil(size / 2)
        else await clock.sleep(AFTER_FAILURE_MS, signal)
      }
    }
  }

  return {
    ask(due, take) {
      if (isAsking || signal.aborted) return
      isAsking = true
      void askAll(due, take)
        .catch(() => undefined)
        .finally(() => {
          isAsking = false
        })
    },
    close() {
      closing.abort(new Error('closing'))
    },
  }
}
