import { createHmac, scrypt, timingSafeEqual } from 'node:crypto'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { isStopCode, stopCode } from '#main/charging/sessions/stop-code.ts'
import { openPeople } from '#main/desk/people.ts'

vi.mock('node:crypto', async (original) => {
  const crypto = await original<typeof import('node:crypto')>()
  return {
    ...crypto,
    createHmac: vi.fn(crypto.createHmac),
    scrypt: vi.fn(crypto.scrypt),
    timingSafeEqual: vi.fn(crypto.timingSafeEqual),
  }
})

/** What was computed: no clock is read, so that a busy machine changes nothing. */
const work = (): unknown => ({
  hmacs: vi.mocked(createHmac).mock.calls.length,
  hashes: vi.mocked(scrypt).mock.calls.map(([, , bytes, cost]) => [bytes, cost]),
  compared: vi
    .mocked(timingSafeEqual)
    .mock.calls.map(([one, other]) => [one.byteLength, other.byteLength]),
})

async function workOf(run: () => unknown): Promise<unknown> {
  vi.clearAllMocks()
  await run()
  return work()
}

beforeEach(() => {
  vi.clearAllMocks()
})

describe('the comparison of a stop code', () => {
  it('does the same work for a right, a wrong, a short and a long one', async () => {
    const right = stopCode('key', 'log-1')
    const first = await workOf(() => isStopCode('key', 'log-1', right))
    expect(first).toEqual({ hmacs: 3, hashes: [], compared: [[32, 32]] })
    for (const told of ['', '0', `${right[0] ?? ''}999`, `${right}0`, '9'.repeat(10_000)]) {
      expect(await workOf(() => isStopCode('key', 'log-1', told))).toEqual(first)
    }
  })
})

describe('the comparison of a PIN', () => {
  it("does the same work for nobody's as for anybody's, wherever they stand in the list", async () => {
    const kept = { text: null as string | null }
    const people = await openPeople({
      get: () => Promise.resolve(kept.text),
      set: (text) => {
        kept.text = text
        return Promise.resolve()
      },
    })
    await people.replace([
      { name: 'Max', role: 'manager', pin: '135790' },
      { name: 'Ida', role: 'staff', pin: '2468' },
    ])
    const first = await workOf(() => people.whose('135790'))
    expect(first).toMatchObject({
      compared: [
        [32, 32],
        [32, 32],
      ],
    })
    for (const pin of ['2468', '0001', '1', '9'.repeat(1_000)]) {
      expect(await workOf(() => people.whose(pin))).toEqual(first)
    }
  })
})
