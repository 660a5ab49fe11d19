/** The total is documented as net, but is the gross amount in every example (L4135, L4142). */
export const grossAmount = (cost: {
  grossAmount: number | null
  total: number | null
}): number | null => cost.grossAmount ?? cost.total

/** What a cost or one of its lines says in the currency of the place; null where that is no other amount. */
export function localAmount(part: {
  grossAmount: number | null
  grossAmountLocalCurrency: number | null
  netAmount?: number | null
  netAmountLocalCurrency?: number | null
}): number | null {
  const { grossAmount: gross, netAmount: net = null } = part
  const own = gross ?? net
  const local =
    gross === null && net !== null
      ? (part.netAmountLocalCurrency ?? null)
      : part.grossAmountLocalCurrency
  return local === own ? null : local
}
