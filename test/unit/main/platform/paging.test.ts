import { describe, expect, it } from 'vitest'
import { allPages, type Page } from '#main/platform/paging.ts'

type Told = Page<number>['pagination']

/** A list of `total` numbers behind a cap; `tell` says what each page tells about itself. */
async function readAll(total: number, cap: number, tell: (offset: number, sent: number) => Told) {
  let requests = 0
  const entries = await allPages<number>(50, ({ limit, offset }) => {
    requests += 1
    const length = Math.max(0, Math.min(limit, cap, total - offset))
    const data = Array.from({ length }, (_, index) => offset + index)
    const page = { data, pagination: tell(offset, length) }
    return Promise.resolve({ data: page, errors: [], askedAtMs: 0, atMs: 0, bytes: 0 })
  })
  return { entries: entries.length, requests }
}

const nothing = { limit: null, offset: null, totalCount: null, isLastPage: null }

describe('a paged list', () => {
  it('is followed until a page is short of the cap that the platform tells', async () => {
    const told = (): Told => ({ ...nothing, limit: 10 })
    expect(await readAll(25, 10, told)).toEqual({ entries: 25, requests: 3 })
    expect(await readAll(20, 10, told)).toEqual({ entries: 20, requests: 3 })
    expect(await readAll(0, 10, told)).toEqual({ entries: 0, requests: 1 })
  })

  it('trusts a total, and a last page, when they are told', async () => {
    const total = (): Told => ({ ...nothing, totalCount: 20 })
    expect(await readAll(20, 10, total)).toEqual({ entries: 20, requests: 2 })
    const last = (offset: number, sent: number): Told => ({
      ...nothing,
      isLastPage: offset + sent >= 20,
    })
    expect(await readAll(20, 10, last)).toEqual({ entries: 20, requests: 2 })
  })

  it('ends with the first page that is short when nothing is told', async () => {
    expect(await readAll(120, 50, () => null)).toEqual({ entries: 120, requests: 3 })
  })

  it('leaves out entries that are null, and counts them all the same', async () => {
    const entries = await allPages<number>(2, ({ offset }) => {
      const data = offset === 0 ? [1, null] : [3]
      return Promise.resolve({
        data: { data, pagination: null },
        errors: [],
        askedAtMs: 0,
        atMs: 0,
        bytes: 0,
      })
    })
    expect(entries).toEqual([1, 3])
  })

  it('ends by its own end, whatever its count says', async () => {
    const lies = (total: number) => (offset: number, sent: number) => ({
      ...nothing,
      totalCount: total,
      isLastPage: offset + sent >= 120,
    })
    expect(await readAll(120, 50, lies(50))).toEqual({ entries: 120, requests: 3 })
    expect(await readAll(120, 50, lies(999))).toEqual({ entries: 120, requests: 3 })
    const count = (): Told => ({ ...nothing, totalCount: 50 })
    expect(await readAll(120, 50, count)).toEqual({ entries: 120, requests: 3 })
  })

  it('says that it may be incomplete where it is cut short, counted higher or repeated', async () => {
    const lacks = async (pagination: Partial<Told>): Promise<boolean> => {
      let told = false
      const page = { data: [{ id: 'a' }, null], pagination: { ...nothing, ...pagination } }
      const answer = { data: page, errors: [], askedAtMs: 0, atMs: 0, bytes: 0 }
      await allPages(2, () => Promise.resolve(answer), { onLack: () => (told = true) })
      return told
    }
    expect(await lacks({ isLastPage: true })).toBe(false)
    expect(await lacks({ isLastPage: true, totalCount: 2 })).toBe(false)
    expect(await lacks({ isLastPage: true, totalCount: 3 })).toBe(true)
    expect(await lacks({ isLastPage: false })).toBe(true)
  })

  it('is not asked for the same page for ever, and has each entry once', async () => {
    let requests = 0
    const entries = await allPages(2, () => {
      requests += 1
      const data = [{ id: 'a' }, { id: 'b' }]
      const page = { data, pagination: { ...nothing, isLastPage: false } }
      return Promise.resolve({ data: page, errors: [], askedAtMs: 0, atMs: 0, bytes: 0 })
    })
    expect({ entries: entries.length, requests }).toEqual({ entries: 2, requests: 2 })
  })
})
