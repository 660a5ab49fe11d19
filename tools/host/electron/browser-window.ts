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
      | 'isMinimized'
      | 'restore'
      | 'moveTop'
      | 'setKiosk'
      | 'isKiosk'
      | 'setFullScreen'
      | 'isFullScreen'
      | 'setMenu'
      | 'setMenuBarVisibility'
      | 'getBounds'
      | 'getContentSize'
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
  #visible: boolean

  constructor(options: BrowserWindowConstructorOptions = {}) {
    super()
    const { webPreferences: page = {}, kiosk = false, fullscreen = false } = options
    if (page.sandbox === false || page.contextIsolation === false || page.nodeIntegration === true)
      throw new Error('The stand-in shows sandboxed, isolated windows only')
    this.#kiosk = kiosk
    this.#fullScreen = fullscreen || kiosk
    this.#visible = options.show ?? true
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
      .on('did-finish-load', () => {
        // As on Wayland, where it never comes for a hidden window (electron#48859).
        if (process.env['FORECOURT_HOST_READY_TO_SHOW'] !== 'never') this.emit('ready-to-show')
      })
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
    if (this.#visible) return
    this.#visible = true
    this.emit('show')
  }

  hide(): void {
    if (!this.#visible) return
    this.#visible = false
    this.emit('hide')
  }

  restore(): void {
    this.show()
  }

  /** Asks first, as a person's click on the window's cross does; the page goes first, and in its own time. */
  close(): void {
    if (this.#closed) return
    const event = preventable()
    this.emit('close', event)
    if (event.defaultPrevented) app.closeRefused()
    else
      setImmediate(() => {
        this.webContents.close()
      })
  }

  /** At once: `closed` comes before this returns, and the page goes after the window. */
  destroy(): void {
    this.#close()
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
    return this.#visible && !this.#closed
  }

  isMinimized(): boolean {
    return false
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

  moveTop(): void {
    this.webContents.focus()
  }

  getBounds(): Rectangle {
    return { ...this.#bounds }
  }

  getContentSize(): number[] {
    return [this.#bounds.width, this.#bounds.height]
  }

  #close(): void {
    if (this.#closed) return
    this.#closed = true
    openWindows.delete(this.id)
    this.emit('closed')
    app.windowClosed()
  }
}
