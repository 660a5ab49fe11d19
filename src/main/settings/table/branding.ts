import { z } from 'zod'
import { isReadable } from '../contrast.ts'
import { textSchema } from '../option-values.ts'
import { byManager, field } from './row.ts'

/** Whose terminal it is: section `branding` of both files. */
export const brandingTable = {
  name: field({
    json: textSchema.max(40).nullable(),
    default: null,
    expected: 'a name of at most 40 characters',
    form: byManager('branding', 1),
    defaultText: "the site's own",
    meaning: 'shown on the board',
  }),
  accent: field({
    json: z.string().refine(isReadable).nullable(),
    default: null,
    expected:
      'a colour such as "#0b5c3b", dark enough for white text on it (contrast 4.5:1 at least)',
    form: byManager('branding', 2),
    defaultText: "the terminal's",
    meaning: 'the colour of buttons and marks; white text stands on it',
  }),
  logo: field({
    json: textSchema.nullable(),
    default: null,
    expected: 'a PNG, JPEG or WebP file of at most 256 kB',
    form: byManager('branding', 3),
    meaning:
      'a picture beside the name; looked for in the data folder, by the provisioning file beside itself',
  }),
}
