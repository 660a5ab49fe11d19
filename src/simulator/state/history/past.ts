import type { Card } from '../account.ts'
import type { Connector, Past } from '../model.ts'
import { writeDocuments } from './documents.ts'
import type { PastFacts, Standing } from './sessions.ts'
import { writeSessions } from './sessions.ts'

/**
 * The past of the demo account: 18 months, written when somebody first asks for it, so that the
 * start does not wait. It depends on how things stood at the start, not on when it is asked for.
 */
export function createPast(
  facts: Omit<PastFacts, 'standings' | 'cards'>,
  cards: readonly Card[],
  connectors: readonly Connector[],
): Past {
  const standings = connectors.map((connector) => standingOf(connector, facts.nowMs))
  const known = cards.map((card) => ({ ...card }))
  let written: Past | null = null
  const write = (): Past => {
    const all = { ...facts, standings, cards: known }
    const chargelogs = writeSessions(all)
    const documents = writeDocuments(all, chargelogs)
    return { chargelogs: () => chargelogs, documents: () => documents }
  }
  const past = (): Past => (written ??= write())
  return { chargelogs: () => past().chargelogs(), documents: () => past().documents() }
}

function standingOf(connector: Connector, nowMs: number): Standing {
  const { transaction, registerWh } = connector
  return {
    connector,
    registerWh: transaction?.meterStartWh ?? registerWh,
    freeUntilMs: transaction?.startedMs ?? nowMs,
  }
}
