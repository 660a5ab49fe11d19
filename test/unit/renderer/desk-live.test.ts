import { describe, expect, it } from 'vitest'
import { alertOf, idleSince } from '#renderer/desk/live/alerts.ts'
import type { DeskTranslate } from '#renderer/i18n/desk-text.ts'
import { formats } from '#renderer/i18n/format.ts'
import { rowWords } from '#renderer/desk/live/live-words.ts'
import { deskInput, mayStartFree } from '#renderer/desk/live/desk-choice.ts'
import { countsOf, filtered, powerOf, rowsOf, type LiveFilter } from '#renderer/desk/live/rows.ts'
import { aConnector, anOption, aSession, aStart, NOW_MS } from './fakes.ts'

const MINUTE_MS = 60_000
const IDLE_MS = 30 * MINUTE_MS
const since = (minutes: number) => ({ atMs: NOW_MS - minutes * MINUTE_MS, exact: true })
const everything: LiveFilter = { text: '', group: null, stationId: null, plug: null }

function siteRows() {
  const connectors = [
    aConnector({ id: 'c1', number: '1', state: 'free', evseId: 'AT*HTB*E1*1' }),
    aConnector({ id: 'c2', number: '2', state: 'charging', sessionId: 's2', plug: 'ccs2' }),
    aConnector({ id: 'c3', number: '3', state: 'out-of-order', stationId: 'other' }),
  ]
  const origin = {
    startedBy: 'desk' as const,
    optionLabel: 'Hotel guests',
    bookingReference: '214',
    withoutInvoice: false,
  }
  const closed = { by: 'Ida', atMs: NOW_MS }
  const sessions = [
    aSession({ id: 's2', connectorId: 'c2', origin }),
    aSession({ id: 's9', connectorId: 'c1', closed }),
  ]
  const starts = [aStart({ id: 'x', connectorId: 'c1', step: 'unknown', closed })]
  const byId = <T extends { id: string }>(all: T[]) => new Map(all.map((one) => [one.id, one]))
  const model = { connectors, sessions: byId(sessions), starts: byId(starts) }
  return rowsOf(model, NOW_MS, IDLE_MS)
}

describe('the rows of the live desk', () => {
  it('bring each connector together with what happens there', () => {
    const [first, second] = siteRows()
    expect(second?.session?.id).toBe('s2')
    expect(first?.session).toBeUndefined()
    expect(first?.closed.map(({ id }) => id)).toEqual(['s9', 'x'])
  })

  it('are counted by what can be done with them', () => {
    expect(countsOf(siteRows())).toEqual({ free: 1, charging: 1, taken: 0, trouble: 1 })
  })

  it('sum up what the charges draw that tell it', () => {
    const [first, second, third] = siteRows()
    const drawing = (row: typeof first, powerW: number | null) =>
      row ? [{ ...row, session: aSession({ powerW }) }] : []
    const rows = [...drawing(first, 11_000), ...drawing(second, null), ...drawing(third, 7400)]
    expect(powerOf(rows)).toEqual({ totalW: 18_400, told: 2 })
    expect(powerOf([])).toEqual({ totalW: 0, told: 0 })
  })

  it.each<[Partial<LiveFilter>, string[]]>([
    [{ group: 'free' }, ['1']],
    [{ stationId: 'other' }, ['3']],
    [{ plug: 'ccs2' }, ['2']],
    [{ text: 'athtbe11' }, ['1']],
    [{ text: '214' }, ['2']],
    [{ text: 'HOTEL', group: 'charging' }, ['2']],
    [{ text: 'nothing' }, []],
  ])('are found by %j', (filter, numbers) => {
    const found = filtered(siteRows(), { ...everything, ...filter })
    expect(found.map(({ connector }) => connector.number)).toEqual(numbers)
  })
})

describe('since when', () => {
  const t = ((key: string, named?: { time: string }) =>
    named ? `${key} ${named.time}` : key) as unknown as DeskTranslate
  const words = (minutes: number, exact: boolean) => {
    const began = { atMs: NOW_MS - minutes * MINUTE_MS, exact }
    const model = {
      connectors: [aConnector({ state: 'in-use', since: began })],
      ...{ sessions: new Map(), starts: new Map() },
    }
    const [row] = rowsOf(model, NOW_MS, IDLE_MS)
    return row && rowWords(row, NOW_MS, t, formats('en-GB', 'Europe/Vienna')).since
  }

  it.each([
    [0, true, 'live.justNow'],
    [0, false, ''],
    [17, true, 'live.alert.since 14:15'],
    [190, false, 'live.atLeast 3\u00a0h 10\u00a0min'],
    [24 * 60, true, 'live.alert.since Sat 14:32'],
    [9 * 24 * 60, true, 'live.alert.since 13 Nov, 14:32'],
    [400 * 24 * 60, true, 'live.alert.since 18 Oct 2025, 15:32'],
  ])('%d minutes ago, exactly: %s', (minutes, exact, text) => {
    expect(words(minutes, exact)).toBe(text)
  })
})

