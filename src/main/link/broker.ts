import { timingSafeEqual } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { createServer, type Server, type Socket } from 'node:net'
import { createServer as createTlsServer } from 'node:tls'
import type { Log } from '#main/core/log.ts'
import type { BrokerSettings } from '#main/settings/link-settings.ts'

/** The broker that a terminal carries for its site: MQTT 3.1.1, in memory. */
export interface Broker {
  readonly port: number
  close(): Promise<void>
}

/** Rejects where the port is taken or a file cannot be read. */
export async function startBroker(
  { listen, user, password, certificate, certificateKey }: BrokerSettings,
  log: Log,
): Promise<Broker> {
  // Few terminals carry one: its library is loaded by those alone.
  const { Aedes } = await import('aedes')
  const aedes = await Aedes.createBroker({
    authenticate(_client, name, word, done) {
      const isKnown = isSame(name ?? '', user) && isSame(word?.toString() ?? '', password)
      if (!isKnown) log.warn({}, 'somebody else was kept out of the broker')
      done(null, isKnown)
    },
  })
  const sockets = new Set<Socket>()
  const handle = (socket: Socket): void => {
    sockets.add(socket)
    socket.once('close', () => sockets.delete(socket))
    aedes.handle(socket)
  }
  const server: Server =
    certificate === null || certificateKey === null
      ? createServer(handle)
      : createTlsServer(
          { cert: await readFile(certificate), key: await readFile(certificateKey) },
          handle,
        )
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(listen.port, listen.host, resolve)
  })
  const address = server.address()
  return {
    port: typeof address === 'object' && address !== null ? address.port : listen.port,
    async close() {
      for (const socket of sockets) socket.destroy()
      await new Promise((resolve) => {
        server.close(resolve)
      })
      await new Promise<void>((resolve) => {
        aedes.close(resolve)
      })
    },
  }
}

function isSame(given: string, known: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(known)]
  return a.length === b.length && timingSafeEqual(a, b)
}
