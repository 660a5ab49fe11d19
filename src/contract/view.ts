import { z } from 'zod'
import { plugKindSchema } from './site.ts'

const id = z.string().min(1).max(200)

/** What a guest wants to show a session to be theirs for. */
const claimPurposeSchema = z.enum(['charge', 'receipt'])
export type ClaimPurpose = z.infer<typeof claimPurposeSchema>

/** How much of a list is in view at the desk. */
const densitySchema = z.enum(['compact', 'comfortable'])
export type Density = z.infer<typeof densitySchema>

/** What fills the page. A start's request id lives as long as the visit, so that no tap starts twice. */
const screenSchema = z
  .discriminatedUnion('name', [
    z.strictObject({ name: z.literal('board') }),
    z.strictObject({ name: z.literal('find') }),
    /** A guest has a code, and says of which plug. */
    z.strictObject({ name: z.literal('code') }),
    z.strictObject({ name: z.literal('station'), stationId: id }),
    z.strictObject({ name: z.literal('connector'), connectorId: id, requestId: id }),
    z.strictObject({ name: z.literal('starting'), startId: id, connectorId: id }),
    z.strictObject({
      name: z.literal('claim'),
      /** Null for a summary that is not shown any more: its code finds it. */
      sessionId: id.nullable(),
      connectorId: id,
      purpose: claimPurposeSchema,
    }),
    /** A guest waits for the desk to allow a start. */
    z.strictObject({ name: z.literal('approval'), approvalId: id, connectorId: id }),
    z.strictObject({ name: z.literal('charging'), sessionId: id }),
    z.strictObject({ name: z.literal('summary'), sessionId: id }),
  ])
  .readonly()
export type Screen = z.infer<typeof screenSchema>

/** What somebody in front of the terminal sees, as far as a new window needs it to go on there. */
export const viewSchema = z.strictObject({
  screen: screenSchema,
  help: z.boolean(),
  /** The guest's language (BCP 47). */
  language: z.string().max(20),
  look: z.strictObject({
    /** Null: as the site has it at this hour. */
    shade: z.enum(['light', 'dark']).nullable(),
    /** Null: as the site has it. */
    contrast: z.boolean().nullable(),
    large: z.boolean(),
    low: z.boolean(),
  }),
  filter: z.strictObject({
    plug: plugKindSchema.nullable(),
    fromKW: z.number().nullable(),
    freeOnly: z.boolean(),
  }),
  /** Where somebody is at the desk: a section, and a part of the terminal's one; and how they look at it. */
  desk: z.strictObject({
    section: z.string().max(40),
    tab: z.string().max(40),
    /** Null: as the pointer asks for. */
    density: densitySchema.nullable(),
    /** Null: the site's (BCP 47). */
    language: z.string().max(20).nullable(),
    /** Letters and digits alone are keys. */
    singleKeys: z.boolean(),
  }),
})
export type View = z.infer<typeof viewSchema>
