import path from 'node:path'
import { readDeskSettings, type DeskSettings } from './desk-settings.ts'
import { readGuestSettings, type GuestSettings } from './guest-settings.ts'
import { parseOptions, type OptionProblem, type Options } from './options.ts'
import { readLinkSettings, type SiteLinkSettings } from './link-settings.ts'
import { both, readOutgoingSettings, type OutgoingSettings } from './outgoing-settings.ts'
import type { SettingsValues } from './settings.ts'
import { readSection } from './section.ts'
import type { ProvisionedSettings, SectionValues } from './settings-table.ts'
import type { PersonWithPin } from './table/people.ts'

/** All settings of this terminal, from all their sources. */
export interface ResolvedSettings {
  readonly options: Options
  /** What the operator has set for guests. */
  readonly guest: GuestSettings
  /** What the operator has set for the desk. */
  readonly desk: DeskSettings
  /** Whose terminal it is; null where nobody says it. */
  readonly branding: SectionValues<'branding'>
  /** What leaves this terminal for people and other systems. */
  readonly outgoing: OutgoingSettings
  /** How the terminals of the site hear of each other. */
  readonly link: SiteLinkSettings
  /** Who may come to the desk, where the provisioning file says it. */
  readonly people: readonly PersonWithPin[] | null
  /** The key of the site's stop codes, where the provisioning file says it. */
  readonly stopCodeKey: string | null
  /** Ledger and last snapshot; the demo has its own. */
  readonly dataDir: string
}

/** Where settings come from. */
export interface SettingsSources {
  readonly argv: string[]
  readonly env: NodeJS.ProcessEnv
  /** The settings file. */
  readonly values: SettingsValues
  /** The provisioning file in force; it goes before the settings file. */
  readonly provision: ProvisionedSettings | null
  readonly homeDir: string
  /** The folder has served a site (had-site.ts). */
  readonly hadSite: boolean
}

export type Resolution =
  { ok: true; resolved: ResolvedSettings } | { ok: false; problems: readonly OptionProblem[] }

/**
 * Flags go before the environment, this before the provisioning file, and that before the settings
 * file, name by name; all wrong values are reported.
 */
export function resolveSettings({
  argv,
  env,
  values,
  provision,
  homeDir,
  hadSite,
}: SettingsSources): Resolution {
  const parsed = parseOptions(argv, env, values, provision)
  const isDemo = parsed.ok && parsed.options.demo && !hadSite
  const guest = readGuestSettings(both(values['guest'], provision?.guest), isDemo)
  const { people = null, ...deskRules } = provision?.desk ?? {}
  const desk = readDeskSettings(both(values['desk'], deskRules))
  const branding = readSection('branding', both(values['branding'], provision?.branding))
  const outgoing = readOutgoingSettings(values, provision)
  const link = readLinkSettings(values, provision)
  const sections = [guest, desk, branding, outgoing, link].flatMap((each) => each.problems)
  const problems = [...(parsed.ok ? [] : parsed.problems), ...sections]
  if (!parsed.ok || problems.length > 0) return { ok: false, problems }
  const options = { ...placeOf(parsed.options, provision), demo: isDemo }
  return {
    ok: true,
    resolved: {
      options,
      guest: guest.settings,
      desk: desk.settings,
      branding: branding.values,
      outgoing: outgoing.settings,
      link: link.settings,
      people,
      stopCodeKey: provision?.stopCodeKey ?? null,
      dataDir: folderOf(options, homeDir),
    },
  }
}

/**
 * Neither a site nor the demo: the folder has served a site, and nothing says which. Only the site's
 * own PINs let anybody in.
 */
export const isNotSetUp = ({ demo, endpoint }: Options): boolean => !demo && endpoint === null

/** A site's ledger is not touched while nobody knows whose it is. */
function folderOf(options: Options, homeDir: string): string {
  if (isNotSetUp(options)) return path.join(homeDir, 'not-set-up')
  return options.demo ? path.join(homeDir, 'demo') : homeDir
}

/** A site and stations are one choice: the first source that has either makes it. */
function placeOf(options: Options, provision: ProvisionedSettings | null): Options {
  if (options.site === null || options.stations === null) return options
  return provision?.stations ? { ...options, site: null } : { ...options, stations: null }
}
