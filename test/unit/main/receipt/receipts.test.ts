import { describe, expect, it } from 'vitest'
import type { LiveModel } from '#contract/live.ts'
import type { ErrorCode } from '#contract/errors.ts'
import { firstSummary } from '#main/charging/summary.ts'
import { CommandError } from '#main/errors.ts'
import { createReceipts } from '#main/receipt/receipts.ts'

const summary = firstSummary({
  id: 'log-1',
  sessionId: null,
  status: 'stopped',
  connectorId: 'c1',
  startedAtMs: 0,
  endedAtMs: 1,
  energyKWh: 1,
  rateName: null,
  cost: null,
})

function setUp(session: object | null, print: () => Promise<void> = () => Promise.resolve()) {
  const pages: string[] = []
  const printed: string[] = []
  const sessions = session ? [{ id: 'log-1', connectorId: 'c1', ...session }] : []
  const connectors = [{ id: 'c1', number: '7' }]
  const receipts = createReceipts({
    model: () => ({ site: { label: 'Hotel' }, sessions, connectors }) as unknown as LiveModel,
    timeZone: 'UTC',
    printPage: (page) => {
      pages.push(page)
      return print()
    },
    printed: (id) => printed.push(id),
  })
  const printOne = (): Promise<void> => receipts.print({ sessionId: 'log-1', language: 'en' })
  return { printOne, pages, printed }
}

async function codeOf(run: Promise<void>): Promise<ErrorCode> {
  const error: unknown = await run.catch((thrown: unknown) => thrown)
  if (error instanceof CommandError) return error.failure.code
  throw new Error('It did not fail.')
}

describe('printing a receipt', () => {
  it('prints the summary of a session that the guest has opened, and says so', async () => {
    const { printOne, pages, printed } = setUp({ claimed: true, summary })
    await printOne()
    expect(pages).toEqual([expect.stringContaining('Hotel')])
    expect(printed).toEqual(['log-1'])
  })

  it('is refused for a stranger’s session, without a summary, and where there is none', async () => {
    expect(await codeOf(setUp({ claimed: false, summary: null }).printOne())).toBe('not-claimed')
    expect(await codeOf(setUp({ claimed: true, summary: null }).printOne())).toBe('invalid')
    expect(await codeOf(setUp(null).printOne())).toBe('session-gone')
  })

  it('is done once for two taps', async () => {
    const { promise, resolve } = Promise.withResolvers<void>()
    const { printOne, pages } = setUp({ claimed: true, summary }, () => promise)
    const both = Promise.all([printOne(), printOne()])
    resolve()
    await both
    expect(pages).toHaveLength(1)
  })

  it('that fails is not told as printed, and can be tried again', async () => {
    let isBroken = true
    const print = (): Promise<void> =>
      isBroken ? Promise.reject(new Error('no paper')) : Promise.resolve()
    const { printOne, printed } = setUp({ claimed: true, summary }, print)
    await expect(printOne()).rejects.toThrow('no paper')
    expect(printed).toEqual([])
    isBroken = false
    await printOne()
    expect(printed).toEqual(['log-1'])
  })
})
