import { EventEmitter } from 'node:events'
import type { BrowserWindow, BrowserWindowConstructorOptions, Rectangle } from 'electron'
import { app } from './app.ts'
import { primaryDisplay } from './screen.ts'
import { preventable, WebContentsStandIn } from './web-contents.ts'
import { openWindows } from './windows.ts'

let lastId = 0

export class BrowserWindowStandIn
  extends EventEmitter
  implements
    Pick<
      BrowserWindow,
      | 'id'
      | 'loadURL'
      | 'show'
      | 'hide'
      | 'close'
      | 'destroy'
      | 'isDestroyed'
      | 'focus'
      | 'isFocused'
      | 'isVisible'
      | 'setKiosk'
      | 'isKiosk'
      | 'setFullScreen'
      | 'isFullScreen'
      | 'setMenu'
      | 'setMenuBarVisibility'
      | 'getBounds'
      | 'setTitle'
      | 'setAlwaysOnTop'
    >
{
  readonly id = ++lastId
  readonly webContents: WebContentsStandIn
  readonly #bounds: Rectangle
  #kiosk: boolean
  #fullScreen: boolean
  #closed = false

  constructor(options: BrowserWindowConstructorOptions = {}) {
    super()
    const { webPreferences: page = {}, kiosk = false, fullscreen = false } = options
    if (page.sandbox === false || page.contextIsolation === false || page.nodeIntegration === true)
      throw new Error('The stand-in shows sandboxed, isolated windows only')
    this.#kiosk = kiosk
    this.#fullScreen = fullscreen || kiosk
    const { workAreaSize } = primaryDisplay
    this.#bounds = {
      x: options.x ?? 0,
      y: options.y ?? 0,
      width: options.width ?? workAreaSize.width,
      height: options.height ?? workAreaSize.height,
    }
    this.webContents = new WebContentsStandIn({
      widthPx: this.#bounds.width,
      heightPx: this.#bounds.height,
      fullscreen: this.#fullScreen,
      preloadPath: page.preload ?? null,
    })
    this.webContents
      .on('did-finish-load', () => this.emit('ready-to-show'))
      .on('destroyed', () => {
        this.#close()
      })
    openWindows.set(this.id, this)
  }

  static getAllWindows(): BrowserWindowStandIn[] {
    return [...openWindows.values()].filter((one) => one instanceof BrowserWindowStandIn)
  }

  static fromWebContents(contents: unknown): BrowserWindowStandIn | null {
    return BrowserWindowStandIn.getAllWindows().find((one) => one.webContents === contents) ?? null
  }

  static getFocusedWindow(): BrowserWindowStandIn | null {
    return BrowserWindowStandIn.getAllWindows()[0] ?? null
  }

  loadURL(url: string): Promise<void> {
    return this.webContents.loadURL(url)
  }

  show(): void {
    this.webContents.focus()
    this.emit('show')
  }

  hide(): void {
    this.emit('hide')
  }

  /** Asks first, as a person's click on the window's cross does. */
  close(): void {
    if (this.#closed) return
    const event = preventable()
    this.emit('close', event)
    if (!event.defaultPrevented) this.destroy()
  }

  destroy(): void {
    this.webContents.close()
  }

  isDestroyed(): boolean {
    return this.#closed
  }

  focus(): void {
    this.webContents.focus()
  }

  isFocused(): boolean {
    return !this.#closed
  }

  isVisible(): boolean {
    return !this.#closed
  }

  setKiosk(flag: boolean): void {
    this.#kiosk = flag
  }

  isKiosk(): boolean {
    return this.#kiosk
  }

  setFullScreen(flag: boolean): void {
    this.#fullScreen = flag
  }

  isFullScreen(): boolean {
    return this.#fullScreen
  }

  setMenu(): void {
    return
  }

  setMenuBarVisibility(): void {
    return
  }

  setTitle(): void {
    return
  }

  setAlwaysOnTop(): void {
    return
  }

  getBounds(): Rectangle {
    return { ...this.#bounds }
  }

  #close(): void {
    if (this.#closed) return
    this.#closed = true
    openWindows.delete(this.id)
    this.emit('closed')
    app.windowClosed()
  }
}
