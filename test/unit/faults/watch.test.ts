import { describe, expect, it } from 'vitest'
import type { Session } from '#contract/charging.ts'
import type { MeteredSession } from '#simulator/control.ts'
import { watchEnergy } from '#test/faults/watch/energy.ts'
import type { Glimpse } from '#test/faults/watch/glimpse.ts'
import { isHarmless } from '#test/faults/watch/harmless.ts'
import { shownToOthers } from '#test/faults/watch/owners.ts'
import {
  lostStops,
  watchTargets,
  wrongStop,
  type Asked,
  type StopAsk,
} from '#test/faults/watch/stops.ts'
import { wrongReceipt, wrongSums } from '#test/faults/watch/sums.ts'
import { aModel, aSession, aStart, aSummary } from '#test/support/entities.ts'

const MINUTE_MS = 60_000
const T0 = 1_000_000

/** A charge that began at `T0`, on its register. */
const session: MeteredSession = {
  ...{ chargelogId: 's1', sessionId: 'p1', transactionId: 't1', connectorId: 'c1' },
  ...{ startedMs: T0, endedMs: null, energyWh: 5_000, socPercent: 40, powerW: 11_000 },
  finalAmount: null,
}
const shown = (change: Partial<Session> = {}): Session =>
  aSession({ id: 's1', connectorId: 'c1', status: 'charging', freshness: 'live', ...change })

const glimpse = (change: Partial<Glimpse> = {}): Glimpse => ({
  atMs: T0 + MINUTE_MS,
  view: aModel({ sessions: [shown({ energyKWh: 5 })] }),
  metered: [session],
  connectors: [],
  ...{ calmMs: 10 * MINUTE_MS, presence: 'guest', launch: 1 },
  ...change,
})
const showing = (change: Partial<Session>): Partial<Glimpse> => ({
  view: aModel({ sessions: [shown(change)] }),
})
const asked = (change: Partial<Asked> = {}): Asked => ({
  ...{ stops: [], targets: [], starts: [{ connectorId: 'c1', atMs: T0 }] },
  elsewhere: { transactionIds: new Set(), attemptIds: new Set() },
  ...change,
})
const elsewhere = { transactionIds: new Set(['t1']), attemptIds: new Set<string>() }

describe('energy', () => {
  it('is right as the register has it', () => {
    expect(watchEnergy().look(glimpse())).toEqual([])
  })

  it('is wrong above the register', () => {
    expect(watchEnergy().look(glimpse(showing({ energyKWh: 5.1 })))).toHaveLength(1)
  })

  it('is wrong when it falls, but not over a launch', () => {
    const watch = watchEnergy()
    watch.look(glimpse())
    const less = glimpse({ ...showing({ energyKWh: 4.9 }), calmMs: 0 })
    expect(watch.look(less)).toHaveLength(1)
    expect(watch.look({ ...less, launch: 2 })).toEqual([])
  })

  it('is wrong where it stands still while the register moves on, unless something is in the way', () => {
    const frozen = (calmMs: number) => {
      const watch = watchEnergy()
      return [0, 1, 2].map((minute) => {
        const metered = [{ ...session, energyWh: 5_000 + minute * 200 }]
        return watch.look(glimpse({ metered, atMs: T0 + minute * 61_000, calmMs })).length
      })
    }
    expect(frozen(10 * MINUTE_MS)).toEqual([0, 0, 1])
    expect(frozen(0)).toEqual([0, 0, 0])
  })

  it('is exact in a complete summary', () => {
    const ended = { metered: [{ ...session, endedMs: T0 + MINUTE_MS }] }
    const summary = (energyKWh: number) =>
      showing({ status: 'stopped', energyKWh: 5, summary: aSummary({ energyKWh, complete: true }) })
    expect(watchEnergy().look(glimpse({ ...ended, ...summary(5) }))).toEqual([])
    expect(watchEnergy().look(glimpse({ ...ended, ...summary(0) }))).toHaveLength(1)
  })
})

describe('a sum', () => {
  const metered = [{ ...session, endedMs: T0 + MINUTE_MS, finalAmount: 2.5 }]
  const withSum = (grossAmount: number, complete: boolean) => {
    const cost = { currency: 'EUR', grossAmount, localAmount: null, items: [] }
    const change = showing({ status: 'stopped', summary: aSummary({ cost, complete }) })
    return glimpse({ ...change, metered })
  }

  it('is right as final, and may be another until it is', () => {
    expect(wrongSums(withSum(2.5, true))).toEqual([])
    expect(wrongSums(withSum(1.9, false))).toEqual([])
  })

  it('is wrong as final when it is another', () => {
    expect(wrongSums(withSum(1.9, true))).toHaveLength(1)
  })

  const receipt = (text: string) => wrongReceipt({ chargelogId: 's1', text }, metered)
  it('and energy are looked at on paper, unless it says that they are provisional', () => {
    expect(receipt('Energy 5 kWh Total €2.50')).toEqual({ energy: [], sum: [] })
    expect(receipt('Energy 0 kWh Total €2.50').energy).toHaveLength(1)
    expect(receipt('Energy 5 kWh Total €1.90').sum).toHaveLength(1)
    expect(receipt('Provisional Energy 0 kWh Total €1.90')).toEqual({ energy: [], sum: [] })
  })
})

