import { fullNumber } from '#common/plug-number.ts'
import type { LiveModel } from '#contract/live.ts'
import { firstSummary, nextSummary } from '#main/charging/sessions/summary.ts'
import type { HistorySession } from '#main/desk/sessions/history.ts'
import { CommandError, failureOf } from '#main/core/errors.ts'
import { chargelogReading } from '#main/site/readings.ts'
import { connectorNumber, isSumFinal, stationName } from '#platform/session-history.ts'
import { sessionStatus } from '#platform/session-status.ts'
import type { Picture } from '#main/core/picture.ts'
import { receiptPage } from './receipt-page.ts'
import { untoldPlace, type ToldPlace } from '#main/site/told-place.ts'

/** Prints a page of HTML without asking. Throws a CommandError `no-printer`. */
export type PrintPage = (page: string) => Promise<void>

export interface Receipts {
  /**
   * Prints the summary of a session that this guest has opened; taps while it prints are one. Throws
   * a CommandError: `session-gone`, `not-claimed`, `invalid` while there is no summary, `no-printer`.
   */
  print(request: { sessionId: string; language: string }): Promise<void>
  /**
   * Prints the receipt of any session of the account that has ended, as the platform has it now.
   * Throws a CommandError: `session-gone`, `invalid` while it runs, `no-printer`; or a PlatformError.
   */
  printAny(request: { sessionId: string; language: string }): Promise<void>
}

interface ReceiptDeps {
  model(): LiveModel
  timeZone: string
  printPage: PrintPage
  /** The operator's logo as it is now; null: none. */
  logo(): Picture | null
  /** By the charging point's id; never rejects. */
  station(stationId: string): Promise<ToldPlace>
  printed(sessionId: string): void
  /** Null when the platform does not know it. */
  session(sessionId: string): Promise<HistorySession | null>
  /** Of amounts that name none; null where nobody names one. */
  currency(): Promise<string | null>
  /** Epoch ms of the platform's clock. */
  platformNowMs(): number
}

export function createReceipts(deps: ReceiptDeps): Receipts {
  const printing = new Map<string, Promise<void>>()

  /** Taps while it prints are one. */
  const once = (sessionId: string, print: () => Promise<void>): Promise<void> => {
    const underWay = printing.get(sessionId)
    if (underWay) return underWay
    const printed = print().finally(() => printing.delete(sessionId))
    printing.set(sessionId, printed)
    return printed
  }

  return {
    print: ({ sessionId, language }) =>
      once(sessionId, async () => {
        await deps.printPage(await guestPage(deps, sessionId, language))
        deps.printed(sessionId)
      }),
    printAny: ({ sessionId, language }) =>
      once(sessionId, async () => deps.printPage(await deskPage(deps, sessionId, language))),
  }
}

/** The page of a session that this guest has opened. */
async function guestPage(deps: ReceiptDeps, sessionId: string, language: string): Promise<string> {
  const { site, sessions, connectors } = deps.model()
  const session = sessions.find(({ id }) => id === sessionId)
  if (!session) throw new CommandError(failureOf('session-gone', 'No such session here.'))
  if (!session.claimed) {
    throw new CommandError(failureOf('not-claimed', 'The session was not opened by its code.'))
  }
  const { summary } = session
  if (!summary) throw new CommandError(failureOf('invalid', 'The session has no summary yet.'))
  const connector = connectors.find(({ id }) => id === session.connectorId)
  return receiptPage({
    siteName: site?.label ?? '',
    logo: deps.logo(),
    station: connector ? await deps.station(connector.stationId) : untoldPlace,
    connectorNumber: connector ? fullNumber(connector) : '',
    evseId: connector?.evseId ?? null,
    sessionId,
    summary,
    language,
    timeZone: deps.timeZone,
  })
}

/** The page of any session, as the platform knows it now. */
async function deskPage(deps: ReceiptDeps, sessionId: string, language: string): Promise<string> {
  const parts = await deps.session(sessionId)
  if (!parts) throw new CommandError(failureOf('session-gone', 'No such session.'))
  if (sessionStatus(parts.status) !== 'stopped') {
    throw new CommandError(failureOf('invalid', 'The session has not ended yet.'))
  }
  const { site, sessions, connectors } = deps.model()
  const { connector } = parts
  const followed = sessions.find(({ id }) => id === sessionId)
  const known = connectors.find(({ id }) => id === connector.id)
  const initial = firstSummary(chargelogReading(parts, 0), 0)
  const lacksCurrency = parts.cost !== null && parts.cost.currency === null
  const currency = lacksCurrency ? await deps.currency() : null
  const isFinal = known?.freeOfCharge === true || isSumFinal(parts, deps.platformNowMs())
  return receiptPage({
    siteName: (known && site?.label) ?? stationName(connector) ?? '',
    logo: deps.logo(),
    station: known ? await deps.station(known.stationId) : untoldPlace,
    connectorNumber: known ? fullNumber(known) : connectorNumber(connector),
    evseId: known?.evseId ?? null,
    sessionId,
    summary: followed?.summary ?? nextSummary(initial, parts, isFinal, currency),
    language,
    timeZone: deps.timeZone,
  })
}
