import { isElsewhere, type Elsewhere, type Finding, type Glimpse } from './glimpse.ts'

/** What a stranger at the screen sees of another's start and session, and what everybody sees of another terminal's. Pure. */
export function shownToOthers(
  { view, metered, presence }: Pick<Glimpse, 'view' | 'metered' | 'presence'>,
  elsewhere: Elsewhere,
): Finding[] {
  if (presence === 'desk' || presence === 'unknown') return []
  const others = new Set(
    metered.filter((each) => isElsewhere(each, elsewhere)).map(({ chargelogId }) => chargelogId),
  )
  const found: Finding[] = []
  const add = (id: string, what: string): void => {
    found.push({ about: `${id} ${what}`, words: `${what} of ${id} is shown to a ${presence}` })
  }
  for (const { id, claimed, protection, stopCode, cost, summary } of view.sessions) {
    if (presence === 'guest' && !others.has(id)) continue
    if (claimed && protection === 'code') add(id, 'all')
    if (stopCode !== null) add(id, 'the code')
    if (cost !== null || summary !== null) add(id, 'the cost')
  }
  if (presence === 'guest') return found
  for (const { id, payment, code } of view.starts) {
    if (payment?.url != null) add(id, 'the payment page')
    if (code !== null) add(id, 'the code')
  }
  return found
}
