import path from 'node:path'
import { app, ipcMain, net, powerMonitor, protocol, safeStorage, session } from 'electron'
import Store from 'electron-store'
import { createClock } from '#common/clock.ts'
import { startDemo } from './demo.ts'
import { createEmit, openBridge } from './ipc/bridge.ts'
import { createDispatch } from './ipc/dispatch.ts'
import { createLog } from './log.ts'
import { accountOf, factsOf } from './settings/facts.ts'
import { baseFolder, readLaunch, type Launch } from './settings/launch.ts'
import { openSettings } from './settings/settings.ts'
import { createMemoryVault, openVault } from './settings/vault.ts'
import { watchMachineLink } from './shell/machine-link.ts'
import { refusePermissions } from './shell/permissions.ts'
import { registerPage, servePage } from './shell/page.ts'
import { createScreen } from './shell/screen.ts'
import { createTerminal } from './terminal.ts'

const isElectron = 'electron' in process.versions
const machineClock = createClock()
const page = registerPage(protocol, isElectron ? 'app://terminal' : 'https://terminal.invalid')

async function run({ options, dataDir }: Launch): Promise<void> {
  // The shell lives by the machine's time; the terminal by a clock that the demo may speed up.
  const clock = createClock({ speed: options.demo ? options.demoSpeed : 1 })
  const log = createLog(dataDir)
  await app.whenReady()
  servePage(protocol, page)
  refusePermissions(session.defaultSession)
  const demo = options.demo ? await startDemo(clock, options) : null
  if (demo) process.stdout.write(`simulator ${demo.origin}\n`)
  const vaultFile = path.join(dataDir, 'vault.json')
  const screen = createScreen({
    page,
    options,
    clock: machineClock,
    log,
    onClosed: () => app.quit(),
  })
  const emit = createEmit(screen.contents)
  const terminal = createTerminal({
    clock,
    log,
    fetch: (url, init) => net.fetch(url, init),
    vault: demo ? createMemoryVault() : await openVault(vaultFile, safeStorage, log),
    account: demo?.account ?? accountOf(options),
    siteId: demo?.siteId ?? options.site,
    dataDir,
    facts: factsOf(options, { version: app.getVersion(), isElectron }),
    emit,
    onAlive: screen.alive,
    onFirstLive: () => process.stdout.write('board live\n'),
  })
  const dispatch = createDispatch({ handlers: terminal.handlers, mode: terminal.mode, log })
  openBridge({ ipcMain, rendererOrigin: page.origin, contents: screen.contents, log }, dispatch)
  terminal.start()
  screen.open((probe) => {
    emit('probe', { probe })
  })
  const unwatch = watchMachineLink(machineClock, terminal.linkChanged)
  powerMonitor.on('resume', terminal.linkChanged)
  app.on('will-quit', () => {
    unwatch()
    screen.close()
    terminal.close()
    log.flush()
    void demo?.close()
  })
}

const argv = process.argv.slice(1)
const base = baseFolder(argv, process.env, app.getPath('userData'))
const settings = openSettings(base, (where) => new Store(where), machineClock.now())
const launch = readLaunch({ argv, env: process.env, base, settings })
if (launch.kind === 'help') {
  process.stdout.write(`${launch.text}\n`)
  app.exit(0)
} else if (launch.kind === 'wrong') {
  process.stderr.write(`${launch.lines.join('\n')}\n`)
  app.exit(2)
} else {
  app.setPath('userData', launch.launch.dataDir)
  if (app.requestSingleInstanceLock()) void run(launch.launch)
  else {
    process.stderr.write('The terminal is already running on this data folder.\n')
    app.exit(0)
  }
}
