import type { PlugKind } from '#contract/site.ts'

/** First match counts; the platform names plugs in free text ("Type 2 Outlet", "IEC_62196_T2_COMBO"). */
const patterns: readonly [RegExp, PlugKind][] = [
  [/cha.?de.?mo/, 'chademo'],
  [/(ccs|combo).*(type ?1|\b1\b|t1|us)|(t1|type ?1).*(ccs|combo)/, 'ccs1'],
  [/ccs|combo/, 'ccs2'],
  [/nacs|tesla|j3400/, 'nacs'],
  [/type ?2|mennekes|62196 ?t2|62196 2/, 'type2'],
  [/type ?1|j1772|yazaki|62196 ?t1/, 'type1'],
  [/schuko|domestic|type ?[ef]\b|cee ?7/, 'schuko'],
  [/\bcee\b|iec ?60309|commando/, 'cee'],
]

/** The kind of a plug from all that the platform says about it; `other` when nothing fits. */
export function plugKindOf(...texts: readonly (string | null | undefined)[]): PlugKind {
  for (const text of texts) {
    const words = (text ?? '').toLowerCase().replace(/[_\-/]+/g, ' ')
    const found = patterns.find(([pattern]) => pattern.test(words))
    if (found) return found[1]
  }
  return 'other'
}
