import { z } from 'zod'
import { closingSchema, originSchema } from './desk.ts'
import { failureSchema } from './errors.ts'
import { freshnessSchema } from './site.ts'

export const moneySchema = z.object({
  /** As delivered, never recomputed. */
  amount: z.number(),
  /** ISO 4217 code; null when the platform names none. */
  currency: z.string().nullable(),
})
export type Money = z.infer<typeof moneySchema>

/** What a charge comes to by a rate. Computed, and only where the rate's whole text can be read. */
export const rateExampleSchema = z.object({
  energyKWh: z.number(),
  /** How long it takes; null where time costs nothing. */
  minutes: z.number().nullable(),
  cost: moneySchema,
})
export type RateExample = z.infer<typeof rateExampleSchema>

/** One way to start at a connector. Tag ids stay in main: the renderer only knows `id`. */
export const startOptionSchema = z.object({
  id: z.string(),
  /** `phone`: a card that needs a pre-authorisation, paid on the guest's own phone. */
  kind: z.enum(['card', 'phone', 'free']),
  /** The card's label as delivered; null when it has none. */
  label: z.string().nullable(),
  /** What the operator has guests read for the card; null: nothing is settled. */
  guestLabel: z.string().nullable(),
  rate: z.object({ short: z.string().nullable(), full: z.string().nullable() }).nullable(),
  examples: z.array(rateExampleSchema),
  /** The amounts that may be held (`preauthCurrencyAmounts`, L5847); empty but for `phone`. */
  holds: z.array(moneySchema),
  /** Until when no second hold is opened here (epoch ms); null when one may be. */
  holdBlockedUntilMs: z.number().nullable(),
  /** The operator's rule: what the guest must bring for it. */
  needs: z.enum(['nothing', 'booking', 'desk']),
  /** A partner's card (`Card.type` roaming or emsp, L6269): what it costs may differ from the price shown here. */
  roaming: z.boolean(),
  /** Until when the card is valid (epoch ms); null where the platform does not say. */
  expiresAtMs: z.number().nullable(),
  /** Why it cannot be chosen: nobody names the currency of what would be held; null: it can. */
  notSold: z.literal('no-currency').nullable(),
})
export type StartOption = z.infer<typeof startOptionSchema>

/** A rate package of a connector (`ratePackageByConnectorId`, L1604). */
export const ratePackageSchema = z.object({
  id: z.string(),
  /** As delivered, in the tenant's currency (`crm_currency`), else the contact's; null where it is not sold. */
  price: moneySchema.nullable(),
  /** After how long the platform stops the session by itself (`automaticStop`). */
  stopMinutes: z.number().nullable(),
  /** How long it lasts, as guests are to read it (`visibleRuntime`). */
  runtimeMinutes: z.number().nullable(),
  name: z.string().nullable(),
  /** What charging costs with it, as delivered. */
  rate: z.object({ short: z.string().nullable(), full: z.string().nullable() }).nullable(),
  /** Why it cannot be bought: the network names no price, or nobody its currency; null: it can. */
  notSold: z.enum(['no-price', 'no-currency']).nullable(),
})
export type RatePackage = z.infer<typeof ratePackageSchema>

/**
 * Where a session is to end. The platform watches `time` (but for a start by phone, which cannot take
 * it along); the terminal watches the others while it runs.
 */
export const targetSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('time'), minutes: z.number().int().min(5).max(1440) }),
  z.strictObject({ kind: z.literal('energy'), energyKWh: z.number().min(1).max(200) }),
  z.strictObject({ kind: z.literal('charge'), percent: z.number().int().min(10).max(100) }),
])
export type Target = z.infer<typeof targetSchema>

/** Everything that may be chosen at a connector now. */
export const offerSchema = z.object({
  options: z.array(startOptionSchema),
  packages: z.array(ratePackageSchema),
  /** Guests may start with a card of their own here (a reader is set up and the operator allows it). */
  ownCard: z.boolean(),
  asOfMs: z.number(),
})
export type Offer = z.infer<typeof offerSchema>

