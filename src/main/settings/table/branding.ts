import { z } from 'zod'
import { isReadable } from '../contrast.ts'
import { textSchema } from '../option-values.ts'
import { byManager, field } from './row.ts'

const percentSchema = z.number().min(0).max(100)

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
  plan: field({
    json: textSchema.nullable(),
    default: null,
    expected: 'a PNG, JPEG, WebP or SVG file of at most 1 MB',
    form: byManager('branding', 4),
    meaning:
      'a picture of the site seen from above: the board has a button for it, and each plug of `planPlaces` a pin on it; looked for as `logo` is. An SVG may hold no script, and loads nothing',
  }),
  planPlaces: field({
    json: z.record(textSchema, z.tuple([percentSchema, percentSchema])),
    default: {},
    expected:
      'an object such as {"12": [30, 55.5]}: plug numbers, EVSE IDs or stations, each with two numbers from 0 to 100',
    defaultText: 'none',
    meaning:
      "where plugs are on `plan`, in percent of its picture from the left and from the top: by the plug's number, by its EVSE ID, or by its station's name for all that it has. Plugs that are not named stand below the plan; names that mean no plug are told at the desk (Terminal, Health)",
  }),
}
