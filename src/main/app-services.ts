import type { Clock } from '#common/clock.ts'
import type { Desk } from './desk/desk.ts'
import type { LogoFault } from '#contract/system.ts'
import type { Emit } from './ipc/bridge.ts'
import type { KeptView } from './kept-view.ts'
import type { Log } from './log.ts'
import type { OpenOutside } from './documents/documents.ts'
import type { Fetch } from './platform/http.ts'
import type { Provisioned } from './provision/source.ts'
import type { PrintPage } from './receipt/receipts.ts'
import type { Picture } from './site/picture-file.ts'
import type { ResolveHost } from './site/public-address.ts'
import type { SettingsStore } from './settings/settings-store.ts'
import type { OpenStore } from './settings/settings.ts'
import type { ResolvedSettings } from './settings/resolved.ts'
import type { SafeStorage, Vault } from './settings/vault.ts'
import type { Setup } from './setup/setup.ts'

/** What the host gives to a terminal. */
export interface Host {
  version: string
  isElectron: boolean
  argv: string[]
  env: NodeJS.ProcessEnv
  openStore: OpenStore
  fetch: Fetch
  /** The addresses that a host name stands for. */
  resolveHost: ResolveHost
  safeStorage: SafeStorage
  log: Log
  /** The machine's own clock. */
  clock: Clock
  emit: Emit
  /** Hands a link to the system's own program for it. */
  openOutside: OpenOutside
  /** `printer`: the system's name of it, null for its default one; `folder`: for receipts as files. */
  printerOf: (where: { printer: string | null; folder: string }) => PrintPage
  /** The renderer's answer to a probe. */
  onAlive: (probe: number, painted: boolean) => void
  /** What the page shows, for the window that takes its place. */
  view: KeptView
  /** Ends the program, or ends it and begins anew. */
  quit(): void
  relaunch(): void
}

/** What lives as long as the process, whichever terminal is active. */
export interface AppServices {
  readonly desk: Desk
  /** What is in force now. */
  resolved(): ResolvedSettings
  readonly settings: SettingsStore
  /** The wizard's draft. */
  readonly setup: Setup
  /** The provisioning file as it was read last. */
  provisioned(): Provisioned
  readonly vault: Pick<Vault, 'persistent' | 'kind'>
  readonly homeDir: string
  /** The operator's logo, as it was read when the settings were taken up. */
  logo: () => Picture | null
  /** Why one that is set cannot be shown. */
  logoFault: () => LogoFault | null
  /**
   * Reads all settings again and replaces the terminal; in training when that ends.
   * Starts go on: the ledger keeps them. Throws a CommandError `settings-unusable` or `storage`; then
   * nothing has changed.
   */
  applySettings(): Promise<void>
  isTraining(): boolean
  /** Shows the simulator, with a data folder of its own. */
  enterTraining(): Promise<void>
  /** Shows the site again, with the settings as they are now. Throws as `applySettings`. */
  leaveTraining(): Promise<void>
  /** Ends the program, or ends it and begins anew. */
  quit(): void
  relaunch(): void
}
