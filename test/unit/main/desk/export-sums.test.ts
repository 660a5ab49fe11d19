import { describe, expect, it } from 'vitest'
import type { Starter } from '#main/desk/sessions/session-starters.ts'
import { DAY_MS, log, many, platformWith, setUp } from './exports-rig.ts'

describe('sums of sessions as a file', () => {
  const francs = { currency: 'CHF', total: null, grossAmount: 0.1, costItems: null }
  const notes = ['a', 'b', 'c', 'd'].map((sessionId, index) => ({
    ...{ sessionId, note: null },
    bookingReference: index < 3 ? '214' : '9',
  }))
  const logs = [
    log('a'),
    log('b', { cost: null }),
    log('c', { cost: francs }),
    log('d', { status: 'started', dateEnd: null }),
    log('e'),
    log('f'),
  ]

  it('are told by booking reference and currency; what is not told is counted, and not zero', async () => {
    const { platform } = platformWith(logs)
    const { exported } = setUp(platform, notes)
    expect(await exported('en', {}, undefined, 'by-reference')).toEqual([
      'Booking reference,Sessions,Of these running (in no sum),Ended without an amount,Energy (kWh),Net (sum of lines),Tax (sum of lines),Gross,Currency',
      '9,1,1,0,,,,,EUR',
      '214,1,0,0,12.345,,,0.10,CHF',
      '214,1,0,0,12.345,5.00,1.00,6.00,EUR',
      '214,1,0,1,12.345,,,,',
      'without a booking reference,2,0,0,24.690,10.00,2.00,12.00,EUR',
      'Total of ended sessions (computed by the terminal),1,0,0,12.345,,,0.10,CHF',
      'Total of ended sessions (computed by the terminal),4,1,0,37.035,15.00,3.00,18.00,EUR',
      'Total of ended sessions (computed by the terminal),1,0,1,12.345,,,,',
    ])
  })

  it('are told by who started, in the language of the desk', async () => {
    const starters = new Map<string, Starter>([
      ['a', { startedBy: 'desk', person: 'Anna' }],
      ['e', { startedBy: 'guest', person: null }],
    ])
    const { exported } = setUp(platformWith([log('a'), log('e'), log('f')]).platform, [], starters)
    const lines = await exported('de', {}, undefined, 'by-starter')
    expect(lines[0]).toMatch(/^Gestartet von;Ladevorgänge;/)
    expect(lines.slice(1, 4)).toEqual([
      'Gast;1;0;0;12,345;5,00;1,00;6,00;EUR',
      'nicht angegeben;1;0;0;12,345;5,00;1,00;6,00;EUR',
      'Rezeption: Anna;1;0;0;12,345;5,00;1,00;6,00;EUR',
    ])
  })

  it('are in a file that is called by what it is, and goes with the lists', async () => {
    const { exported, exports, files, clock } = setUp(platformWith([log('a')]).platform)
    await exported('en', {}, undefined, 'by-reference')
    expect(files()).toEqual(['sums-2026-11-23T10-00-00.csv'])
    await clock.advance(31 * DAY_MS)
    exports.purge()
    expect(files()).toEqual([])
  })

  it('are exact to the cent over many sessions', async () => {
    const cents = { currency: 'EUR', total: null, grossAmount: 0.1, costItems: null }
    const tenths = many(300).map((each) => ({ ...each, cost: cents }))
    const lines = await setUp(platformWith(tenths).platform).exported(
      ...(['en', {}, undefined, 'by-reference'] as const),
    )
    expect(lines.at(-1)).toMatch(/,,,30\.00,EUR$/)
  })
})
