/** `Connector 1`, `Anschluss Nr. 2`: one word, and the number that people know the connector by. */
const WORD_AND_NUMBER = /^\p{L}+\.?\s+(?:n[or]\.?\s*|#\s*)?(\d{1,4})$/iu

/**
 * The number that people read on a connector: what is on its sticker (`physicalReference`), else the
 * number of a label as `Connector 1`, else the label; null without either.
 */
export function stickerNumber(connector: {
  physicalReference: string | null
  label: string | null
}): string | null {
  const label = connector.label?.trim() ?? ''
  const sticker = (connector.physicalReference?.trim() ?? '') || WORD_AND_NUMBER.exec(label)?.[1]
  return sticker ?? (label === '' ? null : label)
}

/** A connector among others. */
export interface Numbered {
  readonly id: string
  readonly number: string
  readonly stationLabel: string | null
  readonly evseId: string | null
}

/**
 * What must be said beside a number that stands more than once among `connectors`, by the
 * connector's id: its station's name, and where that is not enough, its EVSE ID. No two are alike.
 */
export function distinctionsOf(connectors: readonly Numbered[]): ReadonlyMap<string, string> {
  const byNumber = new Map<string, Numbered[]>()
  for (const connector of connectors) {
    const same = byNumber.get(connector.number)
    if (same) same.push(connector)
    else byNumber.set(connector.number, [connector])
  }
  const several = [...byNumber.values()].filter(({ length }) => length > 1)
  return new Map(several.flatMap(distinguished))
}

function distinguished(same: readonly Numbered[]): (readonly [string, string])[] {
  const byStation = same.map(({ stationLabel }) => stationLabel ?? '')
  const byEvse = refined(
    byStation,
    same.map(({ evseId }) => evseId ?? ''),
  )
  const names = refined(
    byEvse,
    same.map((_, index) => `#${String(index + 1)}`),
  )
  return same.map(({ id }, index) => [id, names[index] ?? ''])
}

/** Names that are empty or stand more than once get something more. */
function refined(names: readonly string[], more: readonly string[]): string[] {
  const isAlone = (name: string): boolean => names.indexOf(name) === names.lastIndexOf(name)
  return names.map((name, index) =>
    name !== '' && isAlone(name) ? name : [name, more[index]].filter(Boolean).join(', '),
  )
}

/** `1`, or `1 (Garage, left wall)` where the number alone may mean another connector of the board. */
export function fullNumber(connector: {
  number: string
  distinction?: string | undefined
}): string {
  const { number, distinction } = connector
  return distinction === undefined ? number : `${number} (${distinction})`
}
