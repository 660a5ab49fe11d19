import { z } from 'zod'
import { failureSchema } from './errors.ts'
import { freshnessSchema } from './site.ts'

export const moneySchema = z.object({
  /** As delivered, never recomputed. */
  amount: z.number(),
  /** ISO 4217 code; null when the platform names none. */
  currency: z.string().nullable(),
})
export type Money = z.infer<typeof moneySchema>

/** One way to start at a connector. Tag ids stay in main: the renderer only knows `id`. */
export const startOptionSchema = z.object({
  id: z.string(),
  kind: z.enum(['card', 'free']),
  /** The card's label as delivered; null when it has none. */
  label: z.string().nullable(),
  rate: z.object({ short: z.string().nullable(), full: z.string().nullable() }).nullable(),
  /** Needs a payment that this terminal cannot take yet: shown, not offered. */
  preauthRequired: z.boolean(),
})
export type StartOption = z.infer<typeof startOptionSchema>

export const startSteps = [
  'chosen',
  'requested',
  'accepted',
  'waiting-for-plug',
  'charging',
  'rejected',
  'failed',
  'timed-out',
  'unknown',
] as const
export const startStepSchema = z.enum(startSteps)
export type StartStep = z.infer<typeof startStepSchema>

export const startSchema = z.object({
  id: z.string(),
  connectorId: z.string(),
  step: startStepSchema,
  /** Each step with the time at which its source says it was true (epoch ms), oldest first. */
  history: z.array(
    z.object({
      step: startStepSchema,
      atMs: z.number(),
      source: z.enum(['terminal', 'platform', 'station']),
    }),
  ),
  /** Until when a plugged-in car may still begin (epoch ms): the countdown that the guest sees. */
  validUntilMs: z.number(),
  /** Cancelled by the guest: a session that still appears is stopped. */
  cancelled: z.boolean(),
  failure: failureSchema.nullable(),
  /** The session that began, once known. */
  sessionId: z.string().nullable(),
})
export type Start = z.infer<typeof startSchema>

export const costItemSchema = z.object({
  description: z.string().nullable(),
  netAmount: z.number().nullable(),
  taxAmount: z.number().nullable(),
  taxRatePercent: z.number().nullable(),
  grossAmount: z.number().nullable(),
})
export type CostItem = z.infer<typeof costItemSchema>

/** What the guest reads after the stop, from the chargelog (reference: type Chargelog, L3473). */
export const summarySchema = z.object({
  startedAtMs: z.number().nullable(),
  endedAtMs: z.number().nullable(),
  energyKWh: z.number().nullable(),
  /** Meter registers exactly as delivered; the platform names no unit for them. */
  meterStart: z.number().nullable(),
  meterEnd: z.number().nullable(),
  rateName: z.string().nullable(),
  cost: z
    .object({
      currency: z.string().nullable(),
      /** `Cost.grossAmount`, else `Cost.total`: both are gross in every delivered example. */
      grossAmount: z.number().nullable(),
      items: z.array(costItemSchema),
    })
    .nullable(),
  co2SavingKg: z.number().nullable(),
  documentTitle: z.string().nullable(),
  /** The platform may still add cost and document. */
  complete: z.boolean(),
})
export type Summary = z.infer<typeof summarySchema>

export const stopSchema = z.object({
  state: z.enum(['requested', 'accepted', 'failed']),
  requestedAtMs: z.number(),
  failure: failureSchema.nullable(),
})
export type Stop = z.infer<typeof stopSchema>

/** A session of this terminal's account. Its id is the chargelog's id. */
export const sessionSchema = z.object({
  id: z.string(),
  connectorId: z.string(),
  status: z.enum(['waiting', 'charging', 'stopped', 'unknown']),
  startedAtMs: z.number().nullable(),
  energyKWh: z.number().nullable(),
  powerW: z.number().nullable(),
  stateOfChargePercent: z.number().nullable(),
  initialStateOfChargePercent: z.number().nullable(),
  /** When the station measured energy and power (epoch ms). */
  meterAtMs: z.number().nullable(),
  rateName: z.string().nullable(),
  /** Only what the platform computes. */
  cost: moneySchema.nullable(),
  /** Power as this terminal saw it, oldest first, at most 60 points. */
  powerCurve: z.array(z.object({ atMs: z.number(), powerW: z.number() })),
  stop: stopSchema.nullable(),
  /** Set once the session has stopped. */
  summary: summarySchema.nullable(),
  freshness: freshnessSchema,
  asOfMs: z.number().nullable(),
})
export type Session = z.infer<typeof sessionSchema>
