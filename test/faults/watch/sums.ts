import type { MeteredSession } from '#simulator/control.ts'
import type { Finding, Glimpse } from './glimpse.ts'

/** Sums that are shown as final and are not. Pure. */
export function wrongSums({ view, metered }: Pick<Glimpse, 'view' | 'metered'>): Finding[] {
  return view.sessions.flatMap(({ id, summary }) => {
    const amount = summary?.complete === true ? (summary.cost?.grossAmount ?? null) : null
    const right = metered.find(({ chargelogId }) => chargelogId === id)
    if (amount === null || !right || isSum(amount, right)) return []
    return [{ about: id, words: `${id} has ${String(amount)} as its final sum, ${rightly(right)}` }]
  })
}

/** What a receipt says, in English. */
export interface Receipt {
  readonly chargelogId: string
  /** The page's text. */
  readonly text: string
}

/** Energy and sum on a receipt that does not call them provisional. Pure. */
export function wrongReceipt(
  { chargelogId, text }: Receipt,
  metered: readonly MeteredSession[],
): { energy: Finding[]; sum: Finding[] } {
  const right = metered.find((each) => each.chargelogId === chargelogId)
  if (!right || isProvisional(text)) return { energy: [], sum: [] }
  const energyKWh = numberIn(/Energy\s+([\d.,]+)\s*kWh/.exec(text)?.[1])
  const total = numberIn(/Total\D*([\d.,]+)/.exec(text)?.[1])
  const isEnergy = energyKWh === null || Math.abs(energyKWh * 1000 - right.energyWh) <= 1.5
  const about = `receipt ${chargelogId}`
  const energyWords = `${about} says ${String(energyKWh)} kWh, not ${String(right.energyWh)} Wh`
  const sumWords = `${about} says ${String(total)}, ${rightly(right)}`
  return {
    energy: isEnergy ? [] : [{ about, words: energyWords }],
    sum: total === null || isSum(total, right) ? [] : [{ about, words: sumWords }],
  }
}

const isProvisional = (text: string): boolean => /provisional|not final|so far/i.test(text)

const isSum = (amount: number, { finalAmount }: MeteredSession): boolean =>
  finalAmount !== null && Math.abs(amount - finalAmount) < 0.005

const rightly = ({ finalAmount }: MeteredSession): string =>
  finalAmount === null ? 'and there is none' : `not ${String(finalAmount)}`

const numberIn = (text: string | undefined): number | null =>
  text === undefined ? null : Number(text.replaceAll(',', ''))
