import { describe, expect, it } from 'vitest'
import { connectorState, startBlock, type ConnectorFacts } from '#main/site/state.ts'

function facts(over: Partial<ConnectorFacts> = {}): ConnectorFacts {
  return {
    ocpp: null,
    calculated: null,
    simple: null,
    freshness: 'live',
    ownSession: 'none',
    ownStart: 'none',
    inMaintenance: false,
    remoteCommands: true,
    ...over,
  }
}

describe('the state of a connector', () => {
  it.each([
    ['Available', 'free', null],
    ['Preparing', 'plugged', null],
    ['Charging', 'in-use', 'busy'],
    ['SuspendedEV', 'in-use', 'busy'],
    ['SuspendedEVSE', 'in-use', 'busy'],
    ['Finishing', 'finishing', 'busy'],
    ['Reserved', 'reserved', 'busy'],
    ['Unavailable', 'unavailable', 'out-of-order'],
    ['Faulted', 'out-of-order', 'out-of-order'],
  ] as const)("a station that says %s is %s, and a start's block is %s", (ocpp, state, block) => {
    const said = facts({ ocpp })
    expect(connectorState(said)).toBe(state)
    expect(startBlock(said)).toBe(block)
  })

  it.each(['AVAILABLE', 'available', 'Available '])('reads %j whatever its case', (ocpp) => {
    expect(connectorState(facts({ ocpp }))).toBe('free')
  })

  it.each([
    ['BLOCKED', 'unavailable'],
    ['INOPERATIVE', 'unavailable'],
    ['PLANNED', 'unavailable'],
    ['REMOVED', 'unavailable'],
    ['Closed', 'unavailable'],
    ['OUTOFORDER', 'out-of-order'],
    ['Error', 'out-of-order'],
    ['EVConnected', 'plugged'],
    ['suspended_ev', 'in-use'],
  ])('knows the word %s of other networks: %s', (ocpp, state) => {
    expect(connectorState(facts({ ocpp }))).toBe(state)
  })

  it.each([
    [{ ocpp: 'Available', calculated: 'Quarantined', simple: 'Quarantined' }, 'unknown'],
    [{ ocpp: 'Available', calculated: 'Quarantined', simple: null }, 'free'],
    [{ ocpp: 'Available', calculated: 'Quarantined', simple: 'Available' }, 'free'],
    [{ ocpp: 'Charging', calculated: 'Quarantined', simple: 'Quarantined' }, 'in-use'],
  ])('is not free by one word against two that nobody knows: %j', (said, state) => {
    expect(connectorState(facts(said))).toBe(state)
  })

  it.each([
    ['an unknown word', { ocpp: 'Hovering' }, 'unknown'],
    ['nothing at all', {}, 'unknown'],
    [
      'an unknown word, but a calculated one',
      { ocpp: 'Hovering', calculated: 'Available' },
      'free',
    ],
    ['no word, but a simple one', { simple: 'Occupied' }, 'in-use'],
    ['unknown words in all forms', { ocpp: 'a', calculated: 'b', simple: 'c' }, 'unknown'],
  ])('for %s (%j) is %s: never free without being told so', (_name, said, state) => {
    expect(connectorState(facts(said))).toBe(state)
  })

  it.each([
    ['Available', 'Unavailable', 'unavailable'],
    ['Available', 'Faulted', 'out-of-order'],
    ['Available', 'Occupied', 'in-use'],
    ['Charging', 'Unavailable', 'unavailable'],
    ['Preparing', 'Occupied', 'plugged'],
    ['Finishing', 'Occupied', 'finishing'],
    ['Charging', 'Available', 'in-use'],
    ['Faulted', 'Unavailable', 'out-of-order'],
  ])("the station's %s beside the platform's %s is %s", (ocpp, simple, state) => {
    expect(connectorState(facts({ ocpp, simple }))).toBe(state)
    expect(connectorState(facts({ ocpp, calculated: simple }))).toBe(state)
  })

  it.each([
    [{ ocpp: 'Charging', ownSession: 'charging' }, 'charging', 'busy'],
    [{ ocpp: 'Preparing', ownSession: 'waiting' }, 'starting', 'start-open'],
    [{ ocpp: 'Available', ownStart: 'open' }, 'starting', 'start-open'],
    [{ ocpp: 'Available', ownStart: 'cancelled' }, 'free', 'start-open'],
    [{ ocpp: 'Faulted', ownSession: 'charging' }, 'out-of-order', 'out-of-order'],
    [{ simple: 'Unavailable', ownSession: 'charging' }, 'charging', 'busy'],
    [{ ocpp: 'Faulted', ownStart: 'open' }, 'out-of-order', 'start-open'],
  ] as const)('with what the terminal knows itself: %j', (said, state, block) => {
    expect(connectorState(facts(said))).toBe(state)
    expect(startBlock(facts(said))).toBe(block)
  })

  it.each([
    ['late', { freshness: 'late' }, 'late'],
    ['never known', { freshness: 'unknown' }, 'unknown'],
    ['in maintenance', { inMaintenance: true }, 'maintenance'],
    ['started on the spot only', { remoteCommands: false }, 'on-the-spot'],
    ['silent about remote commands', { remoteCommands: null }, null],
  ] as const)('a free connector that is %s: block %s', (_name, over, block) => {
    expect(startBlock(facts({ ocpp: 'Available', ...over }))).toBe(block)
  })

  it('tells maintenance rather than a fault: somebody is on it', () => {
    expect(startBlock(facts({ ocpp: 'Unavailable', inMaintenance: true }))).toBe('maintenance')
  })
})

describe('a station as a whole', () => {
  const said = (station: string | null, ocpp: string | null = 'Available') =>
    facts({
      ocpp,
      station: station === null ? null : { ocpp: station, simple: null },
    })

  it.each([
    ['Faulted', 'Available', 'out-of-order'],
    ['Faulted', 'Preparing', 'out-of-order'],
    ['Faulted', null, 'out-of-order'],
    ['Unavailable', 'Available', 'unavailable'],
    ['Faulted', 'Unavailable', 'unavailable'],
    // A charge that goes on is stopped where it is.
    ['Faulted', 'Charging', 'in-use'],
    // Busy, available or strange as a whole, it says nothing of one of its connectors.
    ['Occupied', 'Available', 'free'],
    ['Available', 'Faulted', 'out-of-order'],
    ['Hovering', 'Available', 'free'],
    [null, 'Available', 'free'],
  ])('that is %s makes a connector that says %s: %s', (station, ocpp, state) => {
    expect(connectorState(said(station, ocpp))).toBe(state)
  })

  it('out of order starts nothing', () => {
    expect(startBlock(said('Faulted'))).toBe('out-of-order')
  })
})
