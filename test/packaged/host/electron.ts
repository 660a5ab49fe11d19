import { EventEmitter } from 'node:events'
import { ipcMain } from '#tools/host/electron/ipc-main.ts'
import { net } from '#tools/host/electron/net.ts'
import { story, tell } from './line.ts'
import { BrowserWindow, open } from './windows.ts'

/*
 * What `import … from 'electron'` gives a packaged main here: no engine, and Electron's own ways where
 * they differ from Node's. Each that the terminal rests on is told to the test.
 */
const nothing = (): void => undefined

class App extends EventEmitter {
  readonly isPackaged = true
  readonly #ready = Promise.withResolvers<void>()
  readonly commandLine = { appendSwitch: nothing, hasSwitch: (): boolean => false }
  #userData = process.env['PACKAGED_USER_DATA'] ?? ''
  #quitting = false
  getPath = (): string => this.#userData
  setPath = (_name: string, folder: string): void => void (this.#userData = folder)
  getVersion = (): string => '0'
  getAppMetrics = (): [] => []
  enableSandbox = nothing
  requestSingleInstanceLock = (): boolean => true
  releaseSingleInstanceLock = nothing
  whenReady = (): Promise<void> => this.#ready.promise
  markReady = (): void => this.#ready.resolve()
  setProxy = (proxy: unknown): Promise<void> => {
    tell('proxy', proxy)
    return Promise.resolve()
  }
  relaunch = (): void => {
    tell('relaunch', null)
  }
  quit(): void {
    if (this.#quitting) return
    this.emit('before-quit', {})
    for (const window of open) window.close()
    if (open.size > 0) return
    this.#quitting = true
    this.emit('will-quit', {})
    this.exit(0)
  }
  /** Windows are closed without being asked; neither `before-quit` nor `will-quit` comes. */
  exit(exitCode = 0): void {
    this.#quitting = true
    for (const window of open) window.destroy()
    this.emit('quit', {}, exitCode)
    tell('exit', exitCode)
    process.exit(exitCode)
  }
}

const app = new App()
const dialog = {
  showErrorBox: (title: string, content: string): void => {
    tell('dialog', `${title}: ${content}`)
  },
}
const line = (name: string) => ({
  fetch: net.fetch,
  closeAllConnections: () => Promise.resolve(),
  setProxy: (proxy: unknown) => {
    tell('proxy', { [name]: proxy })
    return Promise.resolve()
  },
})
const session = {
  defaultSession: Object.assign(new EventEmitter(), {
    ...line('default'),
    setPermissionRequestHandler: nothing,
    setPermissionCheckHandler: nothing,
    setDevicePermissionHandler: nothing,
    setDisplayMediaRequestHandler: nothing,
  }),
  fromPartition: line,
}
const { keyring = 'v11' } = story
const answer = Promise.withResolvers<boolean>()
if (keyring !== 'locked') answer.resolve(true)
/** Somebody types the keyring's password. */
export const unlock = (): void => {
  answer.resolve(true)
}
const prefix = keyring === 'locked' ? 'v11' : keyring
const safeStorage = {
  /** On Linux it is always true, once the system has answered. */
  isAsyncEncryptionAvailable: (): Promise<boolean> => answer.promise,
  encryptStringAsync: (text: string): Promise<Buffer> =>
    Promise.resolve(Buffer.from(prefix + Buffer.from(text).toString('hex'))),
  decryptStringAsync: (sealed: Buffer) =>
    Promise.resolve({
      shouldReEncrypt: false,
      result: Buffer.from(sealed.toString().slice(3), 'hex').toString(),
    }),
  getSelectedStorageBackend: (): string => 'gnome_libsecret',
}
const Menu = {
  setApplicationMenu: (menu: unknown): void => {
    tell('menu', menu)
  },
}
const powerSaveBlocker = {
  start: (type: string): number => {
    tell('display on', type)
    return 1
  },
  stop: (): boolean => true,
}
type Serve = (request: Request) => Promise<Response>
let servePage: Serve | null = null
/** What the engine would get for an address of the page. */
export async function fetchOfPage(url: string): Promise<void> {
  const response = await servePage?.(new Request(url))
  tell('served', { url, status: response?.status, text: await response?.text() })
}
const protocol = {
  registerSchemesAsPrivileged: nothing,
  handle: (_scheme: string, serve: Serve): void => void (servePage = serve),
}
const powerMonitor = new EventEmitter()
const screen = Object.assign(new EventEmitter(), { getAllDisplays: () => [{ id: 1 }] })
const shell = { openExternal: () => Promise.resolve() }

export { app, BrowserWindow, dialog, ipcMain, Menu, net, powerMonitor, powerSaveBlocker }
export { protocol, safeStorage, screen, session, shell }
export default {
  ...{ app, BrowserWindow, dialog, ipcMain, Menu, net, powerMonitor, powerSaveBlocker },
  ...{ protocol, safeStorage, screen, session, shell },
}
