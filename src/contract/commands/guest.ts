import { z } from 'zod'
import { offerSchema } from '../charging.ts'
import { liveModelSchema } from '../live.ts'
import { knownStationSchema } from '../site.ts'
import { terminalInfoSchema } from '../terminal.ts'
import { viewSchema } from '../view.ts'
import { chosenStart, done, everyMode, guestOnly, id, languageTag, nothing } from './parts.ts'

/** What guests' screens need, and every mode with them. */
export const guestCommands = {
  'terminal.info': { input: nothing, output: terminalInfoSchema, modes: everyMode },
  /** Somebody touched the screen: keeps the pace up and refreshes at once when the link is lost. */
  'terminal.touched': { input: nothing, output: done, modes: everyMode },
  /** The answer to the event `probe`; `painted` says that the screen has content. */
  'terminal.alive': {
    input: z.strictObject({ probe: z.number().int(), painted: z.boolean() }),
    output: done,
    modes: everyMode,
  },
  /** What is shown now, at each change: a window that takes this one's place goes on there. */
  'terminal.keepView': { input: viewSchema, output: done, modes: everyMode },
  /** What was shown last; null at the begin, and when it was what the last window died of. */
  'terminal.view': { input: nothing, output: viewSchema.nullable(), modes: everyMode },
  /** An error in the renderer, for the log. */
  'terminal.report': {
    input: z.strictObject({ message: z.string().max(2000), stack: z.string().max(8000) }),
    output: done,
    modes: everyMode,
  },
  /** The whole live model; the event `live` brings the differences from it on. */
  'live.model': { input: nothing, output: liveModelSchema, modes: everyMode },
  /** Which session is on screen: its meter values come first. */
  'live.watch': {
    input: z.strictObject({ sessionId: id.nullable() }),
    output: done,
    modes: everyMode,
  },
  /** The ways to start at a connector, fresh, with their prices (`availableCardsForChargingProcess`). */
  'charging.options': {
    input: z.strictObject({ connectorId: id }),
    output: offerSchema,
    modes: everyMode,
  },
  /**
   * Starts, after the connector was read again: `attemptRemoteStart`, or `remoteStartWithPreauth`
   * for an option of kind `phone`, with one of its `holds` by its place.
   */
  'charging.start': {
    input: z.strictObject(chosenStart),
    output: z.object({ startId: z.string() }),
    modes: guestOnly,
  },
  /** Asks the desk to allow a start that the operator's rules keep for it. Ends with the guest's leaving. */
  'charging.request': {
    input: z.strictObject(chosenStart),
    output: z.object({ approvalId: z.string() }),
    modes: guestOnly,
  },
  /** The guest does not want it any more. */
  'charging.withdraw': {
    input: z.strictObject({ approvalId: id }),
    output: done,
    modes: guestOnly,
  },
  /**
   * No operation cancels an attempt: a car plugged in before `validUntilMs` may still begin, and is
   * stopped. `not-claimed` where its guest has left, until the start was claimed.
   */
  'charging.cancel': {
    input: z.strictObject({ startId: id }),
    output: z.object({ validUntilMs: z.number() }),
    modes: everyMode,
  },
  /** The guest shows that a session is theirs, by its code or its start's. Wrong codes slow down, over restarts too. */
  'charging.claim': {
    input: z.strictObject({ sessionId: id, code: z.string().regex(/^\d{4,8}$/) }),
    output: done,
    modes: guestOnly,
  },
  /** The guest shows that an open start is theirs. Tries count as with `charging.claim`. */
  'charging.claimStart': {
    input: z.strictObject({ startId: id, code: z.string().regex(/^\d{4,8}$/) }),
    output: done,
    modes: guestOnly,
  },
  /**
   * Stops (`remoteStop`) and follows until the platform says stopped. `id` is a session's, claimed
   * where it is protected, or that of a start by own card, after the same card was scanned again.
   */
  'charging.stop': {
    input: z.strictObject({ sessionId: id, requestId: id }),
    output: done,
    modes: guestOnly,
  },
  /** The guest has read the end of a start or a session: it is forgotten. */
  'charging.leave': {
    input: z.strictObject({ startId: id.nullable(), sessionId: id.nullable() }),
    output: done,
    modes: everyMode,
  },
  /**
   * What a reader scanned. A card starts at `connectorId` (`remoteStart`, type RFID), or claims the
   * start that it began. The tag is never answered, shown or logged.
   */
  'reader.scan': {
    input: z.strictObject({
      tag: z.string().min(4).max(64),
      connectorId: id.nullable(),
      requestId: id,
    }),
    output: z.discriminatedUnion('effect', [
      z.object({ effect: z.literal('started'), startId: z.string() }),
      z.object({ effect: z.literal('claimed'), startId: z.string() }),
      z.object({ effect: z.literal('unknown') }),
    ]),
    modes: guestOnly,
  },
  /** The connector with this EVSE ID, as a station's QR code or a person tells it; null when it is not of this site. */
  'site.find': {
    input: z.strictObject({ evseId: id }),
    output: z.object({ connectorId: z.string().nullable() }),
    modes: everyMode,
  },
  /** What the terminal itself knows of a charging point of this site: the platform is not asked again. */
  'site.station': {
    input: z.strictObject({ stationId: id }),
    output: knownStationSchema,
    modes: everyMode,
  },
  /** Pictures of a charging point of this site, as paths below the page's own origin. */
  'site.pictures': {
    input: z.strictObject({ stationId: id }),
    output: z.object({ paths: z.array(z.string()) }),
    modes: everyMode,
  },
  /** Prints the summary of a claimed session. */
  'receipt.print': {
    input: z.strictObject({ sessionId: id, language: z.string().max(20) }),
    output: done,
    modes: everyMode,
  },
  /** Opens the summary of a session that ended within a day, by its stop code. */
  'receipt.reopen': {
    input: z.strictObject({ connectorId: id, code: z.string().regex(/^\d{4,8}$/) }),
    output: z.object({ sessionId: z.string() }),
    modes: guestOnly,
  },
  /** The guest has gone: claims, scans and shown codes are forgotten. */
  'guest.left': { input: nothing, output: done, modes: guestOnly },
  /** The ask lane: a trusted operation by its id (see platform/generated/trusted.ts). */
  'platform.ask': {
    input: z.strictObject({
      id,
      variables: z.record(z.string().max(100), z.json()),
      /** In which texts are wanted that come in the reader's language; left out: as the platform has them. */
      language: languageTag.optional(),
    }),
    output: z.object({
      data: z.json(),
      errors: z.array(z.object({ message: z.string(), code: z.string().nullable() })),
    }),
    modes: everyMode,
  },
} as const
