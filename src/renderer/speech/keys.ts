/** What a key does while the screen is spoken. */
export type SpeechDeed =
  | 'next'
  | 'before'
  | 'nextControl'
  | 'controlBefore'
  | 'choose'
  | 'back'
  | 'again'
  | 'screen'
  | 'louder'
  | 'softer'
  | 'faster'
  | 'slower'
  | 'end'

/**
 * Keys of a keyboard, and of a number pad whose number lock is off. F15 and F16 are what keypads with a socket
 * for headphones send when these are plugged in and out.
 */
const DEEDS: Readonly<Record<string, SpeechDeed>> = {
  ArrowDown: 'next',
  ArrowUp: 'before',
  ArrowRight: 'nextControl',
  ArrowLeft: 'controlBefore',
  Enter: 'choose',
  Escape: 'back',
  '*': 'again',
  Home: 'screen',
  '+': 'louder',
  '-': 'softer',
  PageUp: 'faster',
  PageDown: 'slower',
  End: 'end',
  F16: 'end',
}
const BEGIN = new Set(['*', 'F15'])

/** Whether a key asks for the screen to be spoken. */
export const beginsSpeech = (key: string): boolean => BEGIN.has(key)

/** Null: the key is the page's own. */
export function deedOf(event: KeyboardEvent): SpeechDeed | null {
  const { key, ctrlKey, altKey, metaKey, target } = event
  if (ctrlKey || altKey || metaKey || isWritten(target)) return null
  return DEEDS[key] ?? null
}

/** A field that takes text needs its keys itself. */
function isWritten(target: EventTarget | null): boolean {
  return (
    target instanceof Element &&
    target.matches('textarea, select, input:not([type="radio"], [type="checkbox"])')
  )
}