describe('an alert', () => {
  const reported = (state: 'out-of-order' | 'unavailable' | 'unknown' | 'in-use') => ({
    ...{ state, ocpp: null, calculated: null, simple: null },
  })

  it.each([
    ['out-of-order', 'faulted'],
    ['unavailable', 'offline'],
    ['unknown', 'offline'],
  ] as const)('tells of a connector that is reported %s: %s', (state, kind) => {
    const connector = aConnector({ state, reported: reported(state), since: since(3) })
    expect(alertOf(connector, undefined, NOW_MS, IDLE_MS)).toEqual({ kind, since: since(3) })
  })

  it.each([
    ['Unavailable', 'Offline', 'unavailable', 'offline'],
    ['Unavailable', 'Blocked', 'unavailable', 'unavailable'],
    ['Fnord', null, 'unknown', 'strange'],
  ] as const)(
    'by the words %s and %s is no more than they say',
    (ocpp, calculated, state, kind) => {
      const told = { state, ocpp, calculated, simple: null }
      const connector = aConnector({ state, reported: told, since: since(3) })
      expect(alertOf(connector, undefined, NOW_MS, IDLE_MS)?.kind).toBe(kind)
    },
  )

  it('tells of a station that is silent while a session counts, but not since when', () => {
    const connector = aConnector({ state: 'charging', reported: reported('unavailable') })
    expect(alertOf(connector, aSession(), NOW_MS, IDLE_MS)).toEqual({
      kind: 'offline',
      since: null,
    })
  })

  it('tells first of a car that charges on though it was stopped, whatever its station says', () => {
    const session = aSession({ warnings: ['stop-not-heeded'] })
    const connector = aConnector({ state: 'charging', reported: reported('unavailable') })
    expect(alertOf(connector, session, NOW_MS, IDLE_MS)).toEqual({
      kind: 'stop-not-heeded',
      since: null,
    })
  })

  it('tells of a session that has stopped with less energy than was metered', () => {
    const stopped = aSession({ status: 'stopped', warnings: ['energy-differs'] })
    const model = {
      connectors: [aConnector({ id: stopped.connectorId, sessionId: null })],
      sessions: new Map([[stopped.id, stopped]]),
      starts: new Map(),
    }
    const [row] = rowsOf(model, NOW_MS, IDLE_MS)
    expect(row?.alert).toEqual({ kind: 'energy-differs', since: null })
  })

  it('is silent on what is late, and on what is being serviced', () => {
    const broken = { state: 'out-of-order', reported: reported('out-of-order') } as const
    const late = aConnector({ ...broken, freshness: 'late' })
    const serviced = aConnector({ ...broken, startBlock: 'maintenance' })
    expect(alertOf(late, undefined, NOW_MS, IDLE_MS)).toBeNull()
    expect(alertOf(serviced, undefined, NOW_MS, IDLE_MS)).toBeNull()
  })

  it.each([
    ['finishing', 30, 'idle'],
    ['plugged', 45, 'idle'],
    ['finishing', 29, undefined],
    ['in-use', 90, undefined],
  ] as const)('%s for %d minutes is %s', (state, minutes, kind) => {
    const connector = aConnector({ state, since: since(minutes) })
    expect(alertOf(connector, undefined, NOW_MS, IDLE_MS)?.kind).toBe(kind)
  })

  it('tells of a session that draws nothing, from the first moment it was seen so', () => {
    const at = (minutes: number, powerW: number) => ({
      atMs: NOW_MS - minutes * MINUTE_MS,
      powerW,
    })
    const powerCurve = [at(60, 11_000), at(40, 11_000), at(35, 0), at(1, 0)]
    const session = aSession({ status: 'charging', powerW: 0, powerCurve })
    const idleFromMs = NOW_MS - 35 * MINUTE_MS
    expect(idleSince(session)).toBe(idleFromMs)
    const connector = aConnector({ state: 'charging', reported: reported('in-use') })
    expect(alertOf(connector, session, NOW_MS, IDLE_MS)).toEqual({
      kind: 'idle',
      since: { atMs: idleFromMs, exact: true },
    })
    expect(idleSince(aSession({ powerW: 11_000, powerCurve }))).toBeNull()
    expect(idleSince(aSession({ powerW: null, powerCurve }))).toBeNull()
  })
})

describe('a choice at the desk', () => {
  const choice = {
    option: anOption({ kind: 'card', needs: 'desk' }),
    hold: null,
    packageId: 'p1',
    target: { kind: 'time' as const, minutes: 60 },
    bookingReference: ' 214 ',
  }

  it('takes a booking with every card', () => {
    expect(deskInput(choice, false)).toEqual({
      packageId: 'p1',
      target: { kind: 'time', minutes: 60 },
      bookingReference: '214',
      withoutInvoice: false,
    })
  })

  it('takes neither package nor time without an invoice', () => {
    expect(deskInput(choice, true)).toEqual({ bookingReference: '214', withoutInvoice: true })
  })

  it('has an invoice where the guest pays by phone', () => {
    const option = anOption({ kind: 'phone', holds: [{ amount: 50, currency: 'EUR' }] })
    expect(deskInput({ ...choice, option, hold: 0 }, true)).toMatchObject({ withoutInvoice: false })
  })

  it.each([
    ['staff', 'manager', false],
    ['staff', 'staff', true],
    ['manager', 'manager', true],
    ['manager', 'staff', true],
    ['manager', 'nobody', false],
  ] as const)('may be without an invoice for %s where the rule is %s: %s', (role, rule, may) => {
    const rules = { idleAlertMs: IDLE_MS, withoutInvoice: rule }
    expect(mayStartFree({ name: 'Ida', role }, rules)).toBe(may)
    expect(mayStartFree(null, rules)).toBe(false)
  })
})
