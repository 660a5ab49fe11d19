import { describe, expect, it } from 'vitest'
import type { Connector } from '#contract/site.ts'
import { startStand, type Stand } from './stand.ts'

const shown = (stand: Stand, connectorId: string): Connector | undefined =>
  stand.model().connectors.find(({ id }) => id === connectorId)

/** A connector that is free, with the first way to start there. */
async function choose(stand: Stand): Promise<{ connectorId: string; optionId: string }> {
  const connector = stand
    .model()
    .connectors.find(({ state, startBlock }) => state === 'free' && startBlock === null)
  if (!connector) throw new Error('no connector is free')
  const { handlers } = stand.terminal
  const { options } = await handlers['charging.options']({ connectorId: connector.id })
  const option = options.find(({ kind }) => kind !== 'phone')
  if (!option) throw new Error('there is no way to start')
  return { connectorId: connector.id, optionId: option.id }
}

describe('a charge, by the commands of the bridge', () => {
  it('is started, followed at the fastest pace, watched, stopped and summed up', async () => {
    const stand = await startStand()
    const { handlers } = stand.terminal
    stand.touch()
    const { connectorId, optionId } = await choose(stand)
    const request = { connectorId, optionId, requestId: 'request-1' }
    const { startId } = await handlers['charging.start'](request)
    expect(await handlers['charging.start'](request)).toEqual({ startId })
    await stand.idle()
    expect(shown(stand, connectorId)).toMatchObject({ state: 'starting', startId })

    await stand.passUntil(() =>
      stand.model().starts.some(({ step }) => step === 'waiting-for-plug'),
    )
    stand.sentSince()
    await stand.pass(10_000)
    const refreshes = stand.sentSince().filter((name) => name === 'Refresh').length
    expect(refreshes).toBeGreaterThanOrEqual(8)

    await stand.simulator.control.plugIn(connectorId)
    await stand.passUntil(() => shown(stand, connectorId)?.state === 'charging')
    const sessionId = shown(stand, connectorId)?.sessionId ?? ''
    await handlers['live.watch']({ sessionId })
    const session = () => stand.model().sessions.find(({ id }) => id === sessionId)
    await stand.passUntil(() => (session()?.energyKWh ?? 0) > 0.1 && (session()?.powerW ?? 0) > 0)
    expect(session()).toMatchObject({ freshness: 'live', connectorId })

    await handlers['charging.stop']({ sessionId, requestId: 'request-2' })
    await stand.passUntil(() => session()?.summary?.complete === true)
    expect(session()?.summary?.energyKWh).toBeGreaterThan(0)
    await handlers['charging.leave']({ startId, sessionId })
    await stand.passUntil(() => session() === undefined)
    expect(shown(stand, connectorId)?.sessionId).toBeNull()
    const journal = await stand.simulator.control.journal()
    const starts = journal.filter(({ event }) => event === 'attemptRemoteStart')
    expect(starts).toHaveLength(1)
  })

  it('is late, never live, while the connection is lost, and is stopped afterwards where that was asked for', async () => {
    const stand = await startStand()
    const { handlers } = stand.terminal
    const { connectorId, optionId } = await choose(stand)
    await handlers['charging.start']({ connectorId, optionId, requestId: 'request-1' })
    await stand.simulator.control.plugIn(connectorId)
    await stand.passUntil(() => shown(stand, connectorId)?.state === 'charging')
    const sessionId = shown(stand, connectorId)?.sessionId ?? ''
    const session = () => stand.model().sessions.find(({ id }) => id === sessionId)
    await handlers['live.watch']({ sessionId })
    await stand.passUntil(() => (session()?.energyKWh ?? 0) > 0)

    await stand.simulator.control.setFault('refuse')
    await stand.passUntil(() => stand.model().link.state === 'lost')
    expect(session()?.freshness).toBe('late')
    await handlers['charging.stop']({ sessionId, requestId: 'request-2' })
    await stand.passUntil(() => session()?.stop?.state === 'failed')
    expect(shown(stand, connectorId)?.state).toBe('charging')

    await stand.simulator.control.clearFaults()
    await stand.passUntil(() => session()?.freshness === 'live', 5_000)
    await stand.passUntil(() => session()?.status === 'stopped')
  })
})
