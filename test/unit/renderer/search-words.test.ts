import { expect, it } from 'vitest'
import { searchedText } from '#renderer/desk/search-words.ts'

it.each([
  ['room 214', '214'],
  ['Zimmer 214', '214'],
  ['booking AB 77', 'AB 77'],
  ['Ladeplatz 3', '3'],
  ['plug 3', '3'],
  ['room', 'room'],
  ['Roomy bay', 'Roomy bay'],
  [' 214 ', '214'],
])('“%s” is looked for as “%s”', (text, searched) => {
  expect(searchedText(text)).toBe(searched)
})
