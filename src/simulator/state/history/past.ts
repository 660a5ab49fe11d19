import type { Card } from '../account.ts'
import type { Connector, Past } from '../model.ts'
import { writeDocuments } from './documents.ts'
import type { PastFacts, ConnectorUse } from './sessions.ts'
import { writeSessions } from './sessions.ts'

/**
 * The past of the demo account: 18 months, written when somebody first asks for it, so that the
 * start does not wait. It depends on how things stood at the start, not on when it is asked for.
 */
export function createPast(
  facts: Omit<PastFacts, 'uses' | 'cards'>,
  cards: readonly Card[],
  connectors: readonly Connector[],
): Past {
  const uses = connectors.map((connector) => useOf(connector, facts.nowMs))
  const known = cards.map((card) => ({ ...card }))
  let written: Past | null = null
  const write = (): Past => {
    const all = { ...facts, uses, cards: known }
    const chargelogs = writeSessions(all)
    const documents = writeDocuments(all, chargelogs)
    return { chargelogs: () => chargelogs, documents: () => documents }
  }
  const past = (): Past => (written ??= write())
  return { chargelogs: () => past().chargelogs(), documents: () => past().documents() }
}

function useOf(connector: Connector, nowMs: number): ConnectorUse {
  const { transaction, registerWh } = connector
  return {
    connector,
    registerWh: transaction?.meterStartWh ?? registerWh,
    freeUntilMs: transaction?.startedMs ?? nowMs,
  }
}
