import type { EventName, Events, Method, Methods } from './protocol.ts'
import type { Transport } from './transport.ts'

interface Incoming {
  id?: number
  sessionId?: string
  method?: string
  params?: unknown
  result?: unknown
  error?: { message: string }
}

interface Waiting {
  method: string
  resolve: (result: unknown) => void
  reject: (error: Error) => void
}

type Listener = (params: unknown) => void

/** Commands and events of one target, or of the browser itself (`sessionId` null). */
export interface CdpSession {
  readonly sessionId: string | null
  /** Rejects when Chromium refuses the command or goes away. */
  send<M extends Method>(method: M, params: Methods[M][0]): Promise<Methods[M][1]>
  on<E extends EventName>(event: E, listener: (params: Events[E]) => void): void
}

/** The DevTools protocol over a pipe or a socket. */
export class CdpConnection {
  readonly #transport: Transport
  readonly #waiting = new Map<number, Waiting>()
  readonly #listeners = new Map<string, Listener[]>()
  #nextId = 1
  #closed = false

  constructor(transport: Transport) {
    this.#transport = transport
    transport.listen(
      (text) => {
        this.#dispatch(JSON.parse(text) as Incoming)
      },
      () => {
        this.#close()
      },
    )
  }

  session(sessionId: string | null): CdpSession {
    return {
      sessionId,
      send: (method, params) => this.#send(sessionId, method, params),
      on: (event, listener) => {
        const key = keyOf(sessionId, event)
        const listeners = this.#listeners.get(key) ?? []
        listeners.push(listener as Listener)
        this.#listeners.set(key, listeners)
      },
    }
  }

  /** Forgets a session's listeners and fails what it still waits for. */
  forget(sessionId: string): void {
    for (const key of this.#listeners.keys())
      if (key.startsWith(`${sessionId} `)) this.#listeners.delete(key)
  }

  #send<M extends Method>(
    sessionId: string | null,
    method: M,
    params: Methods[M][0],
  ): Promise<Methods[M][1]> {
    if (this.#closed) return Promise.reject(new Error(`${method}: Chromium has ended`))
    const id = this.#nextId++
    const text = JSON.stringify(
      sessionId === null ? { id, method, params } : { id, method, params, sessionId },
    )
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, {
        method,
        resolve: (result) => {
          resolve(result as Methods[M][1])
        },
        reject,
      })
      this.#transport.send(text)
    })
  }

  #dispatch(message: Incoming): void {
    if (message.id === undefined) {
      const key = keyOf(message.sessionId ?? null, message.method ?? '')
      for (const listener of this.#listeners.get(key) ?? []) listener(message.params)
      return
    }
    const waiting = this.#waiting.get(message.id)
    this.#waiting.delete(message.id)
    if (message.error === undefined) waiting?.resolve(message.result)
    else waiting?.reject(new Error(`${waiting.method}: ${message.error.message}`))
  }

  #close(): void {
    this.#closed = true
    for (const { method, reject } of this.#waiting.values())
      reject(new Error(`${method}: Chromium has ended`))
    this.#waiting.clear()
  }
}

function keyOf(sessionId: string | null, event: string): string {
  return `${sessionId ?? ''} ${event}`
}
