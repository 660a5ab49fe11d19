import type { CdpSession } from '../cdp/connection.ts'
import { BINDING, DELIVER, PRELOAD_WORLD } from './scripts.ts'

export interface FromRenderer {
  /** Set when an answer is expected. */
  invoke?: number
  channel: string
  args: unknown[]
}

/** The line between main and the preload's world of the main frame: only that world can see it. */
export class RendererLine {
  readonly #session: CdpSession
  readonly #mainFrame: string
  readonly #onMessage: (message: FromRenderer) => void
  #contextId: number | null = null

  constructor(session: CdpSession, mainFrame: string, onMessage: (message: FromRenderer) => void) {
    this.#session = session
    this.#mainFrame = mainFrame
    this.#onMessage = onMessage
    session.on('Runtime.executionContextCreated', ({ context }) => {
      if (context.name === PRELOAD_WORLD && context.auxData.frameId === this.#mainFrame)
        this.#contextId = context.id
    })
    session.on('Runtime.executionContextDestroyed', ({ executionContextId }) => {
      if (executionContextId === this.#contextId) this.#contextId = null
    })
    session.on('Runtime.executionContextsCleared', () => {
      this.#contextId = null
    })
    session.on('Runtime.bindingCalled', ({ name, payload, executionContextId }) => {
      if (name === BINDING && executionContextId === this.#contextId)
        this.#onMessage(JSON.parse(payload) as FromRenderer)
    })
  }

  /** Registers both worlds' scripts for every document to come. */
  open(pageWorld: string, preloadWorld: string): Promise<unknown>[] {
    return [
      this.#session.send('Runtime.addBinding', {
        name: BINDING,
        executionContextName: PRELOAD_WORLD,
      }),
      this.#session.send('Page.addScriptToEvaluateOnNewDocument', { source: pageWorld }),
      this.#session.send('Page.addScriptToEvaluateOnNewDocument', {
        source: preloadWorld,
        worldName: PRELOAD_WORLD,
      }),
    ]
  }

  deliver(message: object): void {
    if (this.#contextId === null) return
    this.#session
      .send('Runtime.callFunctionOn', {
        functionDeclaration: `function (text) { ${DELIVER}(text) }`,
        executionContextId: this.#contextId,
        arguments: [{ value: JSON.stringify(message) }],
        silent: true,
      })
      // The document may go while the message is on its way.
      .catch(() => undefined)
  }
}
