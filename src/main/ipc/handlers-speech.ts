import type { speechCommands } from '#contract/commands/speech.ts'
import type { TerminalInfo } from '#contract/terminal.ts'
import type { SystemVoice } from '#main/speech/system-voice.ts'
import type { Handlers } from './dispatch.ts'

export interface SpeechParts {
  info: () => TerminalInfo
  voice: SystemVoice
}

/** What the page wants spoken: nothing where the operator wants no speech. */
export function speechHandlers({
  info,
  voice,
}: SpeechParts): Pick<Handlers, keyof typeof speechCommands> {
  return {
    'speech.say': ({ atOnce, ...utterance }) => ({
      spoken: info().guest.speech !== 'off' && voice.say(utterance, atOnce),
    }),
    'speech.stop': () => {
      voice.stop()
      return null
    },
  }
}
