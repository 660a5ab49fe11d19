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

/**
 * Both worlds see the same DOM, so the ends talk by events on `window` that carry JSON texts. DOM
 * events are delivered at once, hence a call across can return its value at once, as Electron's
 * contextBridge does. Injected by its source text: it may use nothing from outside of itself.
 */
export function openBridgeEnd(mine: string, theirs: string): BridgeEnd {
  const owned = new Map<number, AnyFunction>()
  const ownedIds = new WeakMap<object, number>()
  const proxies = new Map<number, WeakRef<AnyFunction>>()
  const promises = new Map<number, PromiseWithResolvers<unknown>>()
  const answers = new Map<number, Message>()
  const forgotten = new FinalizationRegistry<number>((id) => {
    if (proxies.get(id)?.deref() === undefined) send({ release: id })
  })
  let lastId = 0

  function send(message: Message): void {
    window.dispatchEvent(new CustomEvent(theirs, { detail: JSON.stringify(message) }))
  }

  function holdsMore(value: unknown): boolean {
    if (typeof value === 'function' || value instanceof Promise || value instanceof Error)
      return true
    return typeof value === 'object' && value !== null && Object.values(value).some(holdsMore)
  }

  function encode(value: unknown): Encoded {
    if (value === undefined) return { missing: true }
    if (typeof value === 'function') return { functionId: own(value as AnyFunction) }
    if (value instanceof Promise) return { promiseId: follow(value) }
    if (value instanceof Error) return { error: value.message }
    // Refuses what Electron refuses too: a reactive proxy, a symbol, a DOM node.
    if (!holdsMore(value)) return { json: structuredClone(value) }
    if (Array.isArray(value)) return { list: value.map(encode) }
    return { fields: Object.entries(value as object).map(([key, field]) => [key, encode(field)]) }
  }

  function own(run: AnyFunction): number {
    const id = ownedIds.get(run) ?? ++lastId
    ownedIds.set(run, id)
    owned.set(id, run)
    return id
  }

  function follow(promise: Promise<unknown>): number {
    const settle = ++lastId
    promise.then(
      (value: unknown) => {
        send({ settle, value: encode(value) })
      },
      (error: unknown) => {
        send({ settle, failure: error instanceof Error ? error.message : String(error) })
      },
    )
    return settle
  }

  function decode(encoded: Encoded): unknown {
    if ('json' in encoded) return encoded.json
    if ('error' in encoded) return new Error(encoded.error)
    if ('functionId' in encoded) return proxy(encoded.functionId)
    if ('promiseId' in encoded) {
      const promise = Promise.withResolvers<unknown>()
      promises.set(encoded.promiseId, promise)
      return promise.promise
    }
    if ('list' in encoded) return Object.freeze(encoded.list.map(decode))
    if ('fields' in encoded)
      return Object.freeze(
        Object.fromEntries(encoded.fields.map(([key, field]) => [key, decode(field)])),
      )
    return undefined
  }

  function proxy(id: number): AnyFunction {
    const known = proxies.get(id)?.deref()
    if (known !== undefined) return known
    const call = (...args: unknown[]): unknown => {
      const answer = ++lastId
      send({ call: id, answer, args: args.map(encode) })
      const message = answers.get(answer)
      answers.delete(answer)
      if (message?.value === undefined) throw new Error(message?.failure ?? 'The bridge is gone')
      return decode(message.value)
    }
    proxies.set(id, new WeakRef(call))
    forgotten.register(call, id)
    return call
  }

  function answerCall({ call = 0, answer = 0, args = [] }: Message): void {
    try {
      const value = owned.get(call)?.(...args.map(decode))
      send({ answer, value: encode(value) })
    } catch (error) {
      send({ answer, failure: error instanceof Error ? error.message : String(error) })
    }
  }

  function settlePromise({ settle = 0, value, failure }: Message): void {
    const promise = promises.get(settle)
    promises.delete(settle)
    if (value === undefined) promise?.reject(new Error(failure))
    else promise?.resolve(decode(value))
  }

  window.addEventListener(mine, (event) => {
    const message = JSON.parse((event as CustomEvent<string>).detail) as Message
    if (message.expose !== undefined && message.value !== undefined)
      Object.defineProperty(window, message.expose, {
        value: decode(message.value),
        enumerable: true,
      })
    else if (message.call !== undefined) answerCall(message)
    else if (message.answer !== undefined) answers.set(message.answer, message)
    else if (message.settle !== undefined) settlePromise(message)
    else if (message.release !== undefined) owned.delete(message.release)
  })

  return {
    expose: (key, value) => {
      send({ expose: key, value: encode(value) })
    },
  }
}
