import { readFile } from 'node:fs/promises'
import type { IClientOptions, MqttClient } from 'mqtt'
import type { Clock } from '#common/clock.ts'
import type { Log } from '#main/core/log.ts'
import type { LinkSettings } from '#main/settings/link-settings.ts'

/** What leaves by the link: the broker keeps the last one of each topic. */
export interface Outgoing {
  /** Below `forecourt/<site>/`. */
  readonly topic: string
  /** Empty: the broker forgets the topic. */
  readonly body: string
  /** After so long it forgets it by itself, if it speaks MQTT 5 (ms). */
  readonly expiresInMs?: number
}

/** A connection to the broker that comes again by itself. */
export interface Transport {
  /** Resolves once the broker has it; rejects where the connection ends before. */
  send(message: Outgoing): Promise<void>
  isConnected(): boolean
  /** What the broker keeps comes once more. */
  askAgain(): void
  close(): Promise<void>
}

interface TransportDeps {
  settings: LinkSettings
  terminalId: string
  clock: Clock
  log: Log
  /** What the broker tells the others when this terminal falls silent. */
  will: Outgoing
  /** `isNew`: the broker knows nothing of this terminal, and may have forgotten what it said. Must not throw. */
  onConnected(isNew: boolean): void
  onDisconnected(): void
  /** The broker hears that it arrived once this resolves. Must not reject. */
  onMessage(topic: string, body: string): Promise<void>
}

const FIRST_PAUSE_MS = 1_000
const LONGEST_PAUSE_MS = 60_000
/** So long the broker keeps what a terminal that is away has not heard (s). */
const SESSION_EXPIRY_S = 7 * 86_400
const KEEPALIVE_S = 30
const CONNECT_LIMIT_MS = 10_000
/** "Unacceptable protocol version", as MQTT 3.1.1 and 5 have it. */
const OTHER_VERSION: readonly unknown[] = [1, 132]

/** Connects at once, and again after pauses that grow to a minute. MQTT 5; 3.1.1 where the broker has no other. */
export function createTransport(deps: TransportDeps): Transport {
  const { clock, log, settings } = deps
  const ending = new AbortController()
  const root = `forecourt/${settings.site}/`
  const facts = `${root}facts/+/+`
  let client: MqttClient | null = null
  let version: 4 | 5 = 5
  let isConnected = false

  const connect = (): void => {
    open().catch((error: unknown) => {
      log.warn({ reason: codeOf(error) }, 'the link cannot be opened')
      pauses.again()
    })
  }
  const pauses = createPauses(clock, connect)
  const open = async (): Promise<void> => {
    const made = await openClient(deps, version, root)
    if (ending.signal.aborted) return void made.end(true)
    client = made
    hear(made, facts, {
      opened(isNew) {
        isConnected = true
        pauses.reset()
        log.info({ version, isNew }, 'the link is open')
        deps.onConnected(isNew)
      },
      failed(reason) {
        if (version === 5 && OTHER_VERSION.includes(reason)) version = 4
        log.warn({ reason }, 'the link has failed')
      },
      closed() {
        if (isConnected) log.warn({}, 'the link is down')
        if (isConnected) deps.onDisconnected()
        isConnected = false
        pauses.again()
      },
    })
  }

  connect()
  return {
    isConnected: () => isConnected,
    askAgain() {
      if (client && isConnected) subscribe(client, facts, false).catch(() => undefined)
    },
    send: (message) =>
      client === null || !isConnected
        ? Promise.reject(new Error('The link is down.'))
        : publish(client, root, message, version),
    async close() {
      ending.abort()
      pauses.end()
      if (client === null) return
      if (isConnected) await publish(client, root, deps.will, version).catch(() => undefined)
      isConnected = false
      await client.endAsync(true)
    },
  }
}

