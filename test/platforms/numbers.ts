/** A number as a text shows it: digits with points, commas or colons between them. */
const SHOWN = /\d+(?:[.,:]\d+)*/g
const MINUTE_MS = 60_000
/** Of a number in an answer: as it is, of W in kW, of a share in per cent, of a register (Wh or mWh) in kWh. */
const SCALES = [1, 0.001, 100, 0.000_001]
const DECIMALS = [0, 1, 2, 3]

/** The numbers in an English text, written one way: `24.370` and `24.37` are the same. */
export function numbersIn(text: string): string[] {
  return [...text.matchAll(SHOWN)].map(([shown]) => plain(shown))
}

function plain(shown: string): string {
  if (shown.includes(':')) return shown
  const number = Number(shown.replaceAll(/,(?=\d{3})/g, ''))
  return Number.isNaN(number) ? shown : String(number)
}

const hourOfDay = (hour: number): string => `${String(hour).padStart(2, '0')}:00`

/** Every way in which a screen may show the numbers, texts and instants of answers. */
export class NumbersTold {
  readonly #delivered = new Set<string>()
  readonly #parts: Intl.DateTimeFormat
  /** The longest list: what is counted on a screen is no more than that. */
  #most = 1

  constructor(timeZone: string) {
    this.#parts = new Intl.DateTimeFormat('en-GB', {
      timeZone,
      ...{ year: 'numeric', month: 'numeric', day: 'numeric' },
      ...{ hour: '2-digit', minute: '2-digit', second: '2-digit' },
    })
  }

  /** An answer, or a part of one. */
  add(value: unknown): void {
    if (typeof value === 'string') this.#addText(value)
    if (typeof value === 'number') this.#addNumber(value)
    if (typeof value !== 'object' || value === null) return
    if (Array.isArray(value)) this.#most = Math.max(this.#most, value.length)
    for (const [name, part] of Object.entries(value) as [string, unknown][]) {
      this.add(part)
      if (name === 'hour' && typeof part === 'number') this.#delivered.add(hourOfDay(part))
    }
  }

  /** The terminal's own time: each minute of a stretch (epoch ms). */
  addTimes(fromMs: number, toMs: number): void {
    for (let atMs = fromMs; atMs <= toMs; atMs += MINUTE_MS) this.#addInstant(atMs)
  }

  /** Those of the text's numbers that the platform has not delivered. */
  strange(text: string): string[] {
    return numbersIn(text).filter((shown) => !this.#knows(shown) && !this.#counts(shown))
  }

  /** A time of day with its seconds is as good as its minute. */
  #knows(shown: string): boolean {
    return (
      this.#delivered.has(shown) || this.#delivered.has(shown.replace(/^(\d\d:\d\d):\d\d$/, '$1'))
    )
  }

  #counts(shown: string): boolean {
    return /^\d+$/.test(shown) && Number(shown) <= this.#most
  }

  #addText(text: string): void {
    for (const shown of numbersIn(text)) {
      this.#delivered.add(shown)
      // A time of day is shown without its seconds.
      this.#delivered.add(shown.replace(/^(\d\d:\d\d):\d\d$/, '$1'))
    }
    const atMs = Date.parse(text)
    if (!Number.isNaN(atMs) && /^\d{4}-/.test(text)) this.#addInstant(atMs)
  }

  #addNumber(value: number): void {
    for (const scale of SCALES) {
      const scaled = Math.abs(value * scale)
      for (const decimals of DECIMALS) this.#delivered.add(plain(scaled.toFixed(decimals)))
    }
  }

  #addInstant(atMs: number): void {
    const shown = this.#parts.format(atMs)
    for (const part of numbersIn(shown.replaceAll('/', ' '))) {
      this.#delivered.add(part)
      this.#delivered.add(part.replace(/^(\d\d:\d\d):\d\d$/, '$1'))
    }
  }
}
