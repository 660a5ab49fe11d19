import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { _electron } from '@playwright/test'
import { checks, type Running } from '#tools/electron-check/checks.ts'
import { runChecks } from '#tools/electron-check/run-checks.ts'
import { ensureBuilt } from '#tools/lib/build.ts'
import { runsAsRoot } from '#tools/lib/chromium.ts'
import { runTool } from '#tools/lib/cli.ts'
import { findElectronFile, projectRoot } from '#tools/lib/electron.ts'

await runTool(
  {
    command: 'npm run check:electron',
    about: `Looks at what only Electron can show, a line a check: launch, window, secret store, printing, what
heals. It takes about a minute and opens a window. docs/electron-checklist.md has what eyes must see.`,
    flags: {},
  },
  async () => {
    const executable = findElectronFile()
    if (executable === null) {
      console.error('Electron is not here: "npm run setup -- --electron" gets it.')
      return false
    }
    return ensureBuilt() && look(executable)
  },
)

async function look(executable: string): Promise<boolean> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'forecourt-check-'))
  const app = await _electron.launch({
    executablePath: executable,
    args: [...(runsAsRoot() ? ['--no-sandbox'] : []), projectRoot],
    cwd: projectRoot,
    env: { ...environment(), FORECOURT_DATA_DIR: dataDir, FORECOURT_SUPERVISED: '1' },
  })
  const exited = once(app.process(), 'exit').then(([code]) => code as number | null)
  const running: Running = {
    app,
    exited,
    page: async () => app.windows().findLast((page) => !page.isClosed()) ?? app.firstWindow(),
  }
  try {
    return await runChecks(checks, running, console.log)
  } finally {
    app.process().kill()
    rmSync(dataDir, { recursive: true, force: true, maxRetries: 5 })
  }
}

const environment = (): Record<string, string> =>
  Object.fromEntries(
    Object.entries(process.env).filter(
      (entry): entry is [string, string] => entry[1] !== undefined,
    ),
  )
