import { describe, expect, it } from 'vitest'
import { usePages, type Page } from '#renderer/ask/use-pages.ts'

interface Entry {
  readonly id: string
}
const entries = (from: number, to: number): Entry[] =>
  Array.from({ length: to - from }, (_, index) => ({ id: String(from + index) }))

/** A platform with `count` entries that answers at most `cap` of them. */
function pagesOf(count: number, cap: number, told: Partial<Page<Entry>['pagination']> = {}) {
  const asked: number[] = []
  let fails = false
  const pages = usePages<Entry>(10, ({ limit, offset }) => {
    asked.push(offset)
    if (fails) return Promise.reject(new Error('no way'))
    const data = entries(offset, Math.min(count, offset + Math.min(limit, cap)))
    const pagination = { limit: cap, totalCount: null, isLastPage: null, ...told }
    return Promise.resolve({ data, pagination })
  })
  return { pages, asked, failFromNowOn: (does: boolean) => (fails = does) }
}

describe('a paged list', () => {
  it('is read page by page, no further than somebody looks', async () => {
    const { pages, asked } = pagesOf(25, 10, { totalCount: 25 })
    await pages.more()
    expect(pages.rows.value).toHaveLength(10)
    expect(pages.complete.value).toBe(false)
    expect(pages.total.value).toBe(25)
    await pages.more()
    await pages.more()
    await pages.more()
    expect(pages.rows.value).toHaveLength(25)
    expect(pages.complete.value).toBe(true)
    expect(asked).toEqual([0, 10, 20])
  })

  it('goes on over short pages as long as the platform tells more', async () => {
    const { pages, asked } = pagesOf(7, 3, { totalCount: 7 })
    await pages.all(() => true)
    expect(pages.rows.value).toHaveLength(7)
    expect(asked).toEqual([0, 3, 6])
  })

  it('ends with a page that is shorter than the limit, where nothing else is told', async () => {
    const { pages, asked } = pagesOf(7, 5)
    await pages.all(() => true)
    expect(asked).toEqual([0, 5])
  })

  it('ends by its own end, whatever its count says', async () => {
    const { pages, asked } = pagesOf(25, 10, { totalCount: 10 })
    await pages.all(() => true)
    expect(pages.rows.value).toHaveLength(25)
    expect(asked).toEqual([0, 10, 20])
  })

  it('ends where a page tells nothing new, whatever the platform says', async () => {
    let asked = 0
    const pages = usePages<Entry>(2, () => {
      asked += 1
      const pagination = { limit: 2, totalCount: 900, isLastPage: false }
      return Promise.resolve({ data: entries(0, 2), pagination })
    })
    await pages.all(() => true)
    expect([pages.rows.value.length, pages.complete.value, asked]).toEqual([2, true, 2])
  })

  it('stops reading all of it when it is not wanted any more', async () => {
    const { pages, asked } = pagesOf(100, 10, { totalCount: 100 })
    await pages.all(() => asked.length < 3)
    expect(pages.rows.value).toHaveLength(30)
  })

  it('keeps what it has when a page fails, and goes on from there', async () => {
    const { pages, failFromNowOn } = pagesOf(25, 10, { totalCount: 25 })
    await pages.more()
    failFromNowOn(true)
    await pages.all(() => true)
    expect(pages.rows.value).toHaveLength(10)
    expect(pages.failure.value).toMatchObject({ code: 'internal' })
    failFromNowOn(false)
    await pages.all(() => true)
    expect(pages.failure.value).toBeNull()
    expect(pages.rows.value).toHaveLength(25)
  })

  it('is not told where the platform answers without one, which is not empty', async () => {
    let answer: Page<Entry> | null = null
    const pages = usePages<Entry>(2, () => Promise.resolve(answer))
    await pages.more()
    expect([pages.notProvided.value, pages.complete.value]).toEqual([true, false])
    answer = { data: null, pagination: null }
    await pages.again()
    expect([pages.notProvided.value, pages.complete.value]).toEqual([true, false])
    answer = { data: [], pagination: null }
    await pages.again()
    expect([pages.notProvided.value, pages.complete.value, pages.failure.value]).toEqual([
      false,
      true,
      null,
    ])
  })

  it('keeps what it has where a later page is not told, and says that something went wrong', async () => {
    let page = 0
    const pages = usePages<Entry>(2, () =>
      Promise.resolve({
        data: page++ === 0 ? entries(0, 2) : null,
        pagination: { limit: 2, totalCount: 4, isLastPage: false },
      }),
    )
    await pages.all(() => true)
    expect(pages.rows.value).toHaveLength(2)
    expect(pages.complete.value).toBe(false)
    expect(pages.failure.value).toMatchObject({ code: 'unexpected-answer' })
  })

  it('has an entry once that moved on to the next page', async () => {
    let page = 0
    const pages = usePages<Entry>(2, () => {
      const data = page++ === 0 ? entries(0, 2) : entries(1, 3)
      return Promise.resolve({ data, pagination: { limit: 2, totalCount: 4, isLastPage: null } })
    })
    await pages.all(() => true)
    expect(pages.rows.value.map(({ id }) => id)).toEqual(['0', '1', '2'])
  })
})
