import type { AdjustableClock } from '#common/clock.ts'
import type { TerminalInfo } from '#contract/terminal.ts'
import type { AccountKeeper } from '#main/platform/account-keeper.ts'
import type { Desk } from '#main/desk/desk.ts'
import type { OpenOutside } from '#main/documents/documents.ts'
import type { AppServices } from '#main/services/app-services.ts'
import type { Emit } from '#main/core/emit.ts'
import type { Handlers } from '#main/ipc/dispatch.ts'
import type { KeptView } from '#main/core/kept-view.ts'
import type { Log } from '#main/core/log.ts'
import type { Fetch } from '#main/platform/http.ts'
import type { PrintPage } from '#main/receipt/receipts.ts'
import type { DeskSettings } from '#main/settings/desk-settings.ts'
import type { SiteLinkSettings } from '#main/settings/link-settings.ts'
import type { OutgoingSettings } from '#main/settings/outgoing-settings.ts'
import type { RulesStore } from '#main/settings/rules-store.ts'
import type { Vault } from '#main/settings/vault.ts'
import type { SiteSelection } from '#main/site/selection.ts'
import type { Pictures } from '#main/site/pictures.ts'
import type { ResolveHost } from '#main/site/public-address.ts'
import type { SystemVoice } from '#main/speech/system-voice.ts'
import type { Condition } from '#main/status/status.ts'

/** Where a terminal stands while it is shown. */
export interface TerminalContext {
  /** Told to the page: another number, another terminal. */
  readonly generation: number
  /** The live model's revisions go on here, with a gap: nobody takes one terminal's for another's. */
  readonly firstRevision: number
  /** Reaches the page only as long as this terminal is shown. */
  readonly emit: Emit
}

/** What never changes while a terminal is shown. */
export type Facts = Omit<
  TerminalInfo,
  'mode' | 'generation' | 'desk' | 'deskRules' | 'clock' | 'trouble' | 'hasSettingsFault'
>

export interface TerminalDeps {
  clock: AdjustableClock
  log: Log
  fetch: Fetch
  /** For the addresses of pictures. */
  resolveHost: ResolveHost
  /** Nothing says where its platform is: it asks nobody, and says so. */
  notSetUp?: boolean
  /** Tells it from all other terminals. */
  terminalId: string
  vault: Vault
  /** Whom the terminal signs in as. */
  accounts: AccountKeeper
  /** Null: the account's first site. */
  choice: SiteSelection | null
  /** The key of the stop codes, where the operator says it. */
  stopCodeKey?: string | null
  /** Where ledger and last snapshot lie. */
  dataDir: string
  /** The operator's rules for guests. */
  rules: RulesStore
  desk: Desk
  deskSettings: DeskSettings
  /** What leaves for people and other systems; left out: nothing does. */
  outgoing?: OutgoingSettings
  /** How the terminals of the site hear of each other; left out: it stands alone. */
  link?: SiteLinkSettings
  services: AppServices
  printPage: PrintPage
  /** Null in kiosk mode. */
  openOutside: OpenOutside | null
  facts: Facts
  context: TerminalContext
  /** The renderer's answer to a probe. */
  onAlive: (probe: number, painted: boolean) => void
  /** Speaks to guests where the page has no voice. */
  voice: SystemVoice
  /** What the page shows, for the window that takes its place. */
  view: KeptView
  /** The board is live for the first time. */
  onFirstLive: () => void
}

export interface Terminal {
  handlers: Handlers
  /** For the outside: status file and metrics. */
  condition: () => Condition
  /** A picture of the site by its id: what the page may show of it. */
  picture: Pictures['read']
  start: () => void
  /** Tells the page what it sees now: another terminal was there before. */
  announce: () => void
  /** The machine's own link came, went or changed. */
  linkChanged: () => void
  close: () => void
}
