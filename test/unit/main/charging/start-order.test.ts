import { describe, expect, it } from 'vitest'
import { createClock } from '#common/clock.ts'
import type { ChargingApi } from '#main/charging/api/charging-api.ts'
import { createStartStore, type StartStore } from '#main/charging/ledger/start-store.ts'
import { openLedger } from '#main/charging/ledger/ledger.ts'
import type { Choice } from '#main/charging/offer/options.ts'
import type { StartRequest } from '#main/charging/offer/start-request.ts'
import { createStartByAccount } from '#main/charging/start/account-start.ts'
import { ownCardStart } from '#main/charging/start/kinds/own-card.ts'
import { createStart, type StartAt } from '#main/charging/start/start.ts'
import { PlatformError } from '#main/platform/platform.ts'
import { failureOf } from '#main/core/errors.ts'
import { createQuietLog } from '../support/quiet-log.ts'
import { codeOf, freeConnector, settle } from './rig.ts'

/** A terminal that writes down each thing a start does, in its order. */
function createWitness(over: Partial<ChargingApi> = {}) {
  const seen: string[] = []
  const clock = createClock({ startMs: 1_000, speed: 0 })
  const log = createQuietLog()
  const send = (): Promise<never> => {
    seen.push('send')
    return Promise.reject(
      new PlatformError(failureOf('unavailable', 'Nobody is there.'), 'unknown'),
    )
  }
  const api = {
    connectorNow: () => {
      seen.push('read again')
      return Promise.resolve({ ocpp: 'Available', calculated: null, simple: null })
    },
    ...{
      attemptStart: send,
      startWithPreauth: send,
      startWithoutInvoice: send,
      startWithTag: send,
    },
    ...over,
  } as unknown as ChargingApi
  const kept = createStartStore({ ledger: openLedger(':memory:'), clock, log })
  const startStore: StartStore = {
    ...kept,
    insert(record) {
      kept.insert(record)
      seen.push(`write ${record.step}`)
    },
    commit(record) {
      seen.push(`write ${record.step}`)
      return kept.commit(record)
    },
  }
  const connector = () => {
    seen.push('gate')
    return freeConnector()
  }
  const ground = { api, clock, log, startStore, connector, skewMs: () => 0 }
  const ignore = (): void => undefined
  const listeners = { changed: ignore, urgent: ignore, notSent: ignore }
  const startAt = createStart({
    ...{ ...ground, ...listeners, assertLedgerComplete: ignore },
    isClosed: () => false,
  })
  return { ...ground, seen, startAt }
}

type Witness = ReturnType<typeof createWitness>

const request: StartRequest = { connectorId: 'c1', optionId: 'o1', requestId: 'r1' }
const card: Choice = {
  kind: 'card',
  cardId: 'card-1',
  tagId: 'TAG',
  label: null,
  rate: { short: '0.35 EUR/kWh', full: null },
  hold: null,
}
const hold = { amount: 50, currency: 'EUR' }

const byAccount =
  (choice: Choice, over: Partial<StartRequest> = {}) =>
  (witness: Witness): ReturnType<StartAt> => {
    const offers = { assertSold: () => undefined }
    const start = createStartByAccount({ ...witness, offers, fingerprintOf: () => null })
    const choose = (): Choice => {
      witness.seen.push('choose')
      return choice
    }
    return start({ ...request, ...over }, choose, 'guest')
  }

const byOwnCard = (witness: Witness): ReturnType<StartAt> => {
  const kind = ownCardStart(
    { tag: 'TAG', fingerprint: 'f' },
    { api: witness.api, assertMayStart: () => undefined },
  )
  return witness.startAt(request, () => {
    witness.seen.push('choose')
    return kind
  })
}

const kinds: readonly [string, (witness: Witness) => ReturnType<StartAt>][] = [
  ['by a card of the account', byAccount(card)],
  ['at a free connector', byAccount({ ...card, kind: 'free' })],
  ['by phone', byAccount({ ...card, kind: 'phone', hold })],
  ['by the guest’s own card', byOwnCard],
  ['without invoice', byAccount(card, { withoutInvoice: true })],
]

describe('the order of a start', () => {
  it.each(kinds)('%s: gate, choose, write, read again, send', async (_kind, start) => {
    const witness = createWitness()
    await start(witness)
    await settle()
    expect(witness.seen).toEqual([
      'gate',
      'choose',
      'write chosen',
      'read again',
      'write requested',
      'send',
    ])
  })

  it.each(kinds)('%s: nothing is sent where the second reading says no', async (_kind, start) => {
    const witness = createWitness({
      connectorNow: () => Promise.resolve({ ocpp: 'Charging', calculated: null, simple: null }),
    })
    expect(await codeOf(() => start(witness))).toBe('connector-busy')
    expect(witness.seen).toEqual(['gate', 'choose', 'write chosen'])
    expect(witness.startStore.all()).toEqual([])
  })

  it.each(kinds)('%s: two at once pass the gate one after the other', async (_kind, start) => {
    const witness = createWitness()
    const first = start(witness)
    const second = witness.startAt({ connectorId: 'c1', requestId: 'r2' }, () => {
      throw new Error('The second one must not get so far.')
    })
    expect(await codeOf(() => second)).toBe('start-open')
    await first
    await settle()
    expect(witness.seen.filter((each) => each === 'send')).toHaveLength(1)
  })
})
