import { dataFolderOf } from '#main/core/compile-cache.ts'
import { checkAsked } from '#main/provision/check.ts'
import {
  createProvisionSource,
  describeFaults,
  provisionFile,
  type ProvisionSource,
} from '#main/provision/source.ts'
import {
  describeProblem,
  optionsHelp,
  parseOptions,
  type ParsedOptions,
  type WrongLaunch,
} from '#main/settings/options.ts'
import { openSettings, type OpenStore } from '#main/settings/settings.ts'
import { hadSite } from '#main/settings/had-site.ts'
import { isNotSetUp, resolveSettings, type ResolvedSettings } from '#main/settings/resolved.ts'

export type LaunchReading =
  | ({
      kind: 'launch'
      /** Where the terminal itself is kept, demo or not: its settings and the desk's file. */
      homeDir: string
      /** Where a settings file that could not be read was put. */
      setAside: string | null
      provision: ProvisionSource
    } & ResolvedSettings)
  /** Nothing is to be launched: an answer for the console. */
  | { kind: 'answer'; ok: boolean; text: string }
  | ({ kind: 'wrong' } & WrongLaunch)
export type Launch = Extract<LaunchReading, { kind: 'launch' }>

/** What this launch was asked for, by flags, environment, provisioning file and settings file. */
export function readLaunch(deps: {
  argv: string[]
  env: NodeJS.ProcessEnv
  /** The folder for data where none is given. */
  userData: string
  openStore: OpenStore
  nowMs: number
}): LaunchReading {
  const { argv, env } = deps
  if (argv.includes('--help')) return { kind: 'answer', ok: true, text: optionsHelp() }
  const checked = checkAsked(argv, env)
  if (checked) return { kind: 'answer', ...checked }
  const homeDir = dataFolderOf(argv, env, deps.userData)
  const { values, setAside, keepGood, hasEndpoint } = openSettings(
    homeDir,
    deps.openStore,
    deps.nowMs,
  )
  const provision = createProvisionSource({ file: provisionFile(argv, env), env, homeDir })
  const { file, document, faults } = provision.load()
  // Never another platform, or the demo, in the place of what somebody has ordered.
  if (file !== null && document === null)
    return wrongLaunch(describeFaults(file, faults), homeDir, parseOptions(argv, env, values))
  const reading = resolveSettings({
    ...{ argv, env, values, provision: document, homeDir },
    hadSite: hasEndpoint || hadSite(homeDir),
  })
  if (!reading.ok) {
    const text = reading.problems.map(describeProblem).join('\n')
    return wrongLaunch(text, homeDir, parseOptions(argv, env, values, document))
  }
  keepGood()
  if (!isNotSetUp(reading.resolved.options)) provision.forgetOld()
  return { kind: 'launch', ...reading.resolved, homeDir, setAside, provision }
}

function wrongLaunch(text: string, homeDir: string, parsed: ParsedOptions): LaunchReading {
  const readable = parsed.ok ? parsed.options : parsed.readable
  const { kiosk = false, supervised = false, language = null, statusFile = null } = readable
  return { kind: 'wrong', text, homeDir, kiosk, supervised, language, statusFile }
}
