import type { App, Net, ProxyConfig, Session } from 'electron'
import type { Fetch } from '#main/platform/http.ts'

type Line = Pick<Session, 'fetch' | 'closeAllConnections' | 'setProxy'>

export interface Network {
  fetch: Fetch
  /** Once the app is ready, and before anything is sent. Null: as the system says. */
  setProxy(proxy: ProxyConfig | null): Promise<void>
}

/**
 * Chromium's own way to the network, with the system's proxies and certificates.
 *
 * It sends a request a second time by itself, whatever its method, when a connection that others
 * had used before breaks without an answer, and when QUIC fails (net/http/http_network_transaction.cc:
 * `ShouldResendRequest`, `HandleIOError`). What is to be carried out `once` therefore goes by a
 * session of its own (`session.fromPartition`, in memory) whose connections are closed before
 * (`closeAllConnections`, which would end others' requests: so none is shared), and QUIC is off.
 */
export function createFetch(deps: {
  net: Pick<Net, 'fetch'>
  session: {
    fromPartition(partition: string): Line
    readonly defaultSession: Pick<Line, 'setProxy'>
  }
  app: Pick<App, 'setProxy'> & { commandLine: Pick<App['commandLine'], 'appendSwitch'> }
}): Network {
  const { net, session, app } = deps
  const idle: Line[] = []
  let opened = 0
  let proxy: ProxyConfig | null = null
  app.commandLine.appendSwitch('disable-quic')

  const openLine = async (): Promise<Line> => {
    opened += 1
    const line = session.fromPartition(`once-${String(opened)}`)
    if (proxy !== null) await line.setProxy(proxy)
    return line
  }

  const fetchOnce: Fetch = async (url, init) => {
    const line = idle.pop() ?? (await openLine())
    const release = (): void => {
      idle.push(line)
    }
    try {
      await line.closeAllConnections()
      const { body, status, headers } = await line.fetch(url, init)
      const counted = body?.pipeThrough(new TransformStream(whenOver(release)))
      if (!counted) release()
      return new Response(counted ?? null, { status, headers })
    } catch (error) {
      release()
      throw error
    }
  }
  return {
    fetch: (url, { once = false, ...init }) => (once ? fetchOnce : net.fetch)(url, init),
    async setProxy(given) {
      proxy = given
      if (given !== null)
        await Promise.all([session.defaultSession.setProxy(given), app.setProxy(given)])
    },
  }
}

/** Passes everything on; `over` is called once at the end, whichever it is. */
const whenOver = (over: () => void): Transformer & { cancel: () => void } => ({
  flush: over,
  cancel: over,
})
