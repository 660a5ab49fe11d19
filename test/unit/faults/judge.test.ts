import { describe, expect, it } from 'vitest'
import type { JournalEntry } from '#simulator/journal.ts'
import type { ConnectorOverview, SessionOverview } from '#simulator/control.ts'
import { judge, noFigures, type Figures } from '#test/faults/judge.ts'
import type { Arrival, CycleRecord, Intention, LedgerStart } from '#test/faults/record.ts'
import { watched, type Seen } from '#test/faults/watch/watch.ts'
import { aConnector, aModel, aSession } from '#test/support/entities.ts'

const session: SessionOverview = {
  transactionId: 't1',
  startedMs: 1,
  isOwn: true,
  chargelogId: 's1',
}
const connector = (change: Partial<ConnectorOverview> = {}): ConnectorOverview => ({
  ...{ id: 'c1', evseId: 'e1', number: '1', plug: 'CCS', current: 'DC', maxPowerKW: 50 },
  ...{ ocpp: 'Charging', calculated: 'Charging', simple: 'Occupied', vehicle: null },
  ...{ session, attemptIds: [] },
  ...change,
})
const start: LedgerStart = {
  ...{ id: 'st1', kind: 'card', step: 'charging', connectorId: 'c1', chargelogId: 's1' },
  ...{ attemptId: 'a1', transaction: null, endedAtMs: null, cancelled: false },
}
const intention: Intention = {
  ...{ requestId: 'first', way: 'card', connectorId: 'c1', atMs: 1, outcome: 'taken', code: null },
}
const arrival: Arrival = {
  ...{ atMs: 1, field: 'attemptRemoteStart', connectorId: 'c1', alive: null, openHolds: 0 },
}
const began: JournalEntry = {
  ...{ atMs: 2, kind: 'station', event: 'started', facts: { connectorId: 'c1' }, outcome: '' },
}
const anothers: JournalEntry = { ...began, facts: { connectorId: 'c1', transaction: 't2' } }
const view = aModel({
  connectors: [aConnector({ id: 'c1', state: 'charging', startBlock: 'busy' })],
  sessions: [aSession({ id: 's1', connectorId: 'c1', status: 'charging' })],
})

const nothingSeen: Seen = {
  ...{ lateAsLive: [], wrongEnergy: [], wrongSum: [] },
  ...{ wrongOwner: [], lostStops: [], missedTargets: [] },
}

/** One start that became one session, which is shown. */
const good: CycleRecord = {
  arrivals: [arrival],
  intentions: [intention],
  journal: [began],
  ...{ elsewhere: [], forgottenAt: [], seen: nothingSeen },
  end: {
    ...{ view, trouble: null, connectors: [connector()], ledger: [start], died: null },
    settings: { expected: [null], found: null, setAside: [] },
  },
}
const withEnd = (change: Partial<CycleRecord['end']>): CycleRecord => ({
  ...good,
  end: { ...good.end, ...change },
})
const nothing = noFigures()

