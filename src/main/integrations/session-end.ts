import type { Channel, Written } from '#main/outbox/channel.ts'
import { DeliveryError } from '#main/outbox/channel.ts'
import type { Message, Messages } from '#main/outbox/messages.ts'
import { cloudEvent, sourceOf } from '#main/outbox/webhook.ts'
import { sumOf } from '#main/desk/sessions/export-row.ts'
import { historySession, type HistorySession } from '#main/desk/sessions/history.ts'
import type { SessionRecords } from '#main/desk/sessions/session-records.ts'
import type { Platform } from '#main/platform/platform.ts'
import { timeOf } from '#main/site/static.ts'
import { grossAmount } from '#platform/cost.ts'
import { linkOf } from '#platform/link.ts'
import { connectorNumber, isSumFinal, stationName } from '#platform/session-history.ts'
import { sessionStatus } from '#platform/session-status.ts'

/** The way that ends of charges for a booking go. */
export const SESSION_END = 'session-end'

const PREFIX = 'ended-'
/** A webhook's id has no full stop in it. */
const idOf = (sessionId: string): string =>
  PREFIX + encodeURIComponent(sessionId).replaceAll('.', '%2E')
const sessionOf = ({ id }: Pick<Message, 'id'>): string =>
  decodeURIComponent(id.slice(PREFIX.length))

/** Sessions whose end the house's systems are to hear of. Methods throw a CommandError `storage`. */
export interface SessionEnds {
  /** A session has a booking reference: on disk when it returns, long before it ends. */
  booked(sessionId: string): void
  /** It has stopped: its sum is asked for now. */
  ended(sessionId: string): void
}

export const createSessionEnds = (messages: Messages, look: () => void): SessionEnds => ({
  booked(sessionId) {
    if (messages.put({ id: idOf(sessionId), channel: SESSION_END, body: null })) look()
  },
  ended(sessionId) {
    messages.hurry(idOf(sessionId))
    look()
  },
})

interface Deps {
  platform: Platform
  records: Pick<SessionRecords, 'notes'>
  siteName(): string
  terminalId: string
  /** Epoch ms of the platform's clock. */
  platformNowMs(): number
  nowMs(): number
}

/** Writes what is sent, once the session has stopped and its sum is final. */
export const writeSessionEnd =
  (deps: Deps): NonNullable<Channel['write']> =>
  async (message): Promise<Written> => {
    const sessionId = sessionOf(message)
    const [note] = deps.records.notes([sessionId])
    // Staff took it away again.
    if (!note || note.bookingReference === null) return 'drop'
    const session = await historySession(deps.platform, sessionId)
    if (!session) throw new DeliveryError('the session is not known')
    if (sessionStatus(session.status) !== 'stopped') return 'wait'
    if (session.dateEnd !== null && !isSumFinal(session, deps.platformNowMs())) return 'wait'
    const data = {
      ...{ sessionId, bookingReference: note.bookingReference, site: deps.siteName() || null },
      ...toldOf(session),
    }
    const { terminalId, nowMs } = deps
    const type = 'forecourt.session.ended'
    const event = { id: message.id, source: sourceOf(terminalId), type, subject: sessionId }
    return { body: cloudEvent({ ...event, atMs: Math.round(nowMs()), data }) }
  }

/** What the platform told; null where it did not. Only `net` and `tax` are added up, from lines that all tell theirs. */
function toldOf(session: HistorySession) {
  const { connector, cost, accountDocument: document } = session
  const lines = (cost?.costItems ?? []).filter((line) => line !== null)
  return {
    plug: {
      number: connectorNumber(connector) || null,
      evseId: connector.evseId,
      station: stationName(connector),
    },
    startedAt: iso(session.dateStart),
    endedAt: iso(session.dateEnd),
    energyKWh: session.energyConsumption,
    rate: session.rateName,
    cost: cost && {
      currency: cost.currency,
      net: sumOf(lines.map(({ netAmount }) => netAmount)),
      tax: sumOf(lines.map(({ taxAmount }) => taxAmount)),
      gross: grossAmount(cost),
      lines: lines.map(({ description, netAmount, taxRate, taxAmount, grossAmount: gross }) => ({
        ...{ description, net: netAmount, taxRatePercent: taxRate, tax: taxAmount, gross },
      })),
    },
    invoice: document && { title: document.title, url: linkOf(document.downloadLink) },
  }
}

function iso(text: string | null): string | null {
  const ms = timeOf(text)
  return ms === null ? null : new Date(ms).toISOString()
}
