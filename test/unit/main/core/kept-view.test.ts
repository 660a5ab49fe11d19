import { expect, it } from 'vitest'
import { viewSchema, type View } from '#contract/view.ts'
import { createKeptView, isUnused } from '#main/core/kept-view.ts'

const BOARD: View = {
  screen: { name: 'board' },
  help: false,
  language: 'de',
  look: { shade: null, contrast: false, large: false, low: false },
  filter: { plug: null, fromKW: null, freeOnly: false },
  desk: { section: 'live', tab: 'health', density: null, language: null, singleKeys: true },
}
const MINUTES_MS = 60_000

it('what the page shows is kept until it is forgotten', () => {
  const view = createKeptView(() => 0)
  expect(view.current()).toBeNull()
  view.keep(BOARD)
  expect(view.current()).toEqual(BOARD)
  view.forget()
  expect(view.current()).toBeNull()
})

it('nobody uses a terminal that shows the board to guests, untouched for five minutes, with no start open', () => {
  const unused = { mode: 'guest', openStarts: 0, quietMs: 5 * MINUTES_MS, view: BOARD } as const
  expect(isUnused(unused)).toBe(true)
  expect(isUnused({ ...unused, view: null })).toBe(true)
  for (const used of [
    { mode: 'desk' },
    { openStarts: 1 },
    { quietMs: 4 * MINUTES_MS },
    { view: { ...BOARD, help: true } },
    { view: { ...BOARD, screen: { name: 'summary', sessionId: '1' } } },
  ] as const)
    expect(isUnused({ ...unused, ...used })).toBe(false)
})

it('takes no view that the contract does not know', () => {
  expect(viewSchema.safeParse(BOARD).success).toBe(true)
  for (const screen of [{ name: 'nowhere' }, { name: 'board', secret: 'x' }, { name: 'charging' }])
    expect(viewSchema.safeParse({ ...BOARD, screen }).success).toBe(false)
})
