import { z } from 'zod'

/** Staff run the desk; a manager also settles what staff and guests may do. */
export const deskRoleSchema = z.enum(['staff', 'manager'])
export type DeskRole = z.infer<typeof deskRoleSchema>

/** Somebody with a PIN. The PIN itself never leaves main. */
export const personSchema = z.object({ name: z.string(), role: deskRoleSchema })
export type Person = z.infer<typeof personSchema>

/** What the renderer knows of the access to the desk. */
export const deskAccessSchema = z.object({
  /** At least one PIN is set: somebody can come in. */
  hasPins: z.boolean(),
  /** Who is at the desk; null while it is locked. */
  person: personSchema.nullable(),
  /** What that person wants to read there (BCP 47); null: nothing was chosen yet. */
  language: z.string().nullable(),
  /** Desk or set-up, whichever is open, locks after this time without a touch (ms). */
  lockAfterMs: z.number(),
})
export type DeskAccess = z.infer<typeof deskAccessSchema>

/** 4 to 12 digits; a manager's has at least 6. */
export const pinSchema = z.string().regex(/^\d{4,12}$/)

/** What the desk's screens need to know of the operator's choices: section `desk` of the settings file. */
export const deskRulesSchema = z.object({
  /** From this time on staff are alerted to a car that takes a plug and no energy (ms). */
  idleAlertMs: z.number(),
  /** Who may start without an invoice. */
  withoutInvoice: z.enum(['nobody', ...deskRoleSchema.options]),
})
export type DeskRules = z.infer<typeof deskRulesSchema>

/**
 * Staff closed a start or a session that nobody answers for: it keeps its connector no more, but the
 * platform may still count it.
 */
export const closingSchema = z.object({
  /** A person's name; null for guests' screens. */
  by: z.string().nullable(),
  atMs: z.number(),
})
export type Closing = z.infer<typeof closingSchema>

/** Where a session of this terminal came from. */
export const originSchema = z.object({
  startedBy: z.enum(['guest', 'desk']),
  /** The card's label, as delivered. */
  optionLabel: z.string().nullable(),
  bookingReference: z.string().nullable(),
  withoutInvoice: z.boolean(),
})
export type Origin = z.infer<typeof originSchema>

/** What a guest asked the desk to allow: it waits for the desk's yes or no. */
export const approvalSchema = z.object({
  id: z.string(),
  connectorId: z.string(),
  /** The option's label, as the guest saw it. */
  optionLabel: z.string().nullable(),
  bookingReference: z.string().nullable(),
  askedAtMs: z.number(),
  /** The price that the guest saw holds until then (epoch ms). */
  untilMs: z.number(),
  state: z.enum(['waiting', 'approved', 'declined', 'expired']),
  /** The start that it became. */
  startId: z.string().nullable(),
})
export type Approval = z.infer<typeof approvalSchema>

/** One line of the audit trail. `details` are plain facts, never a secret. */
export const auditEntrySchema = z.object({
  id: z.number().int(),
  atMs: z.number(),
  /** A person's name; null for the terminal itself. */
  who: z.string().nullable(),
  role: deskRoleSchema.nullable(),
  /** What was done, e.g. `desk.unlock`, `session.stop`, `updateCard`. */
  action: z.string(),
  /** What it was done to: a connector's number, a session's id, a card's label. */
  subject: z.string().nullable(),
  details: z.record(z.string(), z.string()),
})
export type AuditEntry = z.infer<typeof auditEntrySchema>
