import { z } from 'zod'
import { startOptionSchema } from './charging.ts'
import { liveModelSchema } from './live.ts'
import { modeSchema, terminalInfoSchema, type Mode } from './terminal.ts'

const id = z.string().min(1).max(200)
const nothing = z.strictObject({})
const done = z.null()
const everyMode: readonly Mode[] = modeSchema.options

/**
 * Every command of the bridge: what goes in, what comes out, and the modes that may use it.
 * `requestId` makes a command safe to repeat: the same id is carried out once.
 */
export const commands = {
  'terminal.info': { input: nothing, output: terminalInfoSchema, modes: everyMode },
  /** Somebody touched the screen: keeps the pace up and refreshes at once when the link is lost. */
  'terminal.touched': { input: nothing, output: done, modes: everyMode },
  /** The answer to the event `probe`; `painted` says that the screen has content. */
  'terminal.alive': {
    input: z.strictObject({ probe: z.number().int(), painted: z.boolean() }),
    output: done,
    modes: everyMode,
  },
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
    output: z.object({ options: z.array(startOptionSchema), asOfMs: z.number() }),
    modes: everyMode,
  },
  /** Starts (`attemptRemoteStart`), after the connector was read again. */
  'charging.start': {
    input: z.strictObject({ connectorId: id, optionId: id, requestId: id }),
    output: z.object({ startId: z.string() }),
    modes: everyMode,
  },
  /** No operation cancels an attempt: a car plugged in before `validUntilMs` may still begin, and is stopped. */
  'charging.cancel': {
    input: z.strictObject({ startId: id }),
    output: z.object({ validUntilMs: z.number() }),
    modes: everyMode,
  },
  /** Stops (`remoteStop`) and follows until the platform says stopped. */
  'charging.stop': {
    input: z.strictObject({ sessionId: id, requestId: id }),
    output: done,
    modes: everyMode,
  },
  /** The guest has read the end of a start or a session: it is forgotten. */
  'charging.leave': {
    input: z.strictObject({ startId: id.nullable(), sessionId: id.nullable() }),
    output: done,
    modes: everyMode,
  },
  /** The ask lane: a trusted operation by its id (see platform/generated/trusted.ts). */
  'platform.ask': {
    input: z.strictObject({
      id,
      variables: z.record(z.string().max(100), z.json()),
    }),
    output: z.object({
      data: z.json(),
      errors: z.array(z.object({ message: z.string(), code: z.string().nullable() })),
    }),
    modes: everyMode,
  },
} as const

export type CommandName = keyof typeof commands
export type CommandInput<N extends CommandName> = z.infer<(typeof commands)[N]['input']>
export type CommandOutput<N extends CommandName> = z.infer<(typeof commands)[N]['output']>
