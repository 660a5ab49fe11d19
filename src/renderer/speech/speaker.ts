import { ask, tell } from '../bridge.ts'

export interface Phrase {
  readonly text: string
  /** BCP 47 tag. */
  readonly language: string
}

export interface Sound {
  /** Of the voice's usual one. */
  readonly speed: number
  /** 0 to 1. */
  readonly volume: number
}

/** Speaks one phrase after the other, by the page's own voices or by main. */
export interface Speaker {
  /** After what is being spoken, or at once in its place. */
  say(phrases: readonly Phrase[], sound: Sound, atOnce: boolean): void
  stop(): void
}

export function createSpeaker(): Speaker {
  /** Voices on this machine alone: what is on a guest's screen goes to nobody's server. */
  const voiceFor = (language: string): SpeechSynthesisVoice | undefined =>
    speechSynthesis
      .getVoices()
      .find(
        ({ lang, localService }) =>
          localService && lang.split(/[-_]/)[0] === language.split('-')[0],
      )

  function stop(): void {
    speechSynthesis.cancel()
    tell('speech.stop', {})
  }
  return {
    say(phrases, { speed, volume }, atOnce) {
      if (atOnce) speechSynthesis.cancel()
      for (const [index, { text, language }] of phrases.entries()) {
        const voice = voiceFor(language)
        if (voice === undefined) {
          const first = atOnce && index === 0
          void ask('speech.say', {
            text: text.slice(0, 8000),
            language,
            speed,
            volume,
            atOnce: first,
          }).catch(() => undefined)
        } else {
          const utterance = Object.assign(new SpeechSynthesisUtterance(text), { voice, volume })
          speechSynthesis.speak(Object.assign(utterance, { lang: voice.lang, rate: speed }))
        }
      }
    },
    stop,
  }
}
