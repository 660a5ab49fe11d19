import type { Stand } from './stand.ts'

/** Staff, who are at the desk, start at a free connector for a booking, and it charges. Answers the session's id. */
export async function chargeFor(stand: Stand, bookingReference: string): Promise<string> {
  const { handlers } = stand.terminal
  const free = stand.model().connectors.find(({ startBlock }) => startBlock === null)
  const connectorId = free?.id ?? ''
  const { options } = await handlers['charging.options']({ connectorId })
  const optionId = options.find(({ kind }) => kind !== 'phone')?.id ?? ''
  await handlers['desk.start']({
    ...{ connectorId, optionId, bookingReference },
    ...{ requestId: 'r1', withoutInvoice: false },
  })
  await stand.simulator.control.plugIn(connectorId)
  const sessionAt = (): string | null | undefined =>
    stand.model().connectors.find(({ id }) => id === connectorId)?.sessionId
  await stand.passUntil(() => typeof sessionAt() === 'string')
  return sessionAt() ?? ''
}
