import type { Translate } from '../i18n/text.ts'
import { spelled, withoutSecrets } from './private.ts'
import type { Phrase } from './speaker.ts'
import type { Item } from './tree.ts'

/** How things are put into words. */
export interface Telling {
  readonly t: Translate
  /** The language of the page. */
  readonly language: string
  /** Codes and sums are left out. */
  readonly isOverheard: boolean
}

/** What is said of one thing: its name in its own language, then what it is and how it stands. */
export function phrasesOf(item: Item, telling: Telling): Phrase[] {
  const { element, kind, name, states } = item
  const { t, language } = telling
  const kinds = kind === 'text' || kind === 'heading' ? [] : [t(`speech.${kind}`)]
  const about = [...kinds, ...states.map((state) => t(`speech.${state}`))]
  const own = languageOf(element, language)
  const names = name === '' ? [] : [discreet(name, telling)]
  if (own === language) return [{ text: sentence([...names, ...about].join(', ')), language }]
  const named = names.map((text) => ({ text: sentence(text), language: own }))
  return about.length === 0 ? named : [...named, { text: sentence(about.join(', ')), language }]
}

/** A text of the page as it may be said here. */
export function discreet(text: string, { t, isOverheard }: Telling): string {
  if (!isOverheard) return spelled(text)
  const perUnit = [t('price.perKWh'), t('price.perMinute'), t('price.perHour')]
  return withoutSecrets(text, t('speech.onScreen'), perUnit)
}

/** What is said in one language goes as one text: nothing is waited for between its sentences. */
export function joined(phrases: readonly Phrase[]): Phrase[] {
  const whole: Phrase[] = []
  for (const phrase of phrases) {
    const last = whole.at(-1)
    if (last?.language === phrase.language)
      whole[whole.length - 1] = { ...last, text: `${last.text}\n${phrase.text}` }
    else whole.push(phrase)
  }
  return whole
}

const sentence = (text: string): string => (/[.!?…:]$/.test(text) ? text : `${text}.`)

function languageOf(element: Element, fallback: string): string {
  return element.closest<HTMLElement>('[lang]')?.lang || fallback
}
