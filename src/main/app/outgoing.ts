import path from 'node:path'
import { ALERT_MAIL, ALERT_WEBHOOK } from '#main/alerts/alert-messages.ts'
import { createAlerts, type Alerts } from '#main/alerts/alerts.ts'
import { conditionsOf, type Sight } from '#main/alerts/conditions.ts'
import type { Channel } from '#main/outbox/channel.ts'
import { mailSender } from '#main/outbox/mail.ts'
import { createMessages } from '#main/outbox/messages.ts'
import { openOutboxFile } from '#main/outbox/outbox-file.ts'
import { createOutbox } from '#main/outbox/outbox.ts'
import { webhookSender } from '#main/outbox/webhook.ts'
import type { OutgoingSettings } from '#main/settings/outgoing-settings.ts'
import type { TerminalDeps } from './terminal-deps.ts'

/** What leaves this terminal for people and other systems. */
export interface Outgoing {
  /** From now on it looks for trouble, and sends what waits. */
  start(): void
  /** Null: nobody is told of anything. */
  readonly alerts: Pick<Alerts, 'test'> | null
  close(): void
}

/** Null where nothing is to leave. Throws a CommandError `storage`. */
export function openOutgoing(
  deps: TerminalDeps,
  of: { sight: () => Sight; siteName: () => string },
): Outgoing | null {
  const { clock, log, outgoing: settings } = deps
  for (const name of settings?.incomplete ?? [])
    log.warn({ name }, 'a setting lacks another that it needs, and is off')
  if (!settings) return null
  const channels = channelsOf(settings, deps)
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
    close() {
      alerts?.close()
      outbox.close()
      database.close()
    },
  }
}

function channelsOf(
  { alertWebhook, alertMail }: OutgoingSettings,
  { fetch, clock }: Pick<TerminalDeps, 'fetch' | 'clock'>,
): Record<string, Channel> {
  return {
    ...(alertWebhook && {
      [ALERT_WEBHOOK]: { send: webhookSender(alertWebhook, { fetch, clock }) },
    }),
    ...(alertMail && { [ALERT_MAIL]: { send: mailSender(alertMail) } }),
  }
}