describe('the judge of the crash suite', () => {
  it('has nothing to say of one start that became one session', () => {
    expect(judge(good)).toEqual({ figures: nothing, findings: [] })
  })

  const another = { ...intention, requestId: 'second' }
  const faults: [string, Partial<Figures>, CycleRecord][] = [
    [
      'a start that arrives while another is alive',
      { doubleStarts: 1 },
      {
        ...good,
        intentions: [intention, another],
        arrivals: [arrival, { ...arrival, alive: 'attempt 1' }],
      },
    ],
    [
      'a request that nobody asked for',
      { doubleStarts: 1 },
      { ...good, arrivals: [arrival, arrival] },
    ],
    ['two sessions of one start', { doubleStarts: 1 }, { ...good, journal: [began, began] }],
    [
      'a second hold',
      { doubleHolds: 1 },
      {
        ...good,
        arrivals: [{ ...arrival, field: 'remoteStartWithPreauth', openHolds: 1 }],
      },
    ],
    [
      'a session that runs and is not shown',
      { unknownSessions: 1 },
      withEnd({ view: { ...view, sessions: [] } }),
    ],
    ['a session that no start knows', { unknownSessions: 1 }, withEnd({ ledger: [] })],
    [
      'a session that is shown and does not run',
      { unknownSessions: 1 },
      withEnd({ connectors: [connector({ session: null })] }),
    ],
    [
      'a connector that the board has lost',
      { unknownSessions: 1 },
      withEnd({ view: { ...view, connectors: [] } }),
    ],
    [
      'a connector that is offered while it charges',
      { unknownSessions: 1 },
      withEnd({
        view: { ...view, connectors: [aConnector({ id: 'c1', state: 'free', startBlock: null })] },
      }),
    ],
    [
      'a start of which nobody knows',
      { unknownSessions: 1 },
      withEnd({
        view: { ...view, sessions: [] },
        connectors: [connector({ session: null })],
        ledger: [{ ...start, step: 'unknown', chargelogId: null }],
      }),
    ],
    [
      'a cancelled start that charges',
      { unknownSessions: 1 },
      withEnd({ ledger: [{ ...start, cancelled: true }] }),
    ],
    ...watched.map((figure): [string, Partial<Figures>, CycleRecord] => [
      `what was seen on the way of ${figure}`,
      { [figure]: 1 },
      { ...good, seen: { ...nothingSeen, [figure]: ['1 is'] } },
    ]),
    [
      'a start that took the session of another terminal',
      { wrongOwner: 1 },
      { ...good, elsewhere: ['t1'], journal: [] },
    ],
    [
      'settings that are neither the old nor the new ones',
      { brokenSettings: 1 },
      withEnd({ settings: { expected: [null], found: undefined, setAside: [] } }),
    ],
    [
      'settings that were set aside',
      { brokenSettings: 1 },
      withEnd({ settings: { expected: [null], found: null, setAside: ['settings.broken'] } }),
    ],
    [
      'a way in that is not found again',
      { lockOuts: 1 },
      withEnd({
        view: { ...view, link: { ...view.link, state: 'lost' } },
      }),
    ],
    ['trouble that somebody must see to', { lockOuts: 1 }, withEnd({ trouble: 'unauthorised' })],
    ['a terminal that does not start', { lockOuts: 1 }, withEnd({ died: 'no settings' })],
  ]
  it.each(faults)('sees %s', (_, figures, record) => {
    expect(judge(record).figures).toEqual({ ...nothing, ...figures })
  })

  it('blames nobody for what another terminal began, nor for what a spoilt ledger forgot', () => {
    const others = { ...good, elsewhere: ['t2'], journal: [began, anothers] }
    expect(judge(others).figures).toEqual(nothing)
    const forgotten = { ...withEnd({ ledger: [] }), forgottenAt: ['c1'] }
    expect(judge(forgotten).figures).toEqual(nothing)
  })

  describe('where the platform carried one request out twice', () => {
    const entry = (outcome: string): JournalEntry => ({
      ...{ atMs: 1, kind: 'mutation', event: 'attemptRemoteStart', facts: { connectorId: 'c1' } },
      outcome,
    })
    const doubled = (double: string): CycleRecord => ({
      ...withEnd({ ledger: [] }),
      journal: [entry('REQUESTED'), entry(double), began],
    })

    it('lets the session of the double, which no answer named, belong to no start', () => {
      expect(judge(doubled('REQUESTED')).figures).toEqual(nothing)
    })

    it('looks for the start where the double found the connector taken', () => {
      expect(judge(doubled('REJECTED')).figures).toEqual({ ...nothing, unknownSessions: 1 })
    })
  })

  it('takes a request that was refused for its token, and its repetition, as one', () => {
    const refused: JournalEntry = {
      ...{ atMs: 1, kind: 'mutation', event: 'attemptRemoteStart', facts: {} },
      outcome: 'UNAUTHENTICATED',
    }
    const record = { ...good, arrivals: [arrival, arrival], journal: [refused, began] }
    expect(judge(record).figures).toEqual(nothing)
  })
})
