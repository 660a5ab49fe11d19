import { z } from 'zod'

/** `late`: it was true at `asOfMs`, nobody knows whether it still is. `unknown`: never known. */
export const freshnessSchema = z.enum(['live', 'late', 'unknown'])
export type Freshness = z.infer<typeof freshnessSchema>

export const siteSchema = z.object({
  id: z.string(),
  /** As the platform names it (`Site.label`); empty when it names none. */
  label: z.string(),
  company: z.string().nullable(),
  /** The platform did not say which stations it has: that none is shown does not mean that there is none. */
  untold: z.boolean().optional(),
})
export type Site = z.infer<typeof siteSchema>

/** What a person can do with the connector now, derived in main from the platform's three status forms. */
export const connectorStates = [
  'free',
  /** A cable is in, nothing charges: may be started. */
  'plugged',
  /** A start of this terminal is under way. */
  'starting',
  /** A session of this terminal's account. */
  'charging',
  /** Occupied, not ours. */
  'in-use',
  /** Charging has ended, the cable is still in. */
  'finishing',
  'reserved',
  'unavailable',
  'out-of-order',
  'unknown',
] as const
export const connectorStateSchema = z.enum(connectorStates)
export type ConnectorState = z.infer<typeof connectorStateSchema>

export const plugKinds = [
  'type2',
  'type1',
  'ccs2',
  'ccs1',
  'chademo',
  'schuko',
  'nacs',
  'cee',
  'other',
] as const
export const plugKindSchema = z.enum(plugKinds)
export type PlugKind = z.infer<typeof plugKindSchema>

/** Why a start is off now; the screen says it in words. */
export const startBlocks = [
  'busy',
  'out-of-order',
  'maintenance',
  'late',
  'on-the-spot',
  /** The terminal has no account: it shows, and starts nothing. */
  'show-only',
  'start-open',
  'unknown',
] as const
export const startBlockSchema = z.enum(startBlocks)
export type StartBlock = z.infer<typeof startBlockSchema>

export const priceSchema = z.discriminatedUnion('kind', [
  /** Not asked yet. */
  z.object({ kind: z.literal('pending') }),
  /** The connector is free of charge (`Connector.freeOfCharge`). */
  z.object({ kind: z.literal('free') }),
  /** The rate's short text, as delivered. */
  z.object({ kind: z.literal('text'), text: z.string(), asOfMs: z.number() }),
  /**
   * Several cards with different rates and none preferred. `from`: the text of the rate that costs least for
   * a kWh; null where not every text can be read.
   */
  z.object({ kind: z.literal('several'), from: z.string().nullable() }),
  /** No card of the account may charge here, or the rate has no text. */
  z.object({ kind: z.literal('none') }),
])
export type Price = z.infer<typeof priceSchema>

/** What people should know of a station's opening and charging hours: a hint, which blocks nothing. */
export const hoursHintSchema = z.discriminatedUnion('kind', [
  /** Closed now; `opensAtMs`: null where nobody knows. */
  z.object({ kind: z.literal('closed'), opensAtMs: z.number().nullable() }),
  /** It closes soon. */
  z.object({ kind: z.literal('closing'), closesAtMs: z.number() }),
])
export type HoursHint = z.infer<typeof hoursHintSchema>

/** The three forms in which the platform tells a status, free text (L3679). */
export const statusWordsSchema = z.object({
  ocpp: z.string().nullable(),
  calculated: z.string().nullable(),
  simple: z.string().nullable(),
})
export type StatusWords = z.infer<typeof statusWordsSchema>
/** What the platform says of a whole station (`Cp.status`, L4972). */
export const stationWordsSchema = statusWordsSchema.pick({ ocpp: true, simple: true })
export type StationWords = z.infer<typeof stationWordsSchema>

