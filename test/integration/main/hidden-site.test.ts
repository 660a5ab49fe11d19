import { describe, expect, it } from 'vitest'
import type { CommandOutput } from '#contract/commands.ts'
import { trustedOperations } from '#platform/generated/trusted.ts'
import { startStand, type Stand } from './stand.ts'

/** Asks as a guest's screen does, about the first station of the board. */
async function asked(stand: Stand, name: string): Promise<unknown> {
  const [id = ''] = Object.entries(trustedOperations).find(([, one]) => one.name === name) ?? []
  const variables = { id: stand.model().connectors[0]?.stationId ?? '' }
  const answer: CommandOutput<'platform.ask'> = await stand.terminal.handlers['platform.ask']({
    ...{ id, variables },
  })
  return answer.data
}

describe('a site that the public map hides', () => {
  it('is found by a terminal that was told no site, and shown like any other', async () => {
    const stand = await startStand({ choice: null, hidden: true })
    const { site, link, connectors } = stand.model()
    expect(site?.id).toBe(stand.simulator.sites.hotel)
    expect(link.state).toBe('live')
    expect(connectors.length).toBeGreaterThan(0)
  })

  it('tells guests where it is', async () => {
    const stand = await startStand({ hidden: true })
    expect(await asked(stand, 'StationDetails')).toMatchObject({
      cp: { address: expect.stringContaining('Mozartplatz') as string },
    })
  })

  it('has its connectors found by their EVSE IDs', async () => {
    const stand = await startStand({ hidden: true })
    const [connector] = stand.model().connectors
    const find = stand.terminal.handlers['site.find']
    expect(await find({ evseId: connector?.evseId ?? '' })).toEqual({ connectorId: connector?.id })
  })
})

it('what the terminal knows of a station is told without asking the platform again', async () => {
  const stand = await startStand()
  const plug = stand.model().connectors.find(({ number }) => number === '4')
  stand.sentSince()
  const known = await stand.terminal.handlers['site.station']({ stationId: plug?.stationId ?? '' })
  expect(known).toMatchObject({ remoteCommands: true, maintenance: [{ connectorId: plug?.id }] })
  expect(await stand.terminal.handlers['site.station']({ stationId: 'elsewhere' })).toEqual({
    facts: null,
    remoteCommands: null,
    maintenance: [],
  })
  expect(stand.sentSince()).toEqual([])
})
