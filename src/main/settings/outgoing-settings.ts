import type { OptionProblem } from './option-flags.ts'
import { mailServerOf, type MailServer } from './mail-server.ts'
import { readSection } from './section.ts'
import type { ProvisionedSettings } from './settings-table.ts'
import { isSettings, type SettingsValues } from './settings.ts'

/** Where signed messages are posted to. */
export interface Webhook {
  readonly url: string
  /** `whsec_…`, as Standard Webhooks has it. */
  readonly secret: string
}

/** The mail server, and who writes to whom. */
export interface MailSettings extends MailServer {
  readonly user: string | null
  readonly password: string | null
  readonly from: string
  readonly to: readonly string[]
}

/** What leaves this terminal for people and other systems; null: nothing does by this way. */
export interface OutgoingSettings {
  readonly alertWebhook: Webhook | null
  readonly alertMail: MailSettings | null
  /** Plugs out of order and a silent platform are told after this time (ms). */
  readonly alertAfterMs: number
  /** So many starts that fail one after the other are told. */
  readonly failedStarts: number
  readonly sessionEnd: Webhook | null
  /** Settings that lack others, and are off: their names. */
  readonly incomplete: readonly string[]
}

const MINUTE_MS = 60_000

/** Reads sections `alerts` and `integrations` of the settings file with what the provisioning file says instead. */
export function readOutgoingSettings(
  values: SettingsValues,
  provision: Pick<ProvisionedSettings, 'alerts' | 'integrations'> | null,
): { settings: OutgoingSettings; problems: OptionProblem[] } {
  const { webhookSecret, mailPassword, ...saidOfAlerts } = provision?.alerts ?? {}
  const { sessionEndSecret, ...saidOfEnds } = provision?.integrations ?? {}
  const alerts = readSection('alerts', both(values['alerts'], saidOfAlerts))
  const ends = readSection('integrations', both(values['integrations'], saidOfEnds))
  const { webhook, mailServer, mailFrom, mailTo, mailUser, afterMinutes } = alerts.values
  const { sessionEnd } = ends.values
  const alertWebhook = webhookOf(webhook, webhookSecret)
  const server = mailServer === null ? null : mailServerOf(mailServer)
  const alertMail =
    server === null || mailFrom === null || mailTo === null
      ? null
      : { ...server, user: mailUser, password: mailPassword ?? null, from: mailFrom, to: mailTo }
  const ended = webhookOf(sessionEnd, sessionEndSecret)
  const incomplete = [
    ...(webhook !== null && alertWebhook === null ? ['alerts.webhook'] : []),
    ...(mailServer !== null && alertMail === null ? ['alerts.mailServer'] : []),
    ...(sessionEnd !== null && ended === null ? ['integrations.sessionEnd'] : []),
  ]
  const settings = {
    ...{ alertWebhook, alertMail, sessionEnd: ended, incomplete },
    alertAfterMs: afterMinutes * MINUTE_MS,
    failedStarts: alerts.values.failedStarts,
  }
  return { settings, problems: [...alerts.problems, ...ends.problems] }
}

const webhookOf = (url: string | null, secret: string | undefined): Webhook | null =>
  url === null || secret === undefined ? null : { url, secret }

/** A section of the settings file with what the provisioning file says instead. */
export function both(section: unknown, provisioned: SettingsValues | undefined): unknown {
  return provisioned && (isSettings(section) || section === undefined)
    ? { ...section, ...provisioned }
    : section
}
