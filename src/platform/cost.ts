/** The total is documented as net, but is the gross amount in every example (L4135, L4142). */
export const grossAmount = (cost: {
  grossAmount: number | null
  total: number | null
}): number | null => cost.grossAmount ?? cost.total
