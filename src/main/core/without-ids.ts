/** Letters and digits, joined as cards' numbers and ids are. */
const WORD = /[\p{L}\p{N}]+(?:[-:*_.=/+][\p{L}\p{N}]+)*/gu
/** A station's own error codes have no more; the shortest number of a card does. */
const MOST_DIGITS = 4
/** So long, letters and digits together are no word and no error code. */
const MOST_MIXED = 7
/** No word of a language is as long: a token, a key. */
const MOST_LETTERS = 32
/** A card's number in hexadecimal digits: at least four bytes of them. */
const HEX = /^[\da-f]{8,}$/i

/**
 * A text of somebody else's, such as a station's reason, without what could be a card's number, a token
 * or an id: each becomes `(hidden)`. It hides rather too much: EVSE IDs and dates go, too.
 */
export const withoutIds = (text: string): string =>
  text.replace(WORD, (word) => (isId(word) ? '(hidden)' : word))

function isId(word: string): boolean {
  const plain = word.replace(/[^\p{L}\p{N}]/gu, '')
  const digits = plain.replace(/\P{N}/gu, '').length
  const isMixed = digits > 0 && plain.length > MOST_MIXED
  return digits > MOST_DIGITS || isMixed || plain.length > MOST_LETTERS || HEX.test(plain)
}
