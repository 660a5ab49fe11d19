import path from 'node:path'
import { ALERT_MAIL, ALERT_WEBHOOK } from '#main/alerts/alert-messages.ts'
import { createAlerts, type Alerts } from '#main/alerts/alerts.ts'
import { conditionsOf, type Sight } from '#main/alerts/conditions.ts'
import { createSessionEnds, SESSION_END, writeSessionEnd } from '#main/integrations/session-end.ts'
import type { Channel } from '#main/outbox/channel.ts'
import { mailSender } from '#main/outbox/mail.ts'
import { createMessages } from '#main/outbox/messages.ts'
import { openOutboxFile } from '#main/outbox/outbox-file.ts'
import { createOutbox, type Outbox } from '#main/outbox/outbox.ts'
import { webhookSender } from '#main/outbox/webhook.ts'
import type { OutgoingWay } from '#contract/system.ts'
import type { Log } from '#main/core/log.ts'
import type { OutgoingSettings } from '#main/settings/outgoing-settings.ts'
import type { TerminalDeps } from './terminal-deps.ts'
import type { TerminalParts } from './terminal-parts.ts'

/** What leaves this terminal for people and other systems. */
export interface Outgoing {
  /** From now on it looks for trouble, and sends what waits. */
  start(): void
  /** Null: nobody is told of anything. */
  readonly alerts: Pick<Alerts, 'test'> | null
  /** How each way stands, for the desk. */
  ways(): OutgoingWay[]
  close(): void
}

/** Null where nothing is to leave. Throws a CommandError `storage`. */
export function openOutgoing(
  deps: TerminalDeps,
  of: { sight: () => Sight; siteName: () => string; parts: TerminalParts },
): Outgoing | null {
  const { clock, log, outgoing: settings } = deps
  for (const name of settings?.incomplete ?? [])
    log.warn({ name }, 'a setting lacks another that it needs, and is off')
  if (!settings) return null
  const channels = channelsOf(settings, deps, of)
  if (Object.keys(channels).length === 0) return null
  const database = openOutboxFile(path.join(deps.dataDir, 'outbox.db'), (asideFile) => {
    log.error({ asideFile }, 'the outbox was damaged: it is set aside, a new one is begun')
  })
  const messages = createMessages(database, clock)
  const outbox = createOutbox({
    ...{ messages, channels, clock, log },
    givenUp({ id, channel, tries }) {
      const details = { channel, tries: String(tries) }
      deps.desk.audit.note({ action: 'outbox.given-up', subject: id, details })
    },
  })
  if (SESSION_END in channels) hearEnds(of.parts, outbox, log)
  const ways = [ALERT_WEBHOOK, ALERT_MAIL].filter((way) => way in channels)
  const { language, timeZone } = deps.facts
  let alerts: Alerts | null = null
  const openAlerts = (): Alerts =>
    createAlerts({
      ...{ database, messages, ways, clock, log, terminalId: deps.terminalId, put: outbox.look },
      place: () => ({ site: of.siteName(), terminal: deps.terminalId, language, timeZone }),
      conditions: () => conditionsOf(of.sight(), settings),
    })
  return {
    start() {
      if (ways.length > 0) alerts = openAlerts()
      outbox.look()
    },
    alerts: ways.length === 0 ? null : { test: () => alerts?.test() },
    ways: () => waysOf(settings).map((way) => ({ ...way, ...messages.standing(way.way) })),
    close() {
      alerts?.close()
      outbox.close()
      database.close()
    },
  }
}

/** Each way that is settled, and where it leads. */
function waysOf({
  alertWebhook,
  alertMail,
  sessionEnd,
}: OutgoingSettings): Pick<OutgoingWay, 'way' | 'to'>[] {
  const hostOf = (url: string): string => new URL(url).host
  return [
    ...(alertWebhook ? [{ way: ALERT_WEBHOOK, to: hostOf(alertWebhook.url) } as const] : []),
    ...(alertMail ? [{ way: ALERT_MAIL, to: alertMail.to.join(', ') } as const] : []),
    ...(sessionEnd ? [{ way: SESSION_END, to: hostOf(sessionEnd.url) } as const] : []),
  ]
}

function channelsOf(
  { alertWebhook, alertMail, sessionEnd }: OutgoingSettings,
  { fetch, clock, terminalId }: Pick<TerminalDeps, 'fetch' | 'clock' | 'terminalId'>,
  of: { siteName: () => string; parts: TerminalParts },
): Record<string, Channel> {
  const { platform, sessions, skewMs } = of.parts
  const write = writeSessionEnd({
    ...{ platform, records: sessions.records, siteName: of.siteName, terminalId },
    platformNowMs: () => clock.now() + skewMs(),
    nowMs: clock.now,
  })
  return {
    ...(alertWebhook && {
      [ALERT_WEBHOOK]: { send: webhookSender(alertWebhook, { fetch, clock }) },
    }),
    ...(alertMail && { [ALERT_MAIL]: { send: mailSender(alertMail) } }),
    ...(sessionEnd && {
      [SESSION_END]: { write, send: webhookSender(sessionEnd, { fetch, clock }) },
    }),
  }
}

/** Each session with a booking is waited for from then on. */
function hearEnds({ sessions }: TerminalParts, outbox: Outbox, log: Log): void {
  const ends = createSessionEnds(outbox.messages, outbox.look)
  const quietly = (put: () => void): void => {
    try {
      put()
    } catch (error) {
      log.error({ error: String(error) }, 'the end of a session cannot be told')
    }
  }
  sessions.listen({
    booked: (sessionId) => {
      quietly(() => {
        ends.booked(sessionId)
      })
    },
    ended: (sessionId) => {
      quietly(() => {
        ends.ended(sessionId)
      })
    },
  })
}
