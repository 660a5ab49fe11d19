import { WebSocket } from 'ws'
import { CdpConnection } from '../cdp/connection.ts'
import { socketTransport } from '../cdp/transport.ts'
import type { Browser } from './browser.ts'

/**
 * A Chromium that runs already and serves several hosts, one after the other or side by side. Each
 * has a context of its own, which Chromium drops with the socket, however this process ends.
 */
export function joinBrowser(url: string): Browser {
  // Compressed, each message would cost both ends more than its way on one machine.
  const socket = new WebSocket(url, { perMessageDeflate: false })
  const connection = new CdpConnection(socketTransport(socket))
  const root = connection.session(null)
  const contextId = root
    .send('Target.createBrowserContext', { disposeOnDetach: true })
    .then(({ browserContextId }) => {
      console.log(`forecourt-host ${JSON.stringify({ debuggingUrl: url, browserContextId })}`)
      return browserContextId
    })
  contextId.catch(() => undefined)
  let isClosing = false
  const gone = new Promise<boolean>((resolve) => {
    socket.addEventListener('close', () => {
      resolve(isClosing)
    })
  })
  return {
    connection,
    root,
    contextId,
    gone,
    close: async () => {
      isClosing = true
      socket.close()
      await gone
    },
  }
}
