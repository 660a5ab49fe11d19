import { EventEmitter } from 'node:events'
import { readFileSync } from 'node:fs'
import type { CdpSession } from '../cdp/connection.ts'
import { failHost, hostSettings, isClosing, openBrowser } from '../runtime.ts'
import { createProcessFinder } from './process-finder.ts'
import { interceptRequests } from './requests.ts'
import { RendererLine, type FromRenderer } from './renderer-line.ts'
import { pageScripts } from './scripts.ts'
import { closeTarget, openTarget, type WindowSettings } from './target.ts'

export interface PageSettings extends WindowSettings {
  preloadPath: string | null
}

interface PageEvents {
  loaded: []
  crashed: []
  /** The target is gone: closed from here, by the user, or with Chromium. */
  closed: []
  navigated: [url: string]
  /** Chromium shows its own page about what went wrong. */
  failed: [url: string]
  message: [message: FromRenderer]
  console: [type: string, text: string]
  opened: [url: string]
}

/** One page of Chromium with the preload in its own world. All methods wait until it is there. */
export class Page extends EventEmitter<PageEvents> {
  readonly #settings: PageSettings
  readonly #session: Promise<CdpSession>
  #line: RendererLine | null = null
  #mainFrame = ''
  #targetId = ''
  #ownUrl = 'about:blank'
  #zoom = 1
  url = 'about:blank'
  /** Of the renderer, as the system knows it; 0 until it has been found. */
  processId = 0
  /** Asked before the page itself goes elsewhere. */
  mayLeaveFor: (url: string) => boolean = () => true

  constructor(settings: PageSettings) {
    super()
    this.#settings = settings
    this.#session = this.#open()
    this.#session.catch((error: unknown) => {
      // Chromium was closed before it could open the window, or it cannot open one at all.
      if (isClosing()) this.emit('closed')
      else failHost(error)
    })
  }

  /** Resolves once the page is loaded. Rejects with Chromium's name of what went wrong. */
  async load(url: string): Promise<void> {
    const session = await this.#session
    this.#ownUrl = url
    const { promise, resolve, reject } = Promise.withResolvers<void>()
    const gone = (): void => {
      reject(new Error(`ERR_FAILED (-2) loading '${url}'`))
    }
    this.once('loaded', resolve).once('crashed', gone).once('closed', gone)
    try {
      const { errorText } = await session.send('Page.navigate', { url })
      if (errorText !== undefined)
        throw new Error(`${errorText.replace('net::', '')} loading '${url}'`)
      await promise
    } finally {
      this.off('loaded', resolve).off('crashed', gone).off('closed', gone)
    }
  }

  async reload(): Promise<void> {
    await (await this.#session).send('Page.reload', {})
  }

  /** Chromium does not answer this command: the renderer that would is the one that dies. */
  async crash(): Promise<void> {
    const session = await this.#session
    session.send('Page.crash', {}).catch(() => undefined)
  }

  async evaluate(expression: string): Promise<unknown> {
    const session = await this.#session
    const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
      expression,
      awaitPromise: true,
      returnByValue: true,
      userGesture: true,
    })
    if (exceptionDetails !== undefined)
      throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text)
    return result.value
  }

  async screenshot(): Promise<Buffer> {
    const { data } = await (await this.#session).send('Page.captureScreenshot', { format: 'png' })
    return Buffer.from(data, 'base64')
  }

  async pdf(options: { printBackground: boolean; preferCSSPageSize: boolean }): Promise<Buffer> {
    const { data } = await (await this.#session).send('Page.printToPDF', options)
    return Buffer.from(data, 'base64')
  }

  async focus(): Promise<void> {
    await (await this.#session).send('Page.bringToFront', {})
  }

  /** A headless page has fewer pixels of its own then, each larger; with a display nothing is zoomed. */
  zoom(factor: number): void {
    if (factor === this.#zoom) return
    this.#zoom = factor
    void this.#session.then((session) => this.#size(session)).catch(() => undefined)
  }

  /** Sends to the preload; lost when no document with one is there, as in Electron. */
  deliver(message: object): void {
    this.#line?.deliver(message)
  }

  async close(): Promise<void> {
    await this.#session.catch(() => undefined)
    await closeTarget(this.#targetId)
  }

  async #open(): Promise<CdpSession> {
    const browser = openBrowser()
    this.#targetId = await openTarget(browser, this.#settings, () => this.emit('closed'))
    const { sessionId } = await browser.root.send('Target.attachToTarget', {
      targetId: this.#targetId,
      flatten: true,
    })
    const session = browser.connection.session(sessionId)
    this.#mainFrame = this.#targetId
    this.#watch(session)
    await Promise.all(this.#prepare(session))
    return session
  }

  #prepare(session: CdpSession): Promise<unknown>[] {
    const { preloadPath } = this.#settings
    const steps: Promise<unknown>[] = [session.send('Page.enable', {})]
    if (preloadPath !== null) {
      const { pageWorld, preloadWorld } = pageScripts(readFileSync(preloadPath, 'utf8'))
      this.#line = new RendererLine(session, this.#mainFrame, (message) =>
        this.emit('message', message),
      )
      steps.push(...this.#line.open(pageWorld, preloadWorld))
    }
    steps.push(session.send('Runtime.enable', {}))
    steps.push(interceptRequests(session, (url, frame) => this.#mayNavigate(url, frame)))
    steps.push(this.#size(session))
    return steps
  }

  async #size(session: CdpSession): Promise<void> {
    if (!hostSettings().headless) return
    const { widthPx, heightPx } = this.#settings
    await session.send('Emulation.setDeviceMetricsOverride', {
      width: Math.round(widthPx / this.#zoom),
      height: Math.round(heightPx / this.#zoom),
      deviceScaleFactor: this.#zoom,
      mobile: false,
    })
  }

  #mayNavigate(url: string, frame: string): boolean {
    return frame !== this.#mainFrame || url === this.#ownUrl || this.mayLeaveFor(url)
  }

  #watch(session: CdpSession): void {
    const findProcess = createProcessFinder(session, this.#mainFrame)
    session.on('Page.loadEventFired', () => {
      this.emit('loaded')
      void findProcess().then((processId) => (this.processId = processId))
    })
    session.on('Inspector.targetCrashed', () => this.emit('crashed'))
    session.on('Page.windowOpen', ({ url }) => this.emit('opened', url))
    session.on('Page.frameNavigated', ({ frame }) => {
      if (frame.parentId !== undefined) return
      if (frame.unreachableUrl !== undefined) this.emit('failed', frame.unreachableUrl)
      this.url = frame.url
      this.emit('navigated', frame.url)
    })
    session.on('Runtime.consoleAPICalled', ({ type, args }) => {
      const text = args
        .map(({ value, description }) =>
          typeof value === 'string' ? value : (description ?? JSON.stringify(value)),
        )
        .join(' ')
      this.emit('console', type, text)
    })
    session.on('Runtime.exceptionThrown', ({ exceptionDetails: { text, exception } }) =>
      this.emit('console', 'error', exception?.description ?? text),
    )
  }
}