/** Runs it again after pauses that grow to a minute. */
function createPauses(
  clock: Clock,
  run: () => void,
): { again(): void; reset(): void; end(): void } {
  let failures = 0
  let isOver = false
  let cancel = (): void => undefined
  return {
    again() {
      if (isOver) return
      const pauseMs = Math.min(FIRST_PAUSE_MS * 2 ** Math.min(failures, 6), LONGEST_PAUSE_MS)
      failures += 1
      cancel = clock.setTimer(pauseMs, run)
    },
    reset() {
      failures = 0
    },
    end() {
      isOver = true
      cancel()
    },
  }
}

/** What becomes of one connection. */
function hear(
  client: MqttClient,
  topic: string,
  told: { opened(isNew: boolean): void; failed(reason: unknown): void; closed(): void },
): void {
  client.on('connect', ({ sessionPresent }) => {
    void subscribe(client, topic, sessionPresent).then(
      () => {
        told.opened(!sessionPresent)
      },
      () => client.end(true),
    )
  })
  client.on('error', (error) => {
    told.failed(codeOf(error))
  })
  client.once('close', () => {
    client.end(true)
    told.closed()
  })
}

/** One connection, which does not come again. */
async function openClient(deps: TransportDeps, version: 4 | 5, root: string): Promise<MqttClient> {
  // Few terminals have a link: its library is loaded by those alone.
  const [{ default: mqtt }, options] = await Promise.all([
    import('mqtt'),
    optionsOf(deps, version, root),
  ])
  const client = mqtt.connect(deps.settings.url, options)
  // Each message under way hears of its end.
  client.setMaxListeners(0)
  client.handleMessage = ({ topic, payload }, done) => {
    void deps.onMessage(topic.slice(root.length), payload.toString()).then(() => {
      done()
    })
  }
  return client
}

/** A broker that remembers this terminal goes on where it was. */
async function subscribe(client: MqttClient, topic: string, isKnown: boolean): Promise<void> {
  if (!isKnown) await client.subscribeAsync(topic, { qos: 1 })
}

async function optionsOf(
  { settings, terminalId, will }: TransportDeps,
  version: 4 | 5,
  root: string,
): Promise<IClientOptions> {
  const { user, password, ca, certificate, certificateKey } = settings
  const [caPem, certificatePem, keyPem] = await Promise.all(
    [ca, certificate, certificateKey].map((file) =>
      file === null ? Promise.resolve(null) : readFile(file),
    ),
  )
  return {
    clientId: `forecourt-${terminalId}`,
    protocolVersion: version,
    clean: false,
    ...(version === 5 && { properties: { sessionExpiryInterval: SESSION_EXPIRY_S } }),
    ...(user !== null && { username: user }),
    ...(password !== null && { password }),
    ...(caPem && { ca: caPem }),
    ...(certificatePem && { cert: certificatePem }),
    ...(keyPem && { key: keyPem }),
    keepalive: KEEPALIVE_S,
    connectTimeout: CONNECT_LIMIT_MS,
    // Its pauses do not grow.
    reconnectPeriod: 0,
    resubscribe: false,
    will: { topic: root + will.topic, payload: Buffer.from(will.body), qos: 1, retain: true },
  }
}

function publish(
  client: MqttClient,
  root: string,
  { topic, body, expiresInMs }: Outgoing,
  version: 4 | 5,
): Promise<void> {
  const seconds = Math.max(1, Math.ceil((expiresInMs ?? 0) / 1000))
  const expires = version === 5 && expiresInMs !== undefined
  return new Promise((resolve, reject) => {
    const gone = (): void => {
      reject(new Error('The link went down.'))
    }
    client.once('close', gone)
    const options = {
      ...({ qos: 1, retain: true } as const),
      ...(expires && { properties: { messageExpiryInterval: seconds } }),
    }
    client.publish(root + topic, body, options, (error) => {
      client.off('close', gone)
      if (error) reject(error)
      else resolve()
    })
  })
}

/** The code of an error of network or broker: never its words, which may hold an address. */
function codeOf(error: unknown): string | number {
  const code: unknown = error instanceof Error && 'code' in error ? error.code : null
  return typeof code === 'string' || typeof code === 'number' ? code : 'unknown'
}
