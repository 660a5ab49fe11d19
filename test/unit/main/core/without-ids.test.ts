import { expect, it } from 'vitest'
import { withoutIds } from '#main/core/without-ids.ts'

it.each([
  ['Tag 04A1B2C3D4E5F6 is not allowed', 'Tag (hidden) is not allowed'],
  ['idTag=04:A1:B2:C3 refused', '(hidden) refused'],
  ['DEADBEEF', '(hidden)'],
  ['contract DE-8AA-CA2B3C4D5-N', 'contract (hidden)'],
  ['card no. 1234567890', 'card no. (hidden)'],
  ['Bearer eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJhIn0.c2ln', 'Bearer (hidden)'],
  ['key abcdefghijklmnopqrstuvwxyzabcdefghij', 'key (hidden)'],
])('hides what could be a card or a token: %s', (text, hidden) => {
  expect(withoutIds(text)).toBe(hidden)
})

it.each([
  'ConcurrentTx',
  'Die Station sagt nein: Stecker 3 ist verriegelt.',
  'Ground failure, code E1042',
  'Κανένας βύσμα 2',
  '',
])('leaves words and short codes as they are: %s', (text) => {
  expect(withoutIds(text)).toBe(text)
})
