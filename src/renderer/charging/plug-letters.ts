import type { PlugKind } from '#contract/site.ts'

/** The letters that fit a plug, in the order of the standard. */
const letters: Partial<Record<PlugKind, readonly string[]>> = {
  type2: ['C'],
  // K up to 500 V, L up to 920 V: the platform does not tell the voltage that a station can give.
  ccs2: ['K', 'L'],
}

/**
 * What stands in a hexagon beside the inlet of each car of the EU since 2021 (EN 17186): a car with one of
 * these letters fits. None where the kind of plug alone does not decide it, or the standard has none.
 */
export const plugLetters = (plug: PlugKind): readonly string[] => letters[plug] ?? []
