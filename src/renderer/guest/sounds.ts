/** What is heard of a start. */
export type Sound = 'begun' | 'failed'

/** Notes one after the other (Hz): rising where it charges, low and falling where it does not. */
const notes: Readonly<Record<Sound, readonly number[]>> = {
  begun: [523.25, 783.99],
  failed: [233.08, 174.61],
}
/** Calm beside a lobby's talk; the machine's own volume does the rest. */
const LOUDNESS = 0.15
const NOTE_S = 0.22
const ATTACK_S = 0.02
const FADE_S = 0.5

/** Makes the sound, without a file. Nothing is heard where the page may not, or the machine has no output. */
export async function play(sound: Sound): Promise<void> {
  const context = new AudioContext()
  try {
    const ends = notes[sound].map((hertz, at) => note(context, hertz, at * NOTE_S))
    await context.resume()
    await Promise.all(ends)
  } finally {
    await context.close()
  }
}

/** One soft note; resolves when it has faded. */
function note(context: AudioContext, hertz: number, afterS: number): Promise<void> {
  const oscillator = context.createOscillator()
  const loudness = context.createGain()
  const fromS = context.currentTime + afterS
  oscillator.frequency.value = hertz
  loudness.gain.setValueAtTime(0, fromS)
  loudness.gain.linearRampToValueAtTime(LOUDNESS, fromS + ATTACK_S)
  loudness.gain.linearRampToValueAtTime(0, fromS + FADE_S)
  oscillator.connect(loudness).connect(context.destination)
  oscillator.start(fromS)
  oscillator.stop(fromS + FADE_S)
  return new Promise((resolve) => {
    oscillator.addEventListener('ended', () => {
      resolve()
    })
  })
}
