import { EventEmitter } from 'node:events'
import type { BrowserWindowConstructorOptions } from 'electron'
import { COMMAND_CHANNEL, EVENT_CHANNEL } from '#contract/bridge.ts'
import { ipcMain } from '#tools/host/electron/ipc-main.ts'
import { story, tell } from './line.ts'

/** An event of Electron's kind: it can be prevented. */
function preventable(): { preventDefault: () => void; defaultPrevented: boolean } {
  const event = {
    defaultPrevented: false,
    preventDefault: () => void (event.defaultPrevented = true),
  }
  return event
}

const nothing = (): void => undefined

/** Loads at once, and answers probes as a page with words on it does. */
class Contents extends EventEmitter {
  url = ''
  crashed = false
  readonly mainFrame = { parent: null, url: '' }
  isDestroyed = (): boolean => false
  isCrashed = (): boolean => this.crashed
  getOSProcessId = (): number => process.pid
  setWindowOpenHandler = nothing
  setZoomFactor = nothing
  setVisualZoomLevelLimits = (): Promise<void> => Promise.resolve()
  forcefullyCrashRenderer = nothing
  send(channel: string, [name, payload]: [string, object]): void {
    if (channel === EVENT_CHANNEL && name === 'probe' && story.answers !== false && !this.crashed)
      void this.command('terminal.alive', { ...payload, painted: true })
  }
  command(name: string, input: unknown): Promise<unknown> {
    const senderFrame = { parent: null, url: this.url }
    const event = { sender: this, senderFrame } as never
    return Promise.resolve(ipcMain.answer(COMMAND_CHANNEL, event, [[name, input]]))
  }
}

export const open = new Set<BrowserWindow>()

export class BrowserWindow extends EventEmitter {
  readonly webContents = new Contents()
  isShown: boolean

  constructor(options: BrowserWindowConstructorOptions = {}) {
    super()
    const { kiosk = false, show = true, webPreferences: { devTools } = {} } = options
    // On Linux a full screen shows a hidden window from its constructor.
    this.isShown = show || kiosk
    tell('window', { kiosk, devTools: devTools ?? true })
    open.add(this)
  }
  loadURL(url: string): Promise<void> {
    this.webContents.url = url
    tell('load', url)
    setTimeout(() => {
      if (!open.has(this)) return
      // A hidden window is not painted on Wayland, and its page does not tell that it has loaded in time.
      if (story.readyToShow === 'never') return
      this.webContents.emit('did-finish-load', {})
      this.emit('ready-to-show')
    })
    return Promise.resolve()
  }
  show(): void {
    this.isShown = true
    tell('show', this.webContents.url)
  }
  close(): void {
    const event = preventable()
    this.emit('close', event)
    if (!event.defaultPrevented) this.destroy()
  }
  destroy(): void {
    if (!open.delete(this)) return
    this.isShown = false
    tell('destroy', this.webContents.url)
    this.emit('closed')
  }
  isDestroyed = (): boolean => !open.has(this)
  isVisible = (): boolean => this.isShown
  isMinimized = (): boolean => false
  restore = nothing
  focus = nothing
  moveTop = nothing
  setAlwaysOnTop = (isOnTop: boolean, level: string): void => {
    tell('on top', isOnTop && level)
  }
}
