import type { Desk } from '#main/desk/desk.ts'
import type { LogoFault, PlanFault } from '#contract/system.ts'
import type { Provisioned } from '#main/provision/source.ts'
import type { Picture } from '#main/core/picture.ts'
import type { SettingsStore } from '#main/settings/settings-store.ts'
import type { ResolvedSettings } from '#main/settings/resolved.ts'
import type { Vault } from '#main/settings/vault.ts'
import type { Setup } from '#main/setup/setup.ts'

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
  /** The version on the disk; null: nobody knows. */
  installedVersion: () => string | null
  /** The operator's logo, as it was read when the settings were taken up. */
  logo: () => Picture | null
  /** Why one that is set cannot be shown. */
  logoFault: () => LogoFault | null
  /** The same for the picture of the site. */
  plan: () => Picture | null
  planFault: () => PlanFault | null
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
  /** Ends the program, or restarts it. */
  quit(): void
  relaunch(): void
}
