import { z } from 'zod'
import { switchSchema } from '../option-values.ts'

/** How a setting is read as a text and as JSON. */
interface Readings<V, J extends z.ZodType> {
  readonly text: z.ZodType<V, string>
  readonly json: J
}

/** A text, in the provisioning file, too. */
export const text = <V>(schema: z.ZodType<V, string>): Readings<V, z.ZodString> => ({
  text: schema,
  json: z.string().refine((value) => schema.safeParse(value).success),
})

/** One of these words. */
export function choice<const W extends readonly string[]>(
  words: W,
): Readings<W[number], z.ZodType<W[number], W[number]>> {
  const schema = z.enum(words)
  return { text: schema, json: schema }
}

/** Yes or no; as a flag it needs no value. */
export const toggle = {
  text: switchSchema,
  json: z.boolean(),
  placeholder: null,
  expected: 'true or false',
}
