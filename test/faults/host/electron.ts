import { EventEmitter } from 'node:events'
import { COMMAND_CHANNEL, EVENT_CHANNEL } from '#contract/bridge.ts'
import { ipcMain } from '#tools/host/electron/ipc-main.ts'
import { net } from '#tools/host/electron/net.ts'
import { pushEvent, serveCommands } from './under.ts'

/*
 * What `import … from 'electron'` gives the built main here: everything but a window. The page is the
 * suite, which speaks to the bridge's own handlers as the main frame of the window.
 */
const ORIGIN = 'https://terminal.invalid'
const nothing = (): void => undefined

class Contents extends EventEmitter {
  readonly mainFrame = { url: `${ORIGIN}/`, parent: null }
  paper = ''
  isDestroyed = (): boolean => false
  isCrashed = (): boolean => false
  getOSProcessId = (): number => 0
  setWindowOpenHandler = nothing
  setZoomFactor = nothing
  setVisualZoomLevelLimits = (): Promise<void> => Promise.resolve()
  printToPDF(): Promise<Buffer> {
    pushEvent('printed', this.paper)
    return Promise.resolve(Buffer.from('%PDF-'))
  }
  send(channel: string, [name, payload]: [string, unknown]): void {
    if (channel !== EVENT_CHANNEL) return
    pushEvent(name, payload)
    if (name === 'probe') void command('terminal.alive', { ...(payload as object), painted: true })
  }
}

let contents = new Contents()

const command = (name: string, input: unknown): Promise<unknown> => {
  const event = { sender: contents, senderFrame: contents.mainFrame }
  return Promise.resolve(ipcMain.answer(COMMAND_CHANNEL, event as never, [[name, input]]))
}
const { handle } = ipcMain
ipcMain.handle = (channel, listener) => {
  handle.call(ipcMain, channel, listener)
  if (channel === COMMAND_CHANNEL) serveCommands(command)
}

/** A window without scripts is one that prints: what it loads is what comes out on paper. */
const PAPER = 'data:text/html;charset=utf-8,'

export class BrowserWindow extends EventEmitter {
  readonly webContents = new Contents()
  constructor({ webPreferences }: { webPreferences?: { javascript?: boolean } } = {}) {
    super()
    if (webPreferences?.javascript !== false) contents = this.webContents
  }
  loadURL = (url: string): Promise<void> => {
    if (url.startsWith(PAPER)) this.webContents.paper = decodeURIComponent(url.slice(PAPER.length))
    return Promise.resolve()
  }
  isDestroyed = (): boolean => false
  isVisible = (): boolean => true
  isMinimized = (): boolean => false
  show = nothing
  focus = nothing
  destroy = nothing
}

class App extends EventEmitter {
  readonly commandLine = { appendSwitch: nothing, hasSwitch: (): boolean => false }
  readonly isPackaged = false
  readonly #ready = Promise.withResolvers<void>()
  getPath = (): string => process.env['FORECOURT_DATA_DIR'] ?? ''
  getVersion = (): string => '0'
  setPath = nothing
  getAppMetrics = (): [] => []
  enableSandbox = nothing
  requestSingleInstanceLock = (): boolean => true
  whenReady = (): Promise<void> => this.#ready.promise
  markReady = (): void => this.#ready.resolve()
  releaseSingleInstanceLock = nothing
  relaunch = nothing
  quit = (): void => this.exit()
  exit = (exitCode = 0): void => process.exit(exitCode)
}

export const app = new App()
export const session = {
  defaultSession: {
    setPermissionRequestHandler: nothing,
    setPermissionCheckHandler: nothing,
    setDevicePermissionHandler: nothing,
    setDisplayMediaRequestHandler: nothing,
    on: nothing,
  },
  fromPartition: () => ({ fetch: net.fetch, closeAllConnections: () => Promise.resolve() }),
}
/** The system protects nothing: secrets lie in a file, as settled (`--secrets file`). */
export const safeStorage = { isAsyncEncryptionAvailable: () => Promise.resolve(false) }
export const protocol = { registerSchemesAsPrivileged: nothing, handle: nothing }
export const powerMonitor = new EventEmitter()
export const powerSaveBlocker = { start: () => 1, stop: () => true }
export const screen = Object.assign(new EventEmitter(), { getAllDisplays: () => [{ id: 1 }] })
export const dialog = { showErrorBox: nothing }
export const Menu = { setApplicationMenu: nothing }
export const shell = { openExternal: () => Promise.resolve() }
export { ipcMain, net }
export default {
  app,
  BrowserWindow,
  dialog,
  ipcMain,
  Menu,
  net,
  powerMonitor,
  powerSaveBlocker,
  protocol,
  safeStorage,
  screen,
  session,
  shell,
}
