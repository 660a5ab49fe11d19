import path from 'node:path'
import { readDeskSettings, type DeskSettings } from './desk-settings.ts'
import { readGuestSettings, type GuestSettings } from './guest-settings.ts'
import { parseOptions, type OptionProblem, type Options } from './options.ts'

/** Everything that is settled for this terminal, from all its sources. */
export interface Settled {
  readonly options: Options
  /** What the operator settled for guests. */
  readonly guest: GuestSettings
  /** What the operator settled for the desk. */
  readonly desk: DeskSettings
  /** Ledger and last snapshot; the demo has its own. */
  readonly dataDir: string
}

/** Where settings come from. */
export interface Told {
  readonly argv: string[]
  readonly env: NodeJS.ProcessEnv
  /** The settings file. */
  readonly values: Record<string, unknown>
  readonly homeDir: string
}

export type Settling =
  { ok: true; settled: Settled } | { ok: false; problems: readonly OptionProblem[] }

/** Flags go before the environment, the environment before the file; all wrong values are told. */
export function settle({ argv, env, values, homeDir }: Told): Settling {
  const parsed = parseOptions(argv, env, values)
  const isDemo = parsed.ok && parsed.options.demo
  const guest = readGuestSettings(values['guest'], isDemo)
  const desk = readDeskSettings(values['desk'])
  const problems = [...(parsed.ok ? [] : parsed.problems), ...guest.problems, ...desk.problems]
  if (!parsed.ok || problems.length > 0) return { ok: false, problems }
  const { options } = parsed
  const dataDir = options.demo ? path.join(homeDir, 'demo') : homeDir
  return { ok: true, settled: { options, guest: guest.settings, desk: desk.settings, dataDir } }
}
