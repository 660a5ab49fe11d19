import type { IncomingMessage, ServerResponse } from 'node:http'
import { createServer } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'

export type RequestHandler = (request: IncomingMessage, response: ServerResponse) => Promise<void>

/** A listening port of 127.0.0.1 that can be closed and opened again. */
export interface Listener {
  readonly port: number
  /** Refuses connections and cuts those there are, save those that `isSpared` by their requests. */
  refuse(): Promise<void>
  accept(): Promise<void>
  close(): Promise<void>
}

/** Listens on `port` (0: any free one). Requests whose path `isSpared` survive `refuse`. */
export async function listen(
  port: number,
  handle: RequestHandler,
  isSpared: (url: string) => boolean = () => false,
): Promise<Listener> {
  const sockets = new Set<Socket>()
  const spared = new Set<Socket>()

  const server = createServer((request, response) => {
    const { socket } = request
    if (isSpared(request.url ?? '')) {
      spared.add(socket)
      response.setHeader('connection', 'close')
    }
    handle(request, response).catch(() => {
      socket.destroy()
    })
  })
  server.on('connection', (socket) => {
    sockets.add(socket)
    socket.on('close', () => {
      sockets.delete(socket)
      spared.delete(socket)
    })
  })

  const open = (wanted: number): Promise<number> =>
    new Promise((resolve, reject) => {
      server.once('error', reject)
      server.listen(wanted, '127.0.0.1', () => {
        server.off('error', reject)
        resolve((server.address() as AddressInfo).port)
      })
    })

  const shut = (survivors: Set<Socket>): void => {
    server.close()
    for (const socket of sockets) if (!survivors.has(socket)) socket.destroy()
  }

  const actualPort = await open(port)
  return {
    port: actualPort,
    refuse() {
      if (server.listening) shut(spared)
      return Promise.resolve()
    },
    async accept() {
      if (!server.listening) await open(actualPort)
    },
    close() {
      return new Promise((resolve) => {
        if (sockets.size === 0 && !server.listening) {
          resolve()
          return
        }
        server.close(() => {
          resolve()
        })
        for (const socket of sockets) socket.destroy()
      })
    },
  }
}
