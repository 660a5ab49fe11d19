import type { LiveModel } from '#contract/live.ts'
import { CommandError, failureOf } from '#main/errors.ts'
import { receiptPage } from './receipt-page.ts'

/** Prints a page of HTML without asking. Throws a CommandError `no-printer`. */
export type PrintPage = (page: string) => Promise<void>

export interface Receipts {
  /**
   * Prints the summary of a session that this guest has opened; taps while it prints are one. Throws
   * a CommandError: `session-gone`, `not-claimed`, `invalid` while there is no summary, `no-printer`.
   */
  print(request: { sessionId: string; language: string }): Promise<void>
}

export function createReceipts(deps: {
  model(): LiveModel
  timeZone: string
  printPage: PrintPage
  printed(sessionId: string): void
}): Receipts {
  const printing = new Map<string, Promise<void>>()

  const pageOf = (sessionId: string, language: string): string => {
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
      connectorNumber: connector?.number ?? '',
      summary,
      language,
      timeZone: deps.timeZone,
    })
  }

  return {
    async print({ sessionId, language }) {
      const page = pageOf(sessionId, language)
      const underWay = printing.get(sessionId)
      if (underWay) return underWay
      const print = deps.printPage(page).finally(() => printing.delete(sessionId))
      printing.set(sessionId, print)
      await print
      deps.printed(sessionId)
    },
  }
}
