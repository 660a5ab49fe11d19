import { execFileSync, spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { startBroker } from '#main/link/broker.ts'
import { createQuietLog } from '../unit/main/support/quiet-log.ts'

export const BROKER_USER = 'site'
export const BROKER_PASSWORD = 'a broker password'

/** A broker on loopback. */
export interface TestBroker {
  readonly port: number
  close(): Promise<void>
}

const MOSQUITTO = [
  '/usr/sbin/mosquitto',
  '/usr/local/sbin/mosquitto',
  '/opt/homebrew/sbin/mosquitto',
]

/** Where Mosquitto is installed; null: it is not, and its tests say so. */
export const mosquitto =
  MOSQUITTO.find((file) => {
    try {
      execFileSync(file, ['-h'], { stdio: 'ignore' })
      return true
    } catch (error) {
      // Its help ends with a code of its own.
      return !(error instanceof Error && 'code' in error && error.code === 'ENOENT')
    }
  }) ?? null

/** The broker that a terminal carries. */
export async function startEmbedded(): Promise<TestBroker> {
  const port = await freePort()
  return startBroker(
    {
      listen: { host: '127.0.0.1', port, isThisMachine: true },
      ...{ user: BROKER_USER, password: BROKER_PASSWORD },
      ...{ certificate: null, certificateKey: null },
    },
    createQuietLog(),
  )
}

/** Mosquitto with a user and a password of its own. Rejects where it does not listen within 5 s. */
export async function startMosquitto(program: string): Promise<TestBroker> {
  const folder = mkdtempSync(path.join(tmpdir(), 'mosquitto-'))
  const port = await freePort()
  const users = path.join(folder, 'users')
  const settings = path.join(folder, 'mosquitto.conf')
  writeFileSync(users, `${BROKER_USER}:${BROKER_PASSWORD}\n`, { mode: 0o600 })
  execFileSync('mosquitto_passwd', ['-U', users])
  writeFileSync(
    settings,
    [
      `listener ${String(port)} 127.0.0.1`,
      ...['allow_anonymous false', `password_file ${users}`, 'max_queued_messages 0'],
      ...(process.getuid?.() === 0 ? ['user root'] : []),
    ].join('\n'),
  )
  const child = spawn(program, ['-c', settings], { stdio: 'ignore' })
  const ended = new Promise((resolve) => child.once('exit', resolve))
  await reached(port)
  return {
    port,
    async close() {
      child.kill()
      await ended
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** A way to a broker that can be cut and healed. */
export interface Way extends TestBroker {
  /** All that went over it, both ways. */
  readonly bytes: () => string
  cut(): void
  heal(): void
}

export async function startWay(toPort: number): Promise<Way> {
  const sockets = new Set<Socket>()
  const seen: Buffer[] = []
  let isCut = false
  const server: Server = createServer((near) => {
    if (isCut) {
      near.destroy()
      return
    }
    const far = connect(toPort, '127.0.0.1')
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(from)
      from.on('data', (chunk: Buffer) => {
        seen.push(chunk)
        to.write(chunk)
      })
      from.on('error', () => undefined)
      from.on('close', () => {
        sockets.delete(from)
        to.destroy()
      })
    }
  })
  const port = await listening(server)
  return {
    port,
    bytes: () => Buffer.concat(seen).toString('latin1'),
    cut() {
      isCut = true
      for (const socket of sockets) socket.destroy()
    },
    heal() {
      isCut = false
    },
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy()
        server.close(() => {
          resolve()
        })
      }),
  }
}

const listening = (server: Server): Promise<number> =>
  new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      resolve((server.address() as AddressInfo).port)
    })
  })

async function freePort(): Promise<number> {
  const server = createServer()
  const port = await listening(server)
  await new Promise((resolve) => server.close(resolve))
  return port
}

async function reached(port: number): Promise<void> {
  for (let tries = 0; tries < 100; tries += 1) {
    const isThere = await new Promise<boolean>((resolve) => {
      const socket = connect(port, '127.0.0.1')
      socket.once('connect', () => {
        socket.destroy()
        resolve(true)
      })
      socket.once('error', () => {
        resolve(false)
      })
    })
    if (isThere) return
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error('The broker does not listen.')
}
