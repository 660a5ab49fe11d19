import type { Clock } from '#common/clock.ts'
import type { Emit } from '#main/core/emit.ts'
import type { KeptView } from '#main/core/kept-view.ts'
import type { Log } from '#main/core/log.ts'
import type { OpenOutside } from '#main/documents/documents.ts'
import type { Fetch } from '#main/platform/http.ts'
import type { PrintPage } from '#main/receipt/receipts.ts'
import type { ResolveHost } from '#main/site/public-address.ts'
import type { GuestSettings } from '#main/settings/guest-settings.ts'
import type { OpenStore } from '#main/settings/settings.ts'
import type { SystemVoice } from '#main/speech/system-voice.ts'
import type { SafeStorage } from '#main/settings/vault.ts'

/** What the host gives to a terminal. */
export interface Host {
  version: string
  /** The version on the disk; null: nobody knows. */
  installedVersion: () => string | null
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
  printerOf: (where: Pick<GuestSettings, 'printer' | 'paper'> & { folder: string }) => PrintPage
  /** The renderer's answer to a probe. */
  onAlive: (probe: number, painted: boolean) => void
  /** Speaks to guests where the page has no voice. */
  voice: SystemVoice
  /** What the page shows, for the window that takes its place. */
  view: KeptView
  /** Ends the program, or restarts it. */
  quit(): void
  relaunch(): void
}
