import { spawn, type ChildProcess } from 'node:child_process'
import type { CommandInput } from '#contract/commands.ts'
import type { Log } from '#main/core/log.ts'

export type Utterance = Omit<CommandInput<'speech.say'>, 'atOnce'>

/** Speaks by a program of the system, one text after the other. */
export interface SystemVoice {
  /** False: there is no such program here. */
  say(utterance: Utterance, atOnce: boolean): boolean
  /** Falls silent, and forgets what was still to be spoken. */
  stop(): void
}

const PROGRAM = 'espeak-ng'
const USUAL_WORDS_A_MINUTE = 165
const LOUDEST = 200
/** Who holds a key down hears the last text alone; nobody listens to a minute of what was. */
const MOST_WAITING = 20

/**
 * The voice of espeak-ng, found on the path: `apt install espeak-ng`. Texts go by its standard input: the
 * list of processes shows nobody's code.
 */
export function createSystemVoice(log: Log): SystemVoice {
  let waiting: Utterance[] = []
  let speaking: ChildProcess | null = null
  let isMissing = false

  function begin(): void {
    const next = waiting.shift()
    if (next === undefined || isMissing) return
    const child = spawn(PROGRAM, argumentsFor(next), { stdio: ['pipe', 'ignore', 'ignore'] })
    child.once('error', (error) => {
      log.warn({ reason: error.message }, `${PROGRAM} cannot be run: guests hear nothing`)
    })
    // What cannot be run has no id, and is told so at once.
    isMissing = child.pid === undefined
    if (isMissing) return
    speaking = child
    child.once('close', () => {
      if (speaking !== child) return
      speaking = null
      begin()
    })
    // It ends before it has read all where somebody interrupts it.
    child.stdin.on('error', () => undefined)
    child.stdin.end(next.text)
  }

  function stop(): void {
    waiting = []
    const child = speaking
    speaking = null
    child?.kill('SIGKILL')
  }

  return {
    say(utterance, atOnce) {
      if (atOnce) stop()
      waiting = [...waiting, utterance].slice(-MOST_WAITING)
      if (speaking === null) begin()
      return !isMissing
    },
    stop,
  }
}

/** Speed and volume as espeak-ng counts them. */
export function argumentsFor({ language, speed, volume }: Omit<Utterance, 'text'>): string[] {
  const [voice = 'en'] = language.split('-')
  const wordsAMinute = Math.round(USUAL_WORDS_A_MINUTE * speed)
  return [
    '-v',
    voice,
    '-s',
    String(wordsAMinute),
    '-a',
    String(Math.round(volume * LOUDEST)),
    '--stdin',
  ]
}
