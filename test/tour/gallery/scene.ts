import type { Page } from '@playwright/test'
import type { Language } from '#renderer/i18n/languages.ts'
import type { Simulator } from '#simulator/index.ts'
import type { TerminalLauncher, Terminal } from '#test/e2e/host/launcher.ts'
import type { Guest } from '#test/e2e/pages/guest.ts'
import type { Network } from '#test/e2e/support/network.ts'
import type { test } from '#test/e2e/support/story.ts'
import type { Words } from '#test/e2e/support/words.ts'

/** Who looks at a screen: guests at every panel in every way, staff at what stands on desks. */
export type Panel = 'guest' | 'desk'

/** Somebody in front of a terminal that speaks one language. */
export interface Visit {
  readonly guest: Guest
  readonly network: Network
  readonly words: Words
  readonly language: Language
  /** Terminal and network go by one clock, which stands still while pictures are taken. */
  readonly isOneClock: boolean
  /** A platform for set-up, beside the demo's own. */
  readonly sim: Simulator
}

/** A screen, and the way to it from the one before. */
export interface Scene {
  /** As the gallery calls it: `board`, `desk-live`. */
  readonly name: string
  /** It goes away as soon as somebody is there: its page's time stands still (`stopTime`). */
  readonly isPassing?: boolean
  reach(visit: Visit): Promise<void>
}

type TestOptions = Parameters<typeof test.use>[0]

/** What a journey may be begun with. */
export interface Ground {
  readonly sim: Simulator
  readonly terminal: TerminalLauncher
  readonly language: Language
  arriveAtDemo(): Promise<{ guest: Guest; network: Network; terminal: Terminal }>
  arrive(): Promise<{ guest: Guest; terminal: Terminal }>
}

interface Begun extends Omit<Visit, 'words' | 'language' | 'sim'> {
  /** Ends what the journey has started besides its terminal. */
  close?(): Promise<void>
}

/** Screens that one terminal shows, one after the other. */
export interface Journey {
  readonly name: string
  readonly panel: Panel
  readonly use?: TestOptions
  /** Default: at the demo network, on one clock with it. */
  begin?(ground: Ground): Promise<Begun>
  readonly scenes: readonly Scene[]
}

/** Nobody is there any more, and the board is back. */
export async function leave({ guest: { page } }: Visit): Promise<void> {
  await page.keyboard.press('Escape')
  await page.evaluate(() => window.terminal.invoke('guest.left', {}))
}

/** Holds what would go away by itself; the page's clock is installed. */
export async function stopTime(page: Page): Promise<void> {
  await page.clock.pauseAt((await page.evaluate(() => Date.now())) + 500)
}
