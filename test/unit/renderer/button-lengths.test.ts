import { describe, expect, it } from 'vitest'
import { catalogueOf, languagesOf, pageParts } from '#tools/words/catalogues.ts'
import { formsOf } from './forms.ts'

/**
 * The most characters on a button, without what is filled in: as many as its place was seen to hold in
 * every size of window. By keys; `state.*` is every key of one more word.
 */
const narrow: Readonly<Record<string, number>> = {
  // On a tile of the board.
  ...{ 'tile.charge': 14, 'tile.mine': 20, 'tile.view': 20, 'tile.open': 14, 'tile.receipt': 14 },
  'state.*': 18,
  // At the head or foot of a screen.
  ...{ 'app.back': 12, 'app.help': 12, 'app.staff': 12, 'app.done': 12, 'app.close': 12 },
  ...{ 'app.cancel': 12, 'app.dark': 22, 'app.light': 22, 'app.contrast': 22, 'app.largeText': 22 },
  // Among the choices over the board, and beside a number.
  ...{ 'filter.free': 20, 'filter.all': 20, 'filter.powerFrom': 20, 'find.open': 20 },
  ...{ 'find.clear': 12, 'target.less': 10, 'target.more': 10 },
  // Two side by side, under a question.
  ...{
    'idle.stay': 28,
    'idle.leave': 28,
    'charge.stop.yes': 28,
    'charge.stop.no': 28,
    'start.cancel.yes': 28,
    'start.cancel.no': 28,
  },
  // At the side of the desk and over its sections.
  ...{ 'section.*': 14, 'desk.lock': 14, 'terminal.*': 26, 'account.tab.*': 14 },
  // In a row of the desk's table, and over it.
  ...{
    'live.action.start': 9,
    'live.action.stop': 9,
    'live.action.look': 9,
    'live.group.*': 14,
    'live.view.*': 10,
  },
  'setup.step.*': 20,
}
/** Any other: across the screen for guests, beside others at the desk and in set-up. */
const widest = { guest: 40, desk: 30, setup: 30 } as const

const BLANK = /\{\w+\}/g

const narrowOf = (key: string): number | undefined =>
  narrow[key] ?? narrow[key.replace(/[^.]+$/, '*')]

const sources: Record<string, string> = import.meta.glob('../../../src/renderer/**/*.vue', {
  query: '?raw',
  import: 'default',
  eager: true,
})

/** The keys whose words stand on a button, as far as the templates name them. */
function keysOnButtons(): Set<string> {
  const keys = new Set<string>()
  for (const text of Object.values(sources)) {
    const buttons = [...text.matchAll(/<BigButton\b.*?<\/BigButton>/gs)].join('\n')
    const shown = [...buttons.matchAll(/\{\{.*?\}\}/gs)].join('\n')
    const asked = [...text.matchAll(/:(?:yes|no|main)="(.*?)"/gs)].join('\n')
    for (const [, key = ''] of `${shown}\n${asked}`.matchAll(/'([a-z][\w-]*\.[\w.-]+)'/g)) {
      keys.add(key)
    }
  }
  return keys
}

describe('the words on a button', () => {
  const onButtons = keysOnButtons()

  it('are found in the templates', () => {
    for (const key of ['app.help', 'start.back', 'charge.stop.yes', 'live.approve', 'setup.next']) {
      expect(onButtons).toContain(key)
    }
    expect(onButtons.size).toBeGreaterThan(100)
  })

  const catalogues = pageParts.flatMap((part) =>
    languagesOf(part).map((language) => ({ part, language })),
  )
  it.each(catalogues)('have room on it: $language/$part', ({ part, language }) => {
    const tooLong = Object.entries(catalogueOf(language, part)).flatMap(([key, text]) => {
      const most = narrowOf(key) ?? (onButtons.has(key) ? widest[part] : Infinity)
      const longest = Math.max(
        ...[...formsOf(text).values()].map((form) => form.replaceAll(BLANK, '').length),
      )
      return longest > most ? [`${key}: ${String(longest)} of ${String(most)}: ${text}`] : []
    })
    expect(tooLong).toEqual([])
  })
})