export const startSteps = [
  'chosen',
  'requested',
  /** The guest pays on the phone. */
  'paying',
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

/** A payment on the guest's phone (`remoteStartWithPreauth`, L2477). */
export const paymentSchema = z.object({
  hold: moneySchema,
  /** The page to pay on, made for this start alone: shown as a QR code, never opened here. */
  url: z.string().nullable(),
  /** After this it counts as not paid in time (epoch ms). */
  dueMs: z.number(),
  state: z.enum(['pending', 'paid', 'refused', 'overdue']),
})
export type Payment = z.infer<typeof paymentSchema>

/** The terminal asks for it again and again until the session has ended. */
export const stopSchema = z.object({
  /** Of the last try. */
  state: z.enum(['requested', 'accepted', 'failed']),
  /** When it was first asked for (epoch ms). */
  requestedAtMs: z.number(),
  /** How often it was sent. */
  tries: z.number().int(),
  /** Why the last try that was answered did not work. */
  failure: failureSchema.nullable(),
})
export type Stop = z.infer<typeof stopSchema>

export const startSchema = z.object({
  id: z.string(),
  connectorId: z.string(),
  /** `rfid`: by the guest's own card; the session belongs to another account and is not seen here. */
  kind: z.enum(['card', 'phone', 'rfid', 'free']),
  payment: paymentSchema.nullable(),
  target: targetSchema.nullable(),
  /**
   * Made in this visit, or shown to be this guest's. Else payment, target and failure are null: only
   * that a start is under way is known.
   */
  claimed: z.boolean(),
  /**
   * Brings its guest back to it, and opens its session at this terminal. Shown from the moment it is on
   * its way until the guest leaves; null where codes are off, and by own card, which proves it itself.
   */
  code: z.string().nullable(),
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
  /** Of a start by own card, whose session is not seen here: the stop that was asked for. */
  stop: stopSchema.optional(),
  /** Closed at the desk: it does not keep its connector any more. */
  closed: closingSchema.optional(),
  /** Known at the desk only. */
  origin: originSchema.optional(),
})
export type Start = z.infer<typeof startSchema>

export const costItemSchema = z.object({
  description: z.string().nullable(),
  netAmount: z.number().nullable(),
  taxAmount: z.number().nullable(),
  taxRatePercent: z.number().nullable(),
  grossAmount: z.number().nullable(),
  /** In the local currency, of which the API gives no code; null where it is no other amount. */
  localAmount: z.number().nullable(),
})
export type CostItem = z.infer<typeof costItemSchema>

/** What the guest reads after the stop, from the chargelog (reference: type Chargelog, L3473). */
export const summarySchema = z.object({
  startedAtMs: z.number().nullable(),
  endedAtMs: z.number().nullable(),
  /** As the record says, but no less than this terminal saw metered. */
  energyKWh: z.number().nullable(),
  /** What the record says where that is less than was metered. */
  recordKWh: z.number().optional(),
  /** Meter registers exactly as delivered; the platform names no unit for them. */
  meterStart: z.number().nullable(),
  meterEnd: z.number().nullable(),
  rateName: z.string().nullable(),
  cost: z
    .object({
      currency: z.string().nullable(),
      /** `Cost.grossAmount`, else `Cost.total`: both are gross in every delivered example. */
      grossAmount: z.number().nullable(),
      /** As `CostItem.localAmount`. */
      localAmount: z.number().nullable(),
      items: z.array(costItemSchema),
    })
    .nullable(),
  co2SavingKg: z.number().nullable(),
  documentTitle: z.string().nullable(),
  /** The account document's link (`AccountDocument.downloadLink`); shown as a QR code. */
  documentUrl: z.string().nullable(),
  /** `Chargelog.calibrationDetails`; null when the platform gives none. */
  calibrationUrl: z.string().nullable(),
  /** False: the platform may still change the sum and add a document; what is here is so far. */
  complete: z.boolean(),
})
export type Summary = z.infer<typeof summarySchema>

/**
 * What staff should know of a session. `stop-not-heeded`: it goes on a minute after a stop was asked for.
 * `readings-left-out`: values or times of its readings cannot be. `energy-differs`: it has stopped, and its
 * record says less than was metered.
 */
export const sessionWarningSchema = z.enum([
  'stop-not-heeded',
  'readings-left-out',
  'energy-differs',
])
export type SessionWarning = z.infer<typeof sessionWarningSchema>

/** What a rate says, as delivered. */
export const rateTextSchema = z.object({
  short: z.string().nullable(),
  full: z.string().nullable(),
})

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
  /** What the chosen way to start was said to cost; null where it was started elsewhere, or nobody said. */
  rate: rateTextSchema.nullable(),
  /** What the platform has computed so far (`Chargelog.co2Saving`, L3489). */
  co2SavingKg: z.number().nullable(),
  target: targetSchema.nullable(),
  /** What opens it here: its stop code, or nothing where the operator turned codes off. */
  protection: z.enum(['code', 'none']),
  /** This guest has shown that it is theirs, or has just started it. */
  claimed: z.boolean(),
  /** Only for the guest who started it and has not left yet. */
  stopCode: z.string().nullable(),
  /** Only what the platform computes. */
  cost: moneySchema.nullable(),
  /** Power as this terminal saw it, oldest first, at most 60 points. */
  powerCurve: z.array(z.object({ atMs: z.number(), powerW: z.number() })),
  /** What the car told of its battery in the last twenty minutes, oldest first. */
  batteryTrack: z.array(z.object({ atMs: z.number(), percent: z.number() })),
  stop: stopSchema.nullable(),
  /** Closed at the desk: it does not keep its connector any more. Until the platform ends it. */
  closed: closingSchema.optional(),
  /** Of a session that this terminal started; known at the desk only. */
  origin: originSchema.optional(),
  /** Known at the desk only; left out where there are none. */
  warnings: z.array(sessionWarningSchema).readonly().optional(),
  /** Set once the session has stopped. */
  summary: summarySchema.nullable(),
  freshness: freshnessSchema,
  asOfMs: z.number().nullable(),
})
export type Session = z.infer<typeof sessionSchema>
