/** Numbers that no answer has and that the terminal may show all the same: its own, or marked sums. */
interface Computed {
  readonly words: RegExp
  /** The screens where that is so. Default: all. */
  readonly on?: RegExp
}

export const COMPUTED: readonly Computed[] = [
  // How long something took or takes: between two instants that were told, or until now.
  { words: /[\d,]+\s(?:d|h|min|s)\b/g },
  // What a charge would come to: of an energy of the terminal's choice, and marked as approximate.
  { words: /\d+\skWh(?: in\s[^:]*)?: about \S+/g },
  // When a charge is where it is to be, what it gained, from when staying costs, and a chart's scale.
  {
    words: /(?:\d+\s?(?:%|kWh) at|full at) about \d\d:\d\d/g,
    on: /^(?:charging|before stopping)$/,
  },
  { words: /\+\d+%|^[\d.]+\s(?:kW)$/gm, on: /^(?:charging|before stopping)$/ },
  { words: /(?:From|Since|Scan: reminder for) \d\d:\d\d/g, on: /^(?:charging|before stopping)$/ },
  // What a guest may set as a target.
  { words: /^\d+\s(?:kWh|%)$/gm, on: /^connector$/ },
  // The keys of a number pad.
  { words: /^\d$/gm, on: /^(?:claim|find)$/ },
  // The scale of a day.
  { words: /^(?:00|06|12|18|24):00$/gm, on: /^station$/ },
  { words: /^(?:1?\d|2[0-3])$/gm, on: /^Insights/ },
  { words: /^(?:[01]\d|2[0-3]):00$/gm, on: /^Insights/ },
  // A chart's scale: round numbers, of which the last bears the unit.
  {
    words: /^(?:0|0?\.[1-8]|[1-68]0*|(?:15|25|75)0*|[127]\.5|1,[05]00)(?:\s[kMG]Wh)?$/gm,
    on: /^Insights/,
  },
  // The steps of the heat, in its legend.
  { words: /^(?:0|20|40|60|80)–(?:20|40|60|80|100)\s%$/gm, on: /^Insights/ },
  // Months up to this one.
  { words: /[A-Z][a-z]+ 20\d\d(?: so far)?$/gm, on: /^Insights/ },
  // Stretches of time to choose from.
  { words: /Last \d+ days/g },
  // How long the desk keeps what is its own.
  { words: /deleted \d+ days after/g },
  // The endpoint.
  { words: /http:\/\/127\.0\.0\.1:\d+\S*/g },
  // The terminal speaks of itself: health, settings, log.
  { words: /\d/g, on: /^Terminal/ },
]
