import type { IpcMain, IpcMainInvokeEvent, WebContents } from 'electron'
import { COMMAND_CHANNEL, EVENT_CHANNEL } from '#contract/bridge.ts'
import type { Result } from '#contract/errors.ts'
import { failureOf } from '#main/core/errors.ts'
import type { Log } from '#main/core/log.ts'
import type { Emit } from '#main/core/emit.ts'
import type { Dispatch } from './dispatch.ts'

export interface BridgeDeps {
  ipcMain: Pick<IpcMain, 'handle'>
  /** Where our renderer's files come from; nobody else may speak. */
  rendererOrigin: string
  /** The window that is shown now. */
  contents: () => WebContents | null
  log: Log
}

/** Opens the one command channel: sender check first, then `dispatch`. */
export function openBridge(deps: BridgeDeps, dispatch: Dispatch): void {
  deps.ipcMain.handle(COMMAND_CHANNEL, (event, message: unknown): Promise<Result<unknown>> => {
    if (!isOurs(event, deps)) {
      deps.log.warn({}, 'a command from a stranger was refused')
      const error = failureOf('wrong-sender', 'commands are taken from the terminal page alone')
      return Promise.resolve({ ok: false, error })
    }
    const [name, input] = Array.isArray(message) ? (message as unknown[]) : []
    return dispatch(name, input)
  })
}

/** The sender of events to whichever window is shown. */
export function createEmit(contents: () => WebContents | null): Emit {
  return (name, payload) => {
    const target = contents()
    if (target && !target.isDestroyed()) target.send(EVENT_CHANNEL, [name, payload])
  }
}

/** The main frame of our window, showing a page of our origin. */
function isOurs(event: IpcMainInvokeEvent, { contents, rendererOrigin }: BridgeDeps): boolean {
  const { sender, senderFrame } = event
  if (sender !== contents() || !senderFrame || senderFrame.parent !== null) return false
  return senderFrame.url.startsWith(`${rendererOrigin}/`)
}
