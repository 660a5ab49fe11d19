import { describe, expect, it } from 'vitest'
import { writeSessionEnd } from '#main/integrations/session-end.ts'
import type { HistorySession } from '#main/desk/sessions/history.ts'
import type { Platform } from '#main/platform/platform.ts'
import { chargelogParts } from '../charging/rig.ts'

const NOW_MS = Date.parse('2026-11-23T15:10:00.000Z')
const message = { id: 'ended-log-1', channel: 'session-end', body: null, createdAtMs: 0, tries: 0 }

/** A session as the platform has it, with a document, of a guest in room 214. */
function written(over: Partial<HistorySession> | null, bookingReference: string | null = '214') {
  const connector = {
    ...{ id: 'c1', label: 'Connector 5', evseId: 'AT*HTB*E5', physicalReference: null },
    cp: { label: 'Garage', publicName: null, site: null },
  }
  const chargelog = over && { ...chargelogParts(), connector, ...over }
  const write = writeSessionEnd({
    platform: { execute: () => Promise.resolve({ data: { chargelog } }) } as unknown as Platform,
    records: { notes: () => [{ sessionId: 'log-1', bookingReference, note: null }] },
    ...{ siteName: () => '', terminalId: 't1' },
    ...{ platformNowMs: () => NOW_MS, nowMs: () => NOW_MS },
  })
  return write(message, AbortSignal.timeout(1_000))
}

const dataOf = async (over: Partial<HistorySession>): Promise<Record<string, unknown>> => {
  const answer = await written(over)
  if (typeof answer === 'string') throw new Error(answer)
  const { data } = JSON.parse(answer.body) as { data: Record<string, unknown> }
  return data
}

describe('the end of a session', () => {
  it('tells plug, times, energy, sums, tax lines and invoice as the platform told them', async () => {
    expect(await dataOf({})).toEqual({
      ...{ sessionId: 'log-1', bookingReference: '214', site: null },
      plug: { number: '5', evseId: 'AT*HTB*E5', station: 'Garage' },
      ...{ startedAt: '2026-11-23T14:37:30.000Z', endedAt: '2026-11-23T15:07:30.000Z' },
      ...{ energyKWh: 24.37, rate: 'Standard Rate' },
      cost: {
        ...{ currency: 'EUR', net: 7.12, tax: 1.42, gross: 8.54 },
        lines: [{ description: 'Energy', net: 7.12, taxRatePercent: 20, tax: 1.42, gross: 8.54 }],
      },
      invoice: { title: 'Invoice 2026-001', url: 'https://documents.example/doc-1.pdf' },
    })
  })

  it('tells nothing that the platform did not', async () => {
    const data = await dataOf({
      ...{ cost: null, energyConsumption: null, accountDocument: null },
      ...{ dateStart: null, dateEnd: null },
    })
    const untold = { cost: null, invoice: null, energyKWh: null, startedAt: null, endedAt: null }
    expect(data).toMatchObject(untold)
  })

  it.each([
    ['it runs', { status: 'started' }],
    ['its sum may change', { accountDocument: null }],
  ])('waits while %s', async (_, over) => {
    expect(await written(over)).toBe('wait')
  })

  it('is dropped where staff took the booking away, and tried again where the session is not known', async () => {
    expect(await written({}, null)).toBe('drop')
    await expect(written(null)).rejects.toThrow('not known')
  })
})
