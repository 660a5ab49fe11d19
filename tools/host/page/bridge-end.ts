/** One end of the bridge between the page's world and the preload's. */
export interface BridgeEnd {
  /** Shows a value under `key` at the other end. */
  expose(key: string, value: unknown): void
}

type AnyFunction = (...args: unknown[]) => unknown

interface Message {
  expose?: string
  call?: number
  answer?: number
  settle?: number
  release?: number
  args?: Encoded[]
  value?: Encoded
  failure?: string
}

/** JSON, or what JSON does not know. A function or promise stays where it is and is known by number. */
type Encoded =
  | { json: unknown }
  | { missing: true }
  | { error: string }
  | { functionId: number }
  | { promiseId: number }
  | { list: Encoded[] }
  | { fields: [string, Encoded][] }

/** How the two ends talk: messages, and what they carry. */
interface Line {
  send(message: Message): void
  encode(value: unknown): Encoded
  decode(encoded: Encoded): unknown
}

/**
 * Both worlds see the same DOM, so the ends talk by events on `window` that carry JSON texts. DOM
 * events are delivered at once, hence a call across can return its value at once, as Electron's
 * contextBridge does. Injected by its source text with the functions of `bridgeEndParts`: it may use
 * nothing else from outside of itself.
 */
export function openBridgeEnd(mine: string, theirs: string): BridgeEnd {
  const line: Line = { send, encode, decode }
  const own = keepOwn(line)
  const far = reachFar(line)

  function send(message: Message): void {
    window.dispatchEvent(new CustomEvent(theirs, { detail: JSON.stringify(message) }))
  }

  function encode(value: unknown): Encoded {
    if (value === undefined) return { missing: true }
    if (typeof value === 'function') return { functionId: own.keep(value as AnyFunction) }
    if (value instanceof Promise) return { promiseId: own.follow(value) }
    if (value instanceof Error) return { error: value.message }
    // Refuses what Electron refuses too: a reactive proxy, a symbol, a DOM node.
    if (!holdsMore(value)) return { json: structuredClone(value) }
    if (Array.isArray(value)) return { list: value.map(encode) }
    return { fields: Object.entries(value as object).map(([key, field]) => [key, encode(field)]) }
  }

  function decode(encoded: Encoded): unknown {
    if ('json' in encoded) return encoded.json
    if ('error' in encoded) return new Error(encoded.error)
    if ('functionId' in encoded) return far.proxy(encoded.functionId)
    if ('promiseId' in encoded) return far.expect(encoded.promiseId)
    if ('list' in encoded) return Object.freeze(encoded.list.map(decode))
    if ('fields' in encoded)
      return Object.freeze(
        Object.fromEntries(encoded.fields.map(([key, field]) => [key, decode(field)])),
      )
    return undefined
  }

  window.addEventListener(mine, (event) => {
    const message = JSON.parse((event as CustomEvent<string>).detail) as Message
    if (message.expose !== undefined && message.value !== undefined)
      Object.defineProperty(window, message.expose, {
        value: decode(message.value),
        enumerable: true,
      })
    else if (message.call !== undefined) own.answer(message)
    else if (message.answer !== undefined) far.answered(message)
    else if (message.settle !== undefined) far.settled(message)
    else if (message.release !== undefined) own.release(message.release)
  })

  return {
    expose: (key, value) => {
      send({ expose: key, value: encode(value) })
    },
  }
}

/** Whether JSON is not enough for it. */
function holdsMore(value: unknown): boolean {
  if (typeof value === 'function' || value instanceof Promise || value instanceof Error) return true
  return typeof value === 'object' && value !== null && Object.values(value).some(holdsMore)
}

function failureOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}

/** Functions and promises of this world that the other one knows by number. */
function keepOwn({ send, encode, decode }: Line) {
  const owned = new Map<number, AnyFunction>()
  const ids = new WeakMap<object, number>()
  let lastId = 0

  return {
    keep(run: AnyFunction): number {
      const id = ids.get(run) ?? ++lastId
      ids.set(run, id)
      owned.set(id, run)
      return id
    },
    follow(promise: Promise<unknown>): number {
      const settle = ++lastId
      promise.then(
        (value: unknown) => {
          send({ settle, value: encode(value) })
        },
        (error: unknown) => {
          send({ settle, failure: failureOf(error) })
        },
      )
      return settle
    },
    answer({ call = 0, answer = 0, args = [] }: Message): void {
      try {
        const value = owned.get(call)?.(...args.map(decode))
        send({ answer, value: encode(value) })
      } catch (error) {
        send({ answer, failure: failureOf(error) })
      }
    },
    release(id: number): void {
      owned.delete(id)
    },
  }
}

/** Functions and promises of the other world, as this one sees them. */
function reachFar({ send, encode, decode }: Line) {
  const proxies = new Map<number, WeakRef<AnyFunction>>()
  const promises = new Map<number, PromiseWithResolvers<unknown>>()
  const answers = new Map<number, Message>()
  const forgotten = new FinalizationRegistry<number>((id) => {
    if (proxies.get(id)?.deref() === undefined) send({ release: id })
  })
  let lastCall = 0

  function call(id: number, args: unknown[]): unknown {
    const answer = ++lastCall
    send({ call: id, answer, args: args.map(encode) })
    const message = answers.get(answer)
    answers.delete(answer)
    if (message?.value === undefined) throw new Error(message?.failure ?? 'The bridge is gone')
    return decode(message.value)
  }

  return {
    proxy(id: number): AnyFunction {
      const known = proxies.get(id)?.deref()
      if (known !== undefined) return known
      const proxy: AnyFunction = (...args) => call(id, args)
      proxies.set(id, new WeakRef(proxy))
      forgotten.register(proxy, id)
      return proxy
    },
    expect(id: number): Promise<unknown> {
      const promise = Promise.withResolvers<unknown>()
      promises.set(id, promise)
      return promise.promise
    },
    answered(message: Message): void {
      answers.set(message.answer ?? 0, message)
    },
    settled({ settle = 0, value, failure }: Message): void {
      const promise = promises.get(settle)
      promises.delete(settle)
      if (value === undefined) promise?.reject(new Error(failure))
      else promise?.resolve(decode(value))
    },
  }
}

/** What `openBridgeEnd` is made of. */
export const bridgeEndParts = [openBridgeEnd, holdsMore, failureOf, keepOwn, reachFar] as const
