import './speech.css'
import type { Screen } from '#contract/view.ts'
import type { SpeechRule } from '#contract/terminal.ts'
import { spoken } from '../i18n/i18n.ts'
import { useText } from '../i18n/text.ts'
import { deedOf, type SpeechDeed } from './keys.ts'
import { Reader } from './reader.ts'
import { createSpeaker, type Phrase, type Sound } from './speaker.ts'
import { watchPage } from './watch-page.ts'

/** What the speech knows of the terminal. */
export interface Surroundings {
  readonly rule: () => SpeechRule
  readonly screen: () => Screen['name']
  /** Somebody is here though they touch nothing: they listen. */
  readonly listens: () => void
  /** The way back from a screen that is no dialog. */
  readonly back: () => void
  readonly ended: () => void
}

/** On these a code or a sum is a guest's own; elsewhere sums are prices, which everybody may hear. */
const OWN = new Set<Screen['name']>(['starting', 'charging', 'summary', 'claim', 'approval'])
const SPEEDS = [0.6, 0.8, 1, 1.25, 1.5, 2, 2.5]
const VOLUMES = [0.2, 0.4, 0.6, 0.8, 1]
/** Who hears a screen needs more time than who sees it: so much more before each time-out (ms). */
const LISTENS_MS = 120_000
const BEAT_MS = 10_000

/** Has the screen spoken from its making on, and keys move in it, until it is ended. */
export class Speech {
  readonly #around: Surroundings
  readonly #speaker = createSpeaker()
  readonly #text = useText()
  readonly #reader: Reader
  readonly #ends: (() => void)[] = []
  #speed = SPEEDS.indexOf(1)
  #volume = VOLUMES.length - 2
  #pressedAtMs = performance.now()
  /** The first screen is heard after the words of welcome. */
  #isWelcome = true

  constructor(around: Surroundings) {
    this.#around = around
    const { t } = this.#text
    this.#reader = new Reader(this.#say, () => ({
      t,
      language: spoken.value,
      isOverheard: around.rule() !== 'headphones' && OWN.has(around.screen()),
    }))
    this.#tell(t('speech.start'))
    addEventListener('keydown', this.#press, { capture: true })
    const beat = setInterval(() => {
      if (performance.now() - this.#pressedAtMs < LISTENS_MS) around.listens()
    }, BEAT_MS)
    const unwatch = watchPage(() => {
      this.#reader.settled()
    })
    this.#ends.push(unwatch, () => {
      clearInterval(beat)
      removeEventListener('keydown', this.#press, { capture: true })
    })
  }

  /** Falls silent; `isSaid`: after it has said so. */
  end(isSaid: boolean): void {
    for (const end of this.#ends.splice(0)) end()
    this.#reader.close()
    this.#speaker.stop()
    if (isSaid) this.#tell(this.#text.t('speech.end'))
    this.#around.ended()
  }

  readonly #say = (phrases: readonly Phrase[], atOnce: boolean): void => {
    this.#speaker.say(phrases, this.#sound(), atOnce && !this.#isWelcome)
    this.#isWelcome = false
  }

  readonly #press = (event: KeyboardEvent): void => {
    this.#pressedAtMs = performance.now()
    const deed = deedOf(event)
    if (deed === null || !this.#carryOut(deed)) return
    event.preventDefault()
    event.stopPropagation()
  }

  /** False: the key is left to the page. */
  #carryOut(deed: SpeechDeed): boolean {
    if (deed === 'choose') return this.#reader.choose()
    if (deed === 'back') return this.#back()
    const deeds: Record<Exclude<SpeechDeed, 'choose' | 'back'>, () => void> = {
      next: () => this.#move(1, false),
      before: () => this.#move(-1, false),
      nextControl: () => this.#move(1, true),
      controlBefore: () => this.#move(-1, true),
      again: () => this.#reader.again(),
      screen: () => this.#reader.screen(),
      louder: () => this.#turnVolume(1),
      softer: () => this.#turnVolume(-1),
      faster: () => this.#turnSpeed(1),
      slower: () => this.#turnSpeed(-1),
      end: () => this.end(true),
    }
    deeds[deed]()
    return true
  }

  /** A dialog closes by itself. */
  #back(): boolean {
    if (document.querySelector('[role="dialog"], [role="alertdialog"]')) return false
    this.#around.back()
    return true
  }
  #move(step: 1 | -1, controls: boolean): void {
    if (!this.#reader.move(step, controls)) this.#tell(this.#text.t('speech.all'))
  }
  #turnSpeed(by: number): void {
    this.#speed = clamped(this.#speed + by, SPEEDS)
    const { t, f } = this.#text
    this.#tell(t('speech.speed', { percent: f.value.percent(this.#sound().speed * 100) }))
  }
  #turnVolume(by: number): void {
    this.#volume = clamped(this.#volume + by, VOLUMES)
    const { t, f } = this.#text
    this.#tell(t('speech.volume', { percent: f.value.percent(this.#sound().volume * 100) }))
  }
  #sound(): Sound {
    return { speed: SPEEDS[this.#speed] ?? 1, volume: VOLUMES[this.#volume] ?? 1 }
  }
  #tell(text: string): void {
    this.#speaker.say([{ text, language: spoken.value }], this.#sound(), true)
  }
}

const clamped = (index: number, list: readonly number[]): number =>
  Math.min(list.length - 1, Math.max(0, index))
