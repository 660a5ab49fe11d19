import { machineTimeZone } from '#common/zone.ts'
import type { Account } from '#main/platform/sign-in.ts'
import type { Options } from '#main/settings/options.ts'
import type { ResolvedSettings } from '#main/settings/resolved.ts'
import type { Facts } from './terminal-deps.ts'

const DEFAULT_LANGUAGE = 'en'

/** The account of a terminal that stands at a real platform. */
export function accountOf({ endpoint, key, username, password }: Options): Account {
  return { endpoint: endpoint ?? '', key, username, password }
}

/** What the renderer is told of this terminal, as far as it never changes while it is shown. */
export function factsOf(
  { options, guest, branding }: Pick<ResolvedSettings, 'options' | 'guest' | 'branding'>,
  app: { version: string; isElectron: boolean },
  has: { readonly logo: boolean; readonly plan: boolean },
): Facts {
  return {
    version: app.version,
    host: app.isElectron ? 'electron' : 'stand-in',
    demo: options.demo,
    training: false,
    kiosk: options.kiosk,
    keyboard: options.keyboard,
    language: options.language ?? DEFAULT_LANGUAGE,
    timeZone: options.timeZone ?? machineTimeZone(),
    opensOutside: !options.kiosk,
    guest: guest.shown,
    branding: {
      ...{ name: branding.name, accent: branding.accent, hasLogo: has.logo },
      plan: has.plan ? { places: branding.planPlaces } : null,
    },
  }
}
