/** A reader types its keys at most this far apart; no person does (ms). */
const READER_GAP_MS = 35
/** Without a terminator for this long, held keys were a person's (ms). */
const HOLD_MS = 100
const SHORTEST = 4
/** Longer than any card or station code: what comes after is thrown away. */
const LONGEST = 256

export interface Held {
  readonly key: string
  readonly target: EventTarget | null
}

export interface WedgeOptions {
  /** A whole code, typed by a reader. */
  scanned(code: string): void
  /** These keys were a person's after all: they go where they were meant to. */
  replay(keys: readonly Held[]): void
}

export interface WedgeKey extends Held {
  /** When the key was pressed (ms, the page's own time). */
  readonly atMs: number
  /** It is held down, or pressed with a modifier other than shift. */
  readonly special: boolean
}

/**
 * Tells a reader that types like a keyboard from a person: by the time between two keys and by the
 * Enter or Tab at the end. Keys are held back until it is known who typed them.
 */
export class Wedge {
  readonly #options: WedgeOptions
  #held: Held[] = []
  #lastAtMs = -Infinity
  /** The end of a scan or of a flood: what still follows at a reader's pace belongs to it. */
  #swallowing = false
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(options: WedgeOptions) {
    this.#options = options
  }

  /** Returns whether the key is held back: then nothing else may see it. */
  press(pressed: WedgeKey): boolean {
    const quick = pressed.atMs - this.#lastAtMs <= READER_GAP_MS
    if (isTerminator(pressed.key) && !pressed.special) return this.#end(pressed, quick)
    if (pressed.key.length !== 1 || pressed.special) {
      if (pressed.key !== 'Shift') this.#giveBack()
      return false
    }
    this.#lastAtMs = pressed.atMs
    if (!quick) {
      this.#swallowing = false
      this.#giveBack()
      if (pressed.key === ' ') return false
    }
    if (this.#swallowing) return true
    this.#held.push({ key: pressed.key, target: pressed.target })
    if (this.#held.length > LONGEST) this.#drown()
    else this.#wait()
    return true
  }

  /** Forgets everything that is held. */
  close(): void {
    clearTimeout(this.#timer)
    this.#held = []
    this.#swallowing = false
  }

  #end(pressed: WedgeKey, quick: boolean): boolean {
    if (quick && this.#swallowing) {
      this.#lastAtMs = pressed.atMs
      return true
    }
    if (!quick || this.#held.length < SHORTEST) {
      this.#giveBack()
      return false
    }
    const code = this.#held.map(({ key }) => key).join('')
    this.#drown()
    this.#lastAtMs = pressed.atMs
    this.#options.scanned(code)
    return true
  }

  #wait(): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => {
      this.#giveBack()
    }, HOLD_MS)
  }

  #drown(): void {
    clearTimeout(this.#timer)
    this.#held = []
    this.#swallowing = true
  }

  #giveBack(): void {
    clearTimeout(this.#timer)
    const keys = this.#held
    this.#held = []
    if (keys.length > 0) this.#options.replay(keys)
  }
}

function isTerminator(key: string): boolean {
  return key === 'Enter' || key === 'Tab'
}
