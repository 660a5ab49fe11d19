import { contextBridge, ipcRenderer, type IpcRendererEvent } from 'electron'
import type { TerminalBridge } from '#contract/bridge.ts'

// The channels stand in #contract/bridge.ts; only types may be imported from there.
const COMMAND: typeof import('#contract/bridge.ts').COMMAND_CHANNEL = 'terminal:command'
const EVENT: typeof import('#contract/bridge.ts').EVENT_CHANNEL = 'terminal:event'

/** The whole of what the page gets: no channel of its choice, and never Electron's own event. */
const terminal = {
  invoke: (name, input) => ipcRenderer.invoke(COMMAND, [name, input]),
  on: (name, listener) => {
    const forward = (_event: IpcRendererEvent, [event, payload]: [string, unknown]): void => {
      // Main sends under each name what the contract says.
      if (event === name) (listener as (payload: unknown) => void)(payload)
    }
    ipcRenderer.on(EVENT, forward)
    return () => {
      ipcRenderer.removeListener(EVENT, forward)
    }
  },
} satisfies TerminalBridge

// Without its walls the page gets nothing, shows nothing, and is replaced.
if (!process.sandboxed || !process.contextIsolated)
  throw new Error('the page is not sandboxed and isolated: it gets no bridge')
contextBridge.exposeInMainWorld('terminal', terminal)
