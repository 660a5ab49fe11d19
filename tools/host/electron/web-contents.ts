import { EventEmitter } from 'node:events'
import type {
  IpcMainInvokeEvent,
  PrinterInfo,
  PrintToPDFOptions,
  WebContents,
  WebContentsPrintOptions,
  WebFrameMain,
  WindowOpenHandlerResponse,
} from 'electron'
import { Page, type PageSettings } from '../page/page.ts'
import type { FromRenderer } from '../page/renderer-line.ts'
import { ipcMain } from './ipc-main.ts'
import { defaultSession } from './session.ts'

type OpenHandler = (details: { url: string }) => WindowOpenHandlerResponse

/** An event of Electron's kind: it can be prevented. */
export function preventable(): { preventDefault: () => void; defaultPrevented: boolean } {
  const event = {
    defaultPrevented: false,
    preventDefault: () => {
      event.defaultPrevented = true
    },
  }
  return event
}

let lastId = 0

export class WebContentsStandIn
  extends EventEmitter
  implements
    Pick<
      WebContents,
      | 'id'
      | 'send'
      | 'loadURL'
      | 'reload'
      | 'getURL'
      | 'isDestroyed'
      | 'isCrashed'
      | 'executeJavaScript'
      | 'forcefullyCrashRenderer'
      | 'getOSProcessId'
      | 'focus'
      | 'setZoomFactor'
      | 'close'
      | 'getPrintersAsync'
      | 'print'
      | 'printToPDF'
    >
{
  readonly id = ++lastId
  readonly session = defaultSession
  readonly #page: Page
  #destroyed = false
  #crashed = false
  #openHandler: OpenHandler = () => ({ action: 'deny' })

  constructor(settings: PageSettings) {
    super()
    this.#page = new Page(settings)
    this.#page.mayLeaveFor = (url) => this.#mayLeaveFor(url)
    this.#page
      .on('loaded', () => {
        this.#crashed = false
        this.emit('dom-ready', preventable())
        this.emit('did-finish-load', preventable())
      })
      .on('crashed', () => {
        this.#crashed = true
        this.emit('render-process-gone', preventable(), { reason: 'crashed', exitCode: 1 })
      })
      .on('closed', () => {
        this.markDestroyed()
      })
      .on('failed', (url) => {
        this.emit('did-fail-load', preventable(), -2, 'ERR_FAILED', url, true, 1, 1)
      })
      .on('navigated', (url) => this.emit('did-navigate', preventable(), url, 200, 'OK'))
      .on('console', (type, message) => this.#tellConsole(type, message))
      .on('opened', (url) => this.#openHandler({ url }))
      .on('message', (message) => {
        void this.#receive(message)
      })
  }

  get mainFrame(): WebFrameMain {
    const url = this.getURL()
    const frame = {
      url,
      origin: URL.parse(url)?.origin ?? 'null',
      parent: null,
      routingId: 1,
      processId: this.id,
      frameTreeNodeId: this.id,
      detached: false,
      isDestroyed: () => this.#destroyed,
    } satisfies Partial<WebFrameMain>
    return { ...frame, top: frame } as unknown as WebFrameMain
  }

  send(channel: string, ...args: unknown[]): void {
    if (this.#destroyed) throw new TypeError('Object has been destroyed')
    this.#page.deliver({ channel, args: structuredClone(args) })
  }

  async loadURL(url: string): Promise<void> {
    await this.#page.load(url)
  }

  reload(): void {
    void this.#page.reload().catch(() => undefined)
  }

  getURL(): string {
    return this.#page.url
  }

  isDestroyed(): boolean {
    return this.#destroyed
  }

  isCrashed(): boolean {
    return this.#crashed
  }

  executeJavaScript(code: string): Promise<unknown> {
    return this.#page.evaluate(code)
  }

  getOSProcessId(): number {
    return this.#page.processId
  }

  forcefullyCrashRenderer(): void {
    void this.#page.crash().catch(() => undefined)
  }

  focus(): void {
    void this.#page.focus().catch(() => undefined)
  }

  close(): void {
    if (this.#destroyed) return
    this.markDestroyed()
    void this.#page.close().catch(() => undefined)
  }

  setWindowOpenHandler(handler: OpenHandler): void {
    this.#openHandler = handler
  }

  setVisualZoomLevelLimits(): Promise<void> {
    return Promise.resolve()
  }

  setZoomFactor(factor: number): void {
    this.#page.zoom(factor)
  }

  closeDevTools(): void {
    return
  }

  openDevTools(): void {
    console.log('Developer tools: set FORECOURT_HOST_DEBUGGING_PORT and open chrome://inspect')
  }

  /** PNG of what is shown; the host's own, for the picture that `npm start` writes. */
  screenshot(): Promise<Buffer> {
    return this.#page.screenshot()
  }

  /** The stand-in sees no printer: what main prints is a PDF file. */
  getPrintersAsync(): Promise<PrinterInfo[]> {
    return Promise.resolve([])
  }

  print(
    _options?: WebContentsPrintOptions,
    done?: (isPrinted: boolean, failureReason: string) => void,
  ): void {
    done?.(false, 'Invalid printer settings')
  }

  printToPDF(options: PrintToPDFOptions): Promise<Buffer> {
    const { printBackground = false, preferCSSPageSize = false } = options
    return this.#page.pdf({ printBackground, preferCSSPageSize })
  }

  markDestroyed(): void {
    if (this.#destroyed) return
    this.#destroyed = true
    this.emit('destroyed')
  }

  #mayLeaveFor(url: string): boolean {
    const event = { ...preventable(), url }
    let prevented = false
    event.preventDefault = () => {
      prevented = true
    }
    this.emit('will-navigate', event, url)
    return !prevented
  }

  #tellConsole(type: string, message: string): void {
    const level = { warning: 'warning', error: 'error', debug: 'debug' }[type] ?? 'info'
    this.emit('console-message', { ...preventable(), level, message, lineNumber: 0, sourceId: '' })
    if (level === 'error') console.error(`[renderer] ${message}`)
  }

  async #receive({ invoke, channel, args }: FromRenderer): Promise<void> {
    const event = {
      ...preventable(),
      type: 'frame' as const,
      frameId: 1,
      processId: this.id,
      sender: this as unknown as WebContents,
      senderFrame: this.mainFrame,
    } satisfies IpcMainInvokeEvent
    if (invoke === undefined) {
      const reply = (name: string, ...values: unknown[]): void => {
        this.send(name, ...values)
      }
      ipcMain.emit(channel, { ...event, ports: [], reply, returnValue: undefined }, ...args)
      return
    }
    try {
      const value = structuredClone(await ipcMain.answer(channel, event, args))
      this.#page.deliver({ reply: invoke, value })
    } catch (error) {
      const failure = `Error invoking remote method '${channel}': ${String(error)}`
      this.#page.deliver({ reply: invoke, failure })
    }
  }
}
