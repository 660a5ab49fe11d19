import { once } from 'node:events'
import { _electron } from '@playwright/test'
import { projectRoot } from '#tools/lib/electron.ts'
import { ProcessOutput } from './output.ts'
import { environmentFor, type RunningTerminal, type TerminalLaunch } from './running.ts'

const CLOSE_LIMIT_MS = 5000

/** Starts Electron by Playwright, which finds the installed binary itself. */
export async function launchElectron(launch: TerminalLaunch): Promise<RunningTerminal> {
  const env = Object.fromEntries(
    Object.entries(environmentFor(launch)).filter((entry): entry is [string, string] =>
      Boolean(entry[1]),
    ),
  )
  const app = await _electron.launch({
    args: [launch.appPath ?? projectRoot],
    cwd: projectRoot,
    env,
  })
  const child = app.process()
  const output = new ProcessOutput(child)
  const kill = async (signal: NodeJS.Signals = 'SIGKILL'): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return
    const exited = once(child, 'exit')
    child.kill(signal)
    await exited
  }
  return {
    host: 'electron',
    pid: child.pid ?? -1,
    lines: output.lines,
    page: async () => {
      const page = app.windows().at(-1) ?? (await app.firstWindow())
      await page.waitForLoadState()
      return page
    },
    line: (pattern, timeoutMs) => output.wait(pattern, timeoutMs),
    kill,
    close: async () => {
      const timer = setTimeout(() => child.kill('SIGKILL'), CLOSE_LIMIT_MS)
      await app.close()
      clearTimeout(timer)
    },
  }
}