describe('whose it is', () => {
  const opened = showing({ claimed: true, protection: 'code', stopCode: '1234' })

  it('may be seen by the guest, not by a stranger', () => {
    expect(shownToOthers(glimpse(opened), asked().elsewhere)).toEqual([])
    const strange = glimpse({ ...opened, presence: 'stranger' })
    expect(shownToOthers(strange, asked().elsewhere).length).toBeGreaterThan(0)
  })

  it('is nobody’s here when another terminal began it', () => {
    expect(shownToOthers(glimpse(opened), elsewhere).length).toBeGreaterThan(0)
  })

  it('includes the payment page', () => {
    const payment = { url: 'https://pay.example/1', hold: { amount: 1, currency: null } }
    const start = aStart({ payment: { ...payment, dueMs: 0, state: 'pending' } })
    const view = aModel({ starts: [start], sessions: [] })
    const strange = glimpse({ view, presence: 'stranger' })
    expect(shownToOthers(strange, asked().elsewhere).length).toBeGreaterThan(0)
  })
})

describe('a stop', () => {
  const stop: StopAsk = {
    ...{ atMs: T0, connectorId: 'c1', transactionId: 't1', startedMs: T0, why: 'asked' },
    isTaken: true,
  }
  const connectors = [{ id: 'c1', session: { transactionId: 't1' } }] as never
  const after = (minutes: number, change: Partial<Glimpse> = {}): Glimpse =>
    glimpse({ atMs: T0 + minutes * MINUTE_MS, connectors, ...change })

  it('is lost when the charge goes on for more than two minutes', () => {
    expect(lostStops(after(2), asked({ stops: [stop] }))).toEqual([])
    expect(lostStops(after(3), asked({ stops: [stop] }))).toHaveLength(1)
  })

  it('is not lost where the terminal has refused it', () => {
    const refused = { ...stop, isTaken: false }
    expect(lostStops(after(3), asked({ stops: [refused] }))).toEqual([])
  })

  it('has these two minutes from when the station is able', () => {
    expect(lostStops(after(30, { calmMs: MINUTE_MS }), asked({ stops: [stop] }))).toEqual([])
  })

  it('is lost when a cancelled start charges, unless another start came after it', () => {
    const cancelled = { ...stop, transactionId: null }
    expect(lostStops(after(3), asked({ stops: [cancelled] }))).toHaveLength(1)
    const starts = [
      { connectorId: 'c1', atMs: T0 },
      { connectorId: 'c1', atMs: T0 + 1 },
    ]
    expect(lostStops(after(3), asked({ stops: [cancelled], starts }))).toEqual([])
  })

  it('that nobody asked for takes from its owner', () => {
    expect(wrongStop('p1', glimpse(), asked())).toMatchObject({ kind: 'owner' })
    expect(wrongStop('p1', glimpse(), asked({ stops: [stop] }))).toBeNull()
  })

  it('of a cancelled start is none of another terminal’s session', () => {
    const stops = [{ ...stop, transactionId: null }]
    expect(wrongStop('p1', glimpse(), asked({ stops }))).toBeNull()
    expect(wrongStop('p1', glimpse(), asked({ stops, elsewhere }))).toMatchObject({ kind: 'owner' })
  })
})

describe('a target', () => {
  const targets = (energyKWh: number): Asked =>
    asked({ targets: [{ atMs: T0, connectorId: 'c1', target: { kind: 'energy', energyKWh } }] })

  it('is missed when the charge goes on long after it was reached', () => {
    const watch = watchTargets()
    const after = (minutes: number): Glimpse => glimpse({ atMs: T0 + minutes * MINUTE_MS })
    expect(watch.look(after(1), targets(5))).toEqual([])
    expect(watch.look(after(2), targets(5))).toEqual([])
    expect(watch.look(after(3), targets(5))).toHaveLength(1)
  })

  it('is missed when the stop leaves before it was reached', () => {
    expect(wrongStop('p1', glimpse(), targets(6))).toMatchObject({ kind: 'target' })
    expect(wrongStop('p1', glimpse(), targets(5))).toBeNull()
  })

  it('of time is missed when the stop leaves a moment before its end', () => {
    const target = { kind: 'time', minutes: 5 } as const
    const timed = asked({ targets: [{ atMs: T0, connectorId: 'c1', target }] })
    const leftMs = (ms: number): Glimpse => glimpse({ atMs: T0 + 5 * MINUTE_MS - ms })
    expect(wrongStop('p1', leftMs(0), timed)).toBeNull()
    expect(wrongStop('p1', leftMs(1), timed)).toMatchObject({ kind: 'target' })
  })
})

it('faults that stand in the way excuse, others do not', () => {
  expect(isHarmless({ name: 'refuse', options: {} })).toBe(false)
  expect(isHarmless({ name: 'meterClock', options: {} })).toBe(true)
  expect(isHarmless({ name: 'noSessionIds', options: {} })).toBe(true)
  expect(isHarmless({ name: 'noSessionIds', options: { where: 'everywhere' } })).toBe(false)
})
