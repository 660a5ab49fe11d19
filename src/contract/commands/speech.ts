import { z } from 'zod'
import { done, guestOnly, languageTag, nothing } from './parts.ts'

/** What guests hear, where the page has no voice of its own for their language. */
export const speechCommands = {
  /**
   * Speaks after what is being spoken, or at once in its place. `spoken` is false where the operator
   * wants no speech, or this machine has no program for it.
   */
  'speech.say': {
    input: z.strictObject({
      text: z.string().min(1).max(8000),
      language: languageTag,
      /** Of the voice's usual one. */
      speed: z.number().min(0.5).max(3),
      /** 0 to 1. */
      volume: z.number().min(0).max(1),
      atOnce: z.boolean(),
    }),
    output: z.object({ spoken: z.boolean() }),
    modes: guestOnly,
  },
  /** Falls silent, and forgets what was still to be spoken. */
  'speech.stop': { input: nothing, output: done, modes: guestOnly },
} as const
