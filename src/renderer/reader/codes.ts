/** What a reader read. `elsewhere` is a web address in which no EVSE ID is found. */
export type Code =
  | { readonly kind: 'evse'; readonly evseId: string }
  | { readonly kind: 'tag'; readonly tag: string }
  | { readonly kind: 'elsewhere' }
  | { readonly kind: 'unreadable' }

const SHORTEST_TAG = 4
const LONGEST_TAG = 64
/** ISO 15118: country, operator, `E`, outlet. */
const ISO_EVSE = /^[A-Z]{2}\*?[A-Z0-9]{3}\*?E[A-Z0-9*]{1,31}$/i
/** DIN 91286: country code, operator, outlet. */
const DIN_EVSE = /^\+?\d{1,3}\*\d{3,6}\*[\d*]{1,32}$/
/** The serial number of a card: an ISO EVSE ID without stars may look like one, and is none. */
const SERIAL = /^[0-9A-F]+$/i
const ADDRESS = /^[a-z][a-z0-9+.-]*:\/\//i

/** Whether a text is the ID of an EVSE, in one of its two written forms. */
export function isEvseId(text: string): boolean {
  return !SERIAL.test(text) && (ISO_EVSE.test(text) || DIN_EVSE.test(text))
}

/** Tells the code of a station (an EVSE ID, or a web address with one in it) from a card. */
export function classify(typed: string): Code {
  const text = typed.trim()
  if (ADDRESS.test(text)) {
    const evseId = evseIdIn(text)
    return evseId === null ? { kind: 'elsewhere' } : { kind: 'evse', evseId }
  }
  if (isEvseId(text)) return { kind: 'evse', evseId: text.toUpperCase() }
  const fits = text.length >= SHORTEST_TAG && text.length <= LONGEST_TAG
  return fits ? { kind: 'tag', tag: text } : { kind: 'unreadable' }
}

function evseIdIn(address: string): string | null {
  if (!URL.canParse(address)) return null
  const { pathname, searchParams, hash } = new URL(address)
  const parts = [
    ...searchParams.values(),
    ...pathname.split('/').toReversed(),
    ...hash.slice(1).split('/'),
  ]
  return parts.map(decoded).find(isEvseId)?.toUpperCase() ?? null
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}
