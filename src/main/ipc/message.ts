/** Deeper, wider or longer than anything that the page has to say. */
const MOST_DEPTH = 40
const MOST_PARTS = 20_000
const MOST_CHARACTERS = 1_000_000

/**
 * Whether a message is plain JSON of a size that can be looked at: what is not is refused before a
 * schema sees it, as schemas walk as deep as they are led.
 */
export function isPlainMessage(message: unknown): boolean {
  const open: { value: unknown; depth: number }[] = [{ value: message, depth: 0 }]
  let characters = 0
  for (let parts = 0; parts <= MOST_PARTS; parts += 1) {
    const next = open.pop()
    if (next === undefined) return true
    const { value, depth } = next
    if (typeof value === 'string') characters += value.length
    if (depth > MOST_DEPTH || characters > MOST_CHARACTERS || !isJsonPart(value)) return false
    if (typeof value !== 'object' || value === null) continue
    for (const [name, part] of Object.entries(value)) {
      characters += name.length
      open.push({ value: part, depth: depth + 1 })
      if (open.length > MOST_PARTS) return false
    }
  }
  return false
}

/** A missing field may be undefined. */
function isJsonPart(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) {
    return value === null || ['string', 'number', 'boolean', 'undefined'].includes(typeof value)
  }
  const prototype: unknown = Object.getPrototypeOf(value)
  return Array.isArray(value) || prototype === Object.prototype || prototype === null
}
