import path from 'node:path'
import {
  app,
  dialog,
  ipcMain,
  Menu,
  net,
  powerMonitor,
  powerSaveBlocker,
  protocol,
  safeStorage,
  screen as electronScreen,
  session,
  shell,
} from 'electron'
import { createClock } from '#common/clock.ts'
import { USUAL_DISTANCE, type Distance } from '#common/distance.ts'
import { createEmit, openBridge } from './ipc/bridge.ts'
import type { Emit } from './core/emit.ts'
import { createKeptView } from './core/kept-view.ts'
import { installedVersion } from './core/installed-version.ts'
import { createLog, type FileLog } from './core/log.ts'
import { FILE_MODE } from './core/files.ts'
import { shutFolder } from './settings/folder-rights.ts'
import type { WrongLaunch } from './settings/options.ts'
import type { OpenStore } from './settings/settings.ts'
import { createFetch } from './shell/fetch.ts'
import { untilDisplay } from './shell/display.ts'
import { createEnding } from './shell/ending.ts'
import { EXIT } from './shell/exit-codes.ts'
import { watchMachineLink } from './shell/machine-link.ts'
import { devServerOf, registerPage, servePage } from './shell/page.ts'
import { refusePermissions } from './shell/permissions.ts'
import { createPrinter } from './shell/print.ts'
import { openPrintWindow } from './shell/print-window.ts'
import { openRelaunches } from './shell/relaunches.ts'
import { createScreen } from './shell/screen.ts'
import { becomeOnlyInstance } from './shell/single-instance.ts'
import { uncaught } from './shell/uncaught.ts'
import { createSystemVoice } from './speech/system-voice.ts'
import { openNotice } from './shell/window.ts'
import { tellWrong } from './shell/wrong-configuration.ts'
import { openWatchers } from './shell/watchers.ts'
import { refusedSwitches, setKioskSwitches } from './shell/switches.ts'
import { backupAsked, type BackupAsked } from './backup/asked.ts'
import { dataFolderOf } from './core/compile-cache.ts'
import { readFlags } from './settings/option-flags.ts'
import type { Host } from './app/host.ts'
import { readLaunch, type Launch, type LaunchReading } from './app/launch.ts'
import type { Started } from './app/start.ts'

// The shell lives by the machine's time, the terminal by a clock that the demo may speed up.
const clock = createClock()
const isElectron = 'electron' in process.versions
const hostName = isElectron ? ('electron' as const) : ('stand-in' as const)
const argv = process.argv.slice(1)
const network = createFetch({ net, session, app })
const page = registerPage(
  protocol,
  isElectron ? 'app://terminal' : 'https://terminal.invalid',
  devServerOf(app, process.env),
)
const userData = app.getPath('userData')
const openStore: OpenStore = async (where) => {
  const { default: Store } = await import('electron-store')
  return new Store({ ...where, configFileMode: FILE_MODE })
}

beforeReady()

function readAgain(): LaunchReading {
  return readLaunch({
    ...{ argv, openStore, env: process.env, userData },
    nowMs: clock.now(),
  })
}

/** What must be said before Electron is ready: settings, switches, sandbox, and that nobody else runs here. */
function beforeReady(): void {
  // Where it is not packaged, the first word is the app's folder.
  const copying = backupAsked(readFlags(app.isPackaged ? argv : argv.slice(1)).words)
  if (copying !== null) {
    copy(copying).catch(cannotStart)
    return
  }
  const launch = readAgain()
  if (launch.kind === 'answer') {
    end(launch.ok ? EXIT.closed : EXIT.configuration, launch.text)
    return
  }
  app.enableSandbox()
  const { env, platform } = process
  const refused = refusedSwitches({ isPackaged: app.isPackaged, argv, env, platform })
  // No window is opened then: whoever gave them would look into it.
  if (refused.length > 0)
    tell({
      text: `Not with ${refused.join(', ')}: it opens the terminal.`,
      ...{ homeDir: launch.homeDir, kiosk: false, supervised: false },
      ...{ language: null, statusFile: null },
    })
  else if (launch.kind === 'wrong') tell(launch)
  else {
    if (launch.options.kiosk) setKioskSwitches(app.commandLine)
    app.setPath('userData', launch.homeDir)
    becomeOnlyInstance(app, clock)
      .then(async (isOnly) => {
        if (isOnly) await run(launch)
        else end(EXIT.failed, 'A terminal is running on this data folder already.')
      })
      .catch(cannotStart)
  }
}

async function copy(asked: BackupAsked): Promise<void> {
  const { copyTerminal } = await import('./app/copy-terminal.ts')
  const homeDir = dataFolderOf(argv, process.env, userData)
  const { ok, text } = await copyTerminal(asked, {
    ...{ homeDir, version: app.getVersion(), nowMs: clock.now() },
    isAlone: () => {
      app.setPath('userData', homeDir)
      return becomeOnlyInstance(app, clock)
    },
  })
  end(ok ? EXIT.closed : EXIT.failed, text)
}

function tell(wrong: WrongLaunch): void {
  const { kiosk } = wrong
  if (kiosk) setKioskSwitches(app.commandLine)
  tellWrong(wrong, {
    ...{ app, dialog, clock, hasConsole: process.stderr.isTTY },
    facts: { version: app.getVersion(), host: hostName, pid: process.pid },
    openNotice: (html) => openNotice({ html, kiosk, clock, onShown: () => undefined }),
    isStillWrong: () => readAgain().kind === 'wrong',
  }).catch(cannotStart)
}

