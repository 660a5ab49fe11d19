import { chooseHost } from '#tools/lib/launch.ts'
import { parseOptions } from '#main/settings/options.ts'
import { launchElectron } from './electron.ts'
import { launchStandIn } from './stand-in.ts'
import type { RunningTerminal, TerminalLaunch } from './running.ts'

/**
 * Starts the built terminal in a process of its own, for tests, tour and bench. Build it first
 * (`ensureBuilt`). Throws when the host asked for is not to be had.
 */
export async function launchTerminal(launch: TerminalLaunch): Promise<RunningTerminal> {
  const parsed = parseOptions([], { FORECOURT_HOST: launch.host ?? process.env['FORECOURT_HOST'] })
  if (!parsed.ok) throw new Error('FORECOURT_HOST must be electron, chromium or auto')
  const choice = chooseHost(parsed.options.host)
  if (choice.host === 'none') throw new Error(choice.notice)
  return choice.host === 'electron' ? launchElectron(launch) : launchStandIn(launch)
}