export const connectorSchema = z.object({
  id: z.string(),
  stationId: z.string(),
  stationLabel: z.string().nullable(),
  /** The number on the sticker (`physicalReference`), else the label's, else the place in the list. */
  number: z.string(),
  /** What must stand with a number that another connector of the board has, too: its station's name. */
  distinction: z.string().optional(),
  evseId: z.string().nullable(),
  plug: plugKindSchema,
  /** The plug's name as the platform delivers it. */
  plugLabel: z.string().nullable(),
  current: z.enum(['AC', 'DC']).nullable(),
  maxPowerKW: z.number().nullable(),
  freeOfCharge: z.boolean(),
  state: connectorStateSchema,
  startBlock: startBlockSchema.nullable(),
  freshness: freshnessSchema,
  /** When it was last known to be true (epoch ms); null while live or never known. */
  asOfMs: z.number().nullable(),
  price: priceSchema,
  /** Reached through a partner's network (`Cp.accessType`, L4909): other rules and prices may hold. */
  roaming: z.boolean().optional(),
  /** Of a station that the operator puts before others of this site (`Cp.displayAttributes`, L4936). */
  recommended: z.boolean().optional(),
  /** Voltage, phases and current (`ConnectorType.chargingFacilityType`, L3713), as delivered. */
  supply: z.string().nullable().optional(),
  /** What the platform says of it, whatever this terminal knows beside; its words as delivered. */
  reported: statusWordsSchema
    .extend({
      state: connectorStateSchema,
      /** Given where the whole station is out of order or not available. */
      station: stationWordsSchema.optional(),
    })
    .optional(),
  /**
   * Since when the connector is seen in this state: computed by this terminal, no operation tells it.
   * `exact`: it saw the change; otherwise it found the state so and knows no earlier time.
   */
  since: z.object({ atMs: z.number(), exact: z.boolean() }).optional(),
  /** The running session of this terminal's account, if any. */
  sessionId: z.string().nullable(),
  /** The open start of this terminal, if any. */
  startId: z.string().nullable(),
  /** Until when the summary of a session that ended here opens again by its stop code (epoch ms). */
  receiptUntilMs: z.number().optional(),
  /** By main's clock, in the site's time zone. */
  hours: hoursHintSchema.optional(),
  maintenance: z
    .object({
      startsAtMs: z.number().nullable(),
      endsAtMs: z.number().nullable(),
      comment: z.string().nullable(),
    })
    .nullable(),
})
export type Connector = z.infer<typeof connectorSchema>

const spansSchema = z
  .array(z.object({ fromMs: z.number().nullable(), toMs: z.number().nullable() }))
  .readonly()
/** Hours that can be reckoned with, as `common/opening-hours.ts` reads them. */
export const hoursSchema = z.object({
  days: z
    .array(
      z.object({
        weekday: z.number(),
        ranges: z.array(z.object({ from: z.number(), to: z.number() })).readonly(),
      }),
    )
    .readonly(),
  openings: spansSchema,
  closings: spansSchema,
})

/** What the platform tells of a charging point that does not change by itself. */
export const staticStationSchema = z.object({
  /** The operator's own words on when it is open. */
  openingText: z.string().nullable(),
  opening: hoursSchema.nullable(),
  /** When it charges, where the platform has hours of its own for that. */
  charging: hoursSchema.nullable(),
  /** Where it stands, in degrees (WGS 84). */
  position: z.object({ latitude: z.number(), longitude: z.number() }).nullable(),
  roaming: z.boolean(),
  recommended: z.boolean(),
})
export type StaticStation = z.infer<typeof staticStationSchema>

/** What main knows of a charging point besides its connectors as they are now. */
export const knownStationSchema = z.object({
  /** Null where nothing is known of it. */
  facts: staticStationSchema.nullable(),
  /** Whether it is started and stopped from afar; null: the platform does not say. */
  remoteCommands: z.boolean().nullable(),
  /** Of all its connectors, in the platform's order and its own times. */
  maintenance: z.array(
    z.object({
      connectorId: z.string(),
      startsAtMs: z.number().nullable(),
      endsAtMs: z.number().nullable(),
      comment: z.string().nullable(),
    }),
  ),
})
export type KnownStation = z.infer<typeof knownStationSchema>
