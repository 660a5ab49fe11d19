import type { Readable, Writable } from 'node:stream'
import { WebSocket } from 'ws'

/** Carries the DevTools protocol's JSON texts, one a message. */
export interface Transport {
  send(text: string): void
  listen(onText: (text: string) => void, onClose: () => void): void
}

/** A pipe of Chromium's: each text is ended by a zero byte. */
export function pipeTransport(output: Writable, input: Readable): Transport {
  return {
    send: (text) => output.write(`${text}\0`),
    listen: (onText, onClose) => {
      let chunks: Buffer[] = []
      input.on('data', (chunk: Buffer) => {
        let start = 0
        for (let end = chunk.indexOf(0); end >= 0; end = chunk.indexOf(0, start)) {
          const text = Buffer.concat([...chunks, chunk.subarray(start, end)]).toString('utf8')
          chunks = []
          start = end + 1
          onText(text)
        }
        if (start < chunk.length) chunks.push(chunk.subarray(start))
      })
      input.on('close', onClose).on('error', onClose)
      output.on('error', onClose)
    },
  }
}

/** A socket to a Chromium that runs already. What is sent before it opens waits. */
export function socketTransport(socket: WebSocket): Transport {
  const opened = new Promise<void>((resolve) => {
    socket.addEventListener('open', () => {
      resolve()
    })
  })
  return {
    send: (text) => {
      if (socket.readyState === WebSocket.OPEN) socket.send(text)
      else
        void opened.then(() => {
          socket.send(text)
        })
    },
    listen: (onText, onClose) => {
      socket.addEventListener('message', ({ data }) => {
        if (typeof data === 'string') onText(data)
      })
      socket.addEventListener('close', onClose)
    },
  }
}
