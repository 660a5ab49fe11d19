import path from 'node:path'
import type { AdjustableClock } from '#common/clock.ts'
import { openAccountKeeper } from '#main/platform/account-keeper.ts'
import type { GuestRules } from '#main/settings/guest-settings.ts'
import { defaultGuestRules } from '#test/support/guest-rules.ts'
import { openDesk, type Desk } from '#main/desk/desk.ts'
import type { AppServices } from '#main/services/app-services.ts'
import { createKeptView } from '#main/core/kept-view.ts'
import type { Emit } from '#main/core/emit.ts'
import type { Log } from '#main/core/log.ts'
import type { Fetch } from '#main/platform/http.ts'
import type { Account } from '#main/platform/sign-in.ts'
import type { PrintPage } from '#main/receipt/receipts.ts'
import type { SiteLinkSettings } from '#main/settings/link-settings.ts'
import type { OutgoingSettings } from '#main/settings/outgoing-settings.ts'
import { createRulesStore } from '#main/settings/rules-store.ts'
import type { Vault } from '#main/settings/vault.ts'
import { createSetup } from '#main/setup/setup.ts'
import type { SiteSelection } from '#main/site/selection.ts'
import { createTerminal } from '#main/app/terminal.ts'
import type { Terminal } from '#main/app/terminal-deps.ts'

/** Where a core lives. */
export interface CorePlace {
  clock: AdjustableClock
  log: Log
  fetch: Fetch
  vault: Vault
  dataDir: string
}

export interface CoreOptions extends CorePlace {
  terminalId?: string
  /** Whom it signs in as. */
  configured: Account
  choice: SiteSelection | null
  desk: Desk
  emit: Emit
  /** What differs from the default rules. */
  rules?: Partial<GuestRules>
  printPage?: PrintPage
  /** What leaves for people and other systems. Default: nothing. */
  outgoing?: OutgoingSettings
  /** How it hears of the other terminals of the site. Default: not at all. */
  link?: SiteLinkSettings
}

const deskSettings = {
  lockAfterMs: 300_000,
  withoutInvoice: 'manager' as const,
  idleAlertMs: 1_800_000,
  keepNotesMs: 90 * 86_400_000,
  keepAuditMs: 1095 * 86_400_000,
}

const guest = {
  ...{ languages: ['en' as const], deskPhone: null, reader: true, dimAfterMs: null },
  nightLevel: 1,
  speech: 'aloud' as const,
  sounds: true,
  takeAlong: true,
  moreTime: 1 as const,
  theme: 'auto' as const,
}

export function openCoreDesk({ dataDir, vault, log, clock }: CorePlace): Promise<Desk> {
  return openDesk({
    ...{ vault, log, clock },
    file: path.join(dataDir, 'desk.db'),
    settings: () => deskSettings,
    isUnset: () => false,
  })
}

/** The whole terminal but its window, without a settings file. It is not started yet. */
export async function openCore(options: CoreOptions): Promise<Terminal> {
  const { clock, log, fetch, vault, dataDir, configured, choice, desk, emit } = options
  return createTerminal({
    ...{ clock, log, fetch, vault, dataDir, choice, desk, deskSettings },
    ...(options.outgoing && { outgoing: options.outgoing }),
    ...(options.link && { link: options.link }),
    terminalId: options.terminalId ?? 'terminal',
    resolveHost: () => Promise.resolve([]),
    accounts: await openAccountKeeper({ vault, configured, log }),
    rules: createRulesStore({ ...defaultGuestRules, ...options.rules }, null),
    services: servicesOf(options),
    printPage: options.printPage ?? (() => Promise.resolve()),
    openOutside: null,
    facts: {
      ...{
        version: '0',
        host: 'stand-in',
        demo: false,
        training: false,
        kiosk: false,
        keyboard: 'auto',
        language: 'en',
      },
      ...{ timeZone: 'UTC', opensOutside: false, guest },
      branding: { name: null, accent: null, hasLogo: false, plan: null },
    },
    context: { generation: 1, firstRevision: 0, emit },
    onAlive: () => undefined,
    voice: { say: () => false, stop: () => undefined },
    view: createKeptView(() => 0),
    onFirstLive: () => undefined,
  })
}

function servicesOf({ desk, vault, dataDir, fetch, clock, log }: CoreOptions): AppServices {
  const noFile = (): never => {
    throw new Error('this terminal has no settings file')
  }
  return {
    ...{ desk, vault, homeDir: dataDir },
    resolved: noFile,
    settings: {
      read: () => Promise.resolve().then(noFile),
      shown: () => ({ values: {}, fixed: {}, fields: [] }),
      write: () => Promise.resolve().then(noFile),
    },
    provisioned: () => ({
      file: null,
      document: null,
      isLastGood: false,
      faults: [],
      warnings: [],
    }),
    installedVersion: () => null,
    logo: () => null,
    logoFault: () => null,
    ...{ plan: () => null, planFault: () => null },
    applySettings: () => Promise.resolve(),
    setup: createSetup({
      ...{ fetch, clock, log },
      begin: () => ({}),
      machineTimeZone: () => 'UTC',
      leastDigits: () => 4,
      protectsSecrets: () => true,
      exportDraft: () => Promise.resolve({ file: '', logo: null, variables: [] }),
      applyDraft: () => Promise.resolve(),
    }),
    isTraining: () => false,
    enterTraining: () => Promise.resolve(),
    leaveTraining: () => Promise.resolve(),
    quit: () => undefined,
    relaunch: () => undefined,
  }
}
