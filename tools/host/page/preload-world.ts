import type { BridgeEnd } from './bridge-end.ts'

/** What the host gives the preload: the name of its line to main, and what `process` says. */
export interface PreloadEnvironment {
  binding: string
  deliver: string
  platform: string
  versions: Record<string, string | undefined>
}

type Listener = (event: object, ...args: unknown[]) => void

interface FromMain {
  reply?: number
  value?: unknown
  failure?: string
  channel?: string
  args?: unknown[]
}

type PreloadScript = (
  require: (name: string) => unknown,
  module: { exports: object },
  exports: object,
  process: object,
) => void

/**
 * Runs the preload bundle in its own world with `require('electron')` as a sandboxed preload has
 * it. Injected by its source text with the functions of `preloadParts`: it may use nothing else from
 * outside of itself.
 */
export function runPreload(
  bridge: BridgeEnd,
  environment: PreloadEnvironment,
  preload: PreloadScript,
): void {
  const world = globalThis as unknown as Record<string, (text: string) => void>
  const { ipcRenderer, receive } = createIpcRenderer((message) => {
    world[environment.binding]?.(JSON.stringify(message))
  })
  world[environment.deliver] = (text) => {
    receive(JSON.parse(text) as FromMain)
  }

  const contextBridge = {
    exposeInMainWorld: (key: string, api: unknown) => {
      bridge.expose(key, api)
    },
  }
  const module = { exports: {} }
  preload(
    (name) => {
      if (name === 'electron') return { contextBridge, ipcRenderer }
      throw new Error(`module not found: ${name}`)
    },
    module,
    module.exports,
    {
      platform: environment.platform,
      versions: environment.versions,
      env: {},
      argv: [],
      type: 'renderer',
      sandboxed: true,
      contextIsolated: true,
    },
  )
}

/** Electron's `ipcRenderer`, and what takes the messages from main. */
function createIpcRenderer(toMain: (message: object) => void) {
  const listeners = new Map<string, Listener[]>()
  const { invoke, settle } = createInvocations(toMain)

  function remove(channel: string, listener: Listener): void {
    const kept = (listeners.get(channel) ?? []).filter((one) => one !== listener)
    listeners.set(channel, kept)
  }

  const ipcRenderer = {
    invoke,
    send(channel: string, ...args: unknown[]): void {
      toMain({ channel, args: structuredClone(args) })
    },
    sendSync(): never {
      throw new Error('sendSync is not simulated')
    },
    on(channel: string, listener: Listener): object {
      listeners.set(channel, [...(listeners.get(channel) ?? []), listener])
      return ipcRenderer
    },
    once(channel: string, listener: Listener): object {
      const once: Listener = (event, ...args) => {
        remove(channel, once)
        listener(event, ...args)
      }
      return ipcRenderer.on(channel, once)
    },
    off(channel: string, listener: Listener): object {
      remove(channel, listener)
      return ipcRenderer
    },
    removeListener(channel: string, listener: Listener): object {
      return ipcRenderer.off(channel, listener)
    },
    removeAllListeners(channel: string): object {
      listeners.delete(channel)
      return ipcRenderer
    },
  }

  function receive(message: FromMain): void {
    if (message.channel === undefined) {
      settle(message)
      return
    }
    const event = { sender: ipcRenderer, senderId: 0, ports: [] }
    for (const listener of listeners.get(message.channel) ?? [])
      listener(event, ...(message.args ?? []))
  }
  return { ipcRenderer, receive }
}

/** Calls to main that wait for their answers. */
function createInvocations(toMain: (message: object) => void) {
  const waiting = new Map<number, PromiseWithResolvers<unknown>>()
  let lastId = 0

  return {
    invoke(channel: string, ...args: unknown[]): Promise<unknown> {
      const id = ++lastId
      const promise = Promise.withResolvers<unknown>()
      waiting.set(id, promise)
      try {
        toMain({ invoke: id, channel, args: structuredClone(args) })
      } catch (error) {
        promise.reject(error)
      }
      return promise.promise
    },
    settle({ reply = 0, value, failure }: FromMain): void {
      const promise = waiting.get(reply)
      waiting.delete(reply)
      if (failure === undefined) promise?.resolve(value)
      else promise?.reject(new Error(failure))
    },
  }
}

/** What `runPreload` is made of. */
export const preloadParts = [runPreload, createIpcRenderer, createInvocations] as const
