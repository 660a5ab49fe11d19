import { app, ipcMain, net, powerMonitor, protocol, safeStorage, session } from 'electron'
import Store from 'electron-store'
import { createClock } from '#common/clock.ts'
import { startDemo } from './demo.ts'
import { createEmit, openBridge } from './ipc/bridge.ts'
import { createDispatch } from './ipc/dispatch.ts'
import { createLog } from './log.ts'
import { accountOf, factsOf } from './settings/facts.ts'
import { readLaunch, type Launch } from './settings/launch.ts'
import { createMemoryVault, openVault } from './settings/vault.ts'
import { watchMachineLink } from './shell/machine-link.ts'
import { registerPage, servePage } from './shell/page.ts'
import { refusePermissions } from './shell/permissions.ts'
import { createScreen } from './shell/screen.ts'
import { createTerminal } from './terminal.ts'

// The shell lives by the machine's time, the terminal by a clock that the demo may speed up.
const machineClock = createClock()
const isElectron = 'electron' in process.versions
const page = registerPage(protocol, isElectron ? 'app://terminal' : 'https://terminal.invalid')

async function run({ options, dataDir, setAside }: Launch): Promise<void> {
  const log = createLog(dataDir)
  if (setAside !== null) log.warn({ file: setAside }, 'the settings could not be read')
  await app.whenReady()
  servePage(protocol, page)
  refusePermissions(session.defaultSession)
  const clock = createClock({ speed: options.demo ? options.demoSpeed : 1 })
  const demo = options.demo ? await startDemo(clock, options) : null
  if (demo) process.stdout.write(`simulator ${demo.origin}\n`)
  const onClosed = (): void => {
    app.quit()
  }
  const screen = createScreen({ page, options, clock: machineClock, log, onClosed })
  const { contents } = screen
  const emit = createEmit(contents)
  const terminal = createTerminal({
    clock,
    log,
    fetch: (url, init) => net.fetch(url, init),
    vault: demo ? createMemoryVault() : await openVault(dataDir, safeStorage, log),
    account: demo?.account ?? accountOf(options),
    siteId: demo?.siteId ?? options.site,
    dataDir,
    facts: factsOf(options, { version: app.getVersion(), isElectron }),
    emit,
    onAlive: screen.alive,
    onFirstLive: () => process.stdout.write('board live\n'),
  })
  const dispatch = createDispatch({ handlers: terminal.handlers, mode: terminal.mode, log })
  openBridge({ ipcMain, rendererOrigin: page.origin, contents, log }, dispatch)
  terminal.start()
  screen.open((probe) => {
    emit('probe', { probe })
  })
  powerMonitor.on('resume', terminal.linkChanged)
  const unwatch = watchMachineLink(machineClock, terminal.linkChanged)
  app.on('will-quit', () => {
    for (const end of [unwatch, screen.close, terminal.close, log.flush]) end()
    void demo?.close()
  })
}

const launch = readLaunch({
  argv: process.argv.slice(1),
  env: process.env,
  userData: app.getPath('userData'),
  openStore: (where) => new Store(where),
  nowMs: machineClock.now(),
})
if (launch.kind !== 'launch') {
  console[launch.kind === 'help' ? 'log' : 'error'](launch.text)
  app.exit(launch.kind === 'help' ? 0 : 2)
} else {
  app.setPath('userData', launch.dataDir)
  if (!app.requestSingleInstanceLock()) app.quit()
  else
    run(launch).catch((error: unknown) => {
      console.error('The terminal cannot start:', error)
      app.exit(1)
    })
}
