import { randomUUID } from 'node:crypto'
import type { Messages } from '#main/outbox/messages.ts'
import { cloudEvent, sourceOf } from '#main/outbox/webhook.ts'
import type { Database } from '#main/storage/database.ts'
import type { AlertNews } from './alert.ts'
import type { AlertStore } from './alert-store.ts'
import { alertLetter, type AlertPlace } from './alert-words.ts'

/** The ways that alerts go. */
export const ALERT_WEBHOOK = 'alert-webhook'
export const ALERT_MAIL = 'alert-mail'

/** After a message the next one waits so long: what comes meanwhile is in it, too. */
export const DIGEST_MS = 10 * 60_000

/**
 * Puts all news into one message for each way, unless one was put within ten minutes. Both or neither are on
 * disk when it returns, and then they are told. Throws a CommandError `storage`.
 */
export function putAlertMessages(deps: {
  database: Database
  store: AlertStore
  messages: Messages
  ways: readonly string[]
  place: AlertPlace
  terminalId: string
  nowMs: number
}): boolean {
  const { database, store, messages, ways, nowMs } = deps
  const news = store.news()
  if (news.length === 0 || ways.some((way) => isRecent(messages.lastPutAtMs(way), nowMs)))
    return false
  const id = randomUUID()
  database.together(() => {
    for (const channel of ways) {
      const body = channel === ALERT_MAIL ? letterOf(news, deps) : eventOf(id, news, deps)
      messages.put({ id: channel === ALERT_MAIL ? `${id}-mail` : id, channel, body })
    }
    store.told()
  })
  return true
}

const isRecent = (atMs: number | null, nowMs: number): boolean =>
  atMs !== null && atMs <= nowMs && nowMs - atMs < DIGEST_MS

const letterOf = (news: readonly AlertNews[], { place }: { place: AlertPlace }): string =>
  JSON.stringify(alertLetter(news, place))

function eventOf(
  id: string,
  news: readonly AlertNews[],
  of: { place: AlertPlace; terminalId: string; nowMs: number },
): string {
  const { place, terminalId, nowMs } = of
  const alerts = news.map(({ state, kind, facts, sinceMs, atMs }) => ({
    ...{ state, kind, facts },
    since: new Date(sinceMs).toISOString(),
    at: new Date(atMs).toISOString(),
  }))
  const data = { site: place.site, terminal: place.terminal, alerts }
  return cloudEvent({
    ...{ id, source: sourceOf(terminalId), type: 'forecourt.alerts', atMs: nowMs, data },
  })
}
