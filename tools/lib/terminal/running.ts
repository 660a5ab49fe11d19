import type { Page } from '@playwright/test'
import { variableOf, type OptionName } from '#main/settings/settings-table.ts'
import type { SharedChromium } from './shared-chromium.ts'

export interface TerminalLaunch {
  /** Default: as `FORECOURT_HOST` says, else whatever can run here. */
  host?: 'electron' | 'chromium' | 'auto'
  /** Where settings, secrets and the ledger of this terminal lie. */
  dataDir: string
  /** Flags by their names in `Options`: `{ endpoint, demoSite: 'depot' }`. */
  options?: Partial<Record<OptionName, string | number | boolean>>
  /** The window's inner size. Default 1080×1920. */
  size?: { widthPx: number; heightPx: number }
  /** The stand-in opens its window on this machine's display, in a Chromium of its own; Electron always does. */
  isVisible?: boolean
  /** The stand-in's Chromium, shared with other terminals. Default: one of its own. */
  chromium?: SharedChromium | undefined
  /** Opens node's inspector on main, whose address it prints (the stand-in only). */
  inspect?: boolean
  /** Another app than this project's (the host's own tests). */
  appPath?: string
}

/** A terminal in a process of its own. */
export interface RunningTerminal {
  readonly host: 'electron' | 'chromium'
  readonly pid: number
  /** Everything that it has printed so far, a line an element. */
  readonly lines: readonly string[]
  /** The page of its window; a new one when the window was replaced. */
  page(): Promise<Page>
  /** The first printed line that matches, past or to come. Rejects after `timeoutMs`. */
  line(pattern: RegExp, timeoutMs?: number): Promise<RegExpExecArray>
  /** Ends it as a power cut would (SIGKILL), or by another signal. Resolves when it is gone. */
  kill(signal?: NodeJS.Signals): Promise<void>
  /** Asks it to quit; after 5 s it is killed. */
  close(): Promise<void>
}

const KEPT = new Set(['FORECOURT_CHROMIUM', 'FORECOURT_HOST_VERBOSE'])

/** This process's environment without the developer's own settings, and with those of `launch`. */
export function environmentFor({ dataDir, options = {}, size }: TerminalLaunch): NodeJS.ProcessEnv {
  const inherited = Object.entries(process.env).filter(
    ([name]) => !name.startsWith('FORECOURT_') || KEPT.has(name),
  )
  const { widthPx, heightPx } = size ?? { widthPx: 1080, heightPx: 1920 }
  const given = { window: `${widthPx}x${heightPx}`, ...options, dataDir }
  const flags = Object.entries(given).map(([name, value]) => [
    variableOf(name as OptionName),
    String(value),
  ])
  return Object.fromEntries([...inherited, ...flags]) as NodeJS.ProcessEnv
}
