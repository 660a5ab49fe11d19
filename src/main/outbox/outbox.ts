import type { Clock } from '#common/clock.ts'
import type { Log } from '#main/core/log.ts'
import type { Channel } from './channel.ts'
import { reasonOf } from './channel.ts'
import { LONGEST_PAUSE_MS, type Message, type Messages } from './messages.ts'

/** What leaves this terminal for people and other systems: on disk first, then sent until it has arrived. */
export interface Outbox {
  readonly messages: Messages
  /** Something was put, or is due sooner. */
  look(): void
  close(): void
}

const FIRST_PAUSE_MS = 10_000
const GIVEN_UP_AFTER_MS = 72 * 3_600_000
/** A try that takes longer has failed. */
const TIME_LIMIT_MS = 30_000
/** A message that is not due is looked for so late at most. */
const WAIT_MS = 10 * 60_000

/** The one rule: 10 s after the first try in vain, twice as long after each further one, an hour at most. */
export const pauseMs = (tries: number): number =>
  Math.min(FIRST_PAUSE_MS * 2 ** Math.min(tries, 20), LONGEST_PAUSE_MS)

interface OutboxDeps {
  messages: Messages
  channels: Readonly<Record<string, Channel>>
  clock: Clock
  log: Log
  /** For the audit trail. Must not throw. */
  givenUp(message: Pick<Message, 'id' | 'channel' | 'tries'>): void
}

/**
 * Sends what is due, one message after the other. What was under way when the program ended goes out again by
 * the same id: the other side knows it by that. After three days it is given up. Nothing is sent before `look`.
 */
export function createOutbox(deps: OutboxDeps): Outbox {
  const { messages, clock, log } = deps
  const names = Object.keys(deps.channels)
  const ending = new AbortController()
  let isBusy = false
  /** Asked to look while it was about to find nothing. */
  let isAsked = false
  let cancel = (): void => undefined

  const look = (): void => {
    isAsked = true
    if (isBusy || ending.signal.aborted) return
    isBusy = true
    isAsked = false
    cancel()
    void sendAllDue()
      .catch((error: unknown) => {
        if (!ending.signal.aborted) log.error({ error: String(error) }, 'the outbox cannot be read')
        return WAIT_MS
      })
      .then((nextMs) => {
        isBusy = false
        if (isAsked) look()
        else if (nextMs !== null && !ending.signal.aborted) cancel = clock.setTimer(nextMs, look)
      })
  }

  /** Answers when to look again (ms); null: nothing waits. */
  const sendAllDue = async (): Promise<number | null> => {
    giveUpOld(deps)
    for (let message = nextDue(); message !== null; message = nextDue())
      await handle(message, deps, ending.signal)
    return ending.signal.aborted ? null : messages.untilNextMs(names)
  }
  const nextDue = (): Message | null => (ending.signal.aborted ? null : messages.due(names))

  return {
    messages,
    look,
    close() {
      ending.abort()
      cancel()
    },
  }
}

function giveUpOld({ messages, log, givenUp }: OutboxDeps): void {
  for (const { id, channel, tries } of messages.olderThan(GIVEN_UP_AFTER_MS)) {
    messages.settle(id, 'given-up')
    log.error({ id, channel, tries }, 'a message was given up')
    givenUp({ id, channel, tries })
  }
}

/** One try. `ended`: the terminal closes, and nothing is written down any more. */
async function handle(message: Message, deps: OutboxDeps, ended: AbortSignal): Promise<void> {
  const { messages, channels, log } = deps
  const { id, channel, tries } = message
  const signal = AbortSignal.any([ended, AbortSignal.timeout(TIME_LIMIT_MS)])
  try {
    const body = await bodyOf(message, deps, { signal, ended })
    if (body === null) return
    await channels[channel]?.send({ ...message, body }, signal)
    // What arrived while this terminal ended is sent again by the next one.
    if (!ended.aborted) messages.settle(id, 'sent')
  } catch (error) {
    if (ended.aborted) return
    const delayMs = pauseMs(tries)
    messages.failed(id, delayMs)
    log.warn({ id, channel, tries: tries + 1, delayMs, reason: reasonOf(error) }, 'not delivered')
  }
}

/** On disk before it leaves, so that each try says the same. Null: not now. */
async function bodyOf(
  message: Message,
  { messages, channels }: OutboxDeps,
  { signal, ended }: { signal: AbortSignal; ended: AbortSignal },
): Promise<string | null> {
  const { id, channel, body } = message
  if (body !== null) return body
  const written = (await channels[channel]?.write?.(message, signal)) ?? 'drop'
  if (ended.aborted) return null
  if (written === 'wait') messages.postpone(id, WAIT_MS)
  else if (written === 'drop') messages.settle(id, 'dropped')
  else messages.write(id, written.body)
  return typeof written === 'string' ? null : written.body
}
