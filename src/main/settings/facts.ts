import type { TerminalInfo } from '#contract/terminal.ts'
import type { Account } from '#main/platform/sign-in.ts'
import type { GuestSettings } from './guest-settings.ts'
import type { Options } from './options.ts'

const DEFAULT_LANGUAGE = 'en'

/** The account of a terminal that stands at a real platform. */
export function accountOf({ endpoint, key, username, password }: Options): Account {
  return { endpoint: endpoint ?? '', key, username, password }
}

/** What the renderer is told of this terminal, as far as it never changes. */
export function factsOf(
  options: Options,
  guest: GuestSettings,
  app: { version: string; isElectron: boolean },
): Omit<TerminalInfo, 'mode' | 'desk' | 'clock' | 'trouble'> {
  return {
    version: app.version,
    host: app.isElectron ? 'electron' : 'stand-in',
    demo: options.demo,
    language: options.language ?? DEFAULT_LANGUAGE,
    timeZone: options.timeZone ?? machineTimeZone(),
    theme: 'auto',
    opensOutside: !options.kiosk,
    guest: guest.shown,
  }
}

/** The machine's time zone (IANA name): the preset of the site's. */
function machineTimeZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone
}