function cannotStart(error: unknown): void {
  uncaught.tell(error, 'the terminal cannot start')
  app.exit(EXIT.failed)
}

function end(exitCode: number, ...lines: unknown[]): void {
  console[exitCode === 0 ? 'log' : 'error'](...lines)
  app.exit(exitCode)
}

async function run(launch: Launch): Promise<void> {
  const log = openFolder(launch)
  await app.whenReady()
  const window = await whenReady(launch, log)
  window.terminal = await firstPaint(launch, window)
  afterFirstPaint(window, window.terminal)
}

function openFolder(launch: Launch): FileLog {
  const left = shutFolder(launch.homeDir)
  const log = createLog(launch.homeDir)
  if (left.length > 0) log.warn({ left }, 'other users of this machine may read these')
  if (launch.setAside !== null)
    log.warn({ file: launch.setAside }, 'the settings could not be read and were set aside')
  return log
}

type Window = Awaited<ReturnType<typeof whenReady>>

/** A window that is not open yet, and what ends with it. */
async function whenReady(launch: Launch, log: FileLog) {
  // Reload, zoom and close are nobody's at a terminal; under development they are of use.
  if (launch.options.kiosk || app.isPackaged) Menu.setApplicationMenu(null)
  refusePermissions(session.defaultSession)
  await network.setProxy(launch.options.proxy)
  await untilDisplay(electronScreen, { clock, log })
  const view = createKeptView(clock.now)
  const closers: (() => void)[] = []
  const close = (): void => {
    for (const closeOne of closers.splice(0)) closeOne()
  }
  const { supervised } = launch.options
  const relaunches = openRelaunches(path.join(launch.homeDir, 'relaunches.json'), clock.now)
  const ending = createEnding({ app, clock, log, relaunches, close, supervised })
  uncaught.handTo({ log, end: ending.relaunchAfterError })
  const screen = createScreen({
    ...{ page, options: launch.options, clock, log },
    distance: () => distanceOf(window.terminal?.services, launch.options),
    forgetView: view.forget,
    relaunch: ending.relaunchInTrouble,
    relaunches: relaunches.lastHour(),
  })
  app.on('second-instance', screen.focus)
  const window = { log, view, screen, ending, closers, close, terminal: null as Started | null }
  // Before all that may take long: the outside hears of it.
  const watchers = openWatchers({
    ...{ launch, screen, view, clock, log, relaunches, isElectron },
    blocker: powerSaveBlocker,
    ...{ version: app.getVersion(), errors: uncaught.counts, terminal: () => window.terminal },
  })
  closers.push(watchers, screen.close, log.flush)
  app.on('will-quit', close)
  return window
}

/** Guests come up to it from where they stand; whoever sits at the desk, or sets up, is near. */
function distanceOf(
  services: Started['services'] | undefined,
  { distance }: Launch['options'],
): Distance {
  if (services === undefined) return distance
  const isNear = services.desk.access.mode() !== 'guest'
  return isNear ? USUAL_DISTANCE : services.resolved().options.distance
}

/** The window loads while the terminal signs in: commands wait for it. */
async function firstPaint(launch: Launch, window: Window): Promise<Started> {
  const { log, view, screen, ending } = window
  const { contents } = screen
  const send = createEmit(contents)
  const emit: Emit = (name, payload) => {
    // Another mode, or other settings.
    if (name === 'terminal') screen.fit()
    send(name, payload)
  }
  const voice = createSystemVoice(log)
  window.closers.push(voice.stop)
  const given: Host = {
    installedVersion: () => installedVersion(process.resourcesPath),
    ...{ version: app.getVersion(), isElectron, fetch: network.fetch, safeStorage },
    ...{ log, clock, emit, view },
    ...{ argv, env: process.env, openStore },
    resolveHost: async (host) =>
      (await net.resolveHost(host)).endpoints.map(({ address }) => address),
    onAlive: screen.alive,
    voice,
    quit: ending.quit,
    relaunch: ending.relaunch,
    printerOf: (where) =>
      createPrinter({ openWindow: openPrintWindow, isElectron, nowMs: clock.now, ...where }),
    openOutside: (url) => shell.openExternal(url),
  }
  // Most of main is read beside the window, which is asked for below, before any of it.
  const starting = import('./app/start.ts').then(({ startTerminal }) =>
    startTerminal(launch, given),
  )
  servePage(protocol, page, async (id) => (await starting).picture(id))
  const dispatch = starting.then(async ({ handlers, services }) => {
    const { createDispatch } = await import('./ipc/dispatch.ts')
    return createDispatch({ handlers, access: services.desk.access, log })
  })
  openBridge({ ipcMain, rendererOrigin: page.origin, contents, log }, async (name, input) =>
    (await dispatch)(name, input),
  )
  screen.open()
  const terminal = await starting
  screen.watch((probe) => {
    emit('probe', { probe })
  })
  return terminal
}

/** What a guest does not wait for: the machine's link, an end in order. */
function afterFirstPaint(window: Window, terminal: Started): void {
  const { linkChanged } = terminal
  powerMonitor.on('resume', linkChanged)
  window.closers.splice(1, 0, watchMachineLink(clock, linkChanged), terminal.close)
}
