import type { App, Net, Session } from 'electron'
import type { Fetch } from '#main/platform/http.ts'

type Line = Pick<Session, 'fetch' | 'closeAllConnections'>

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
  session: { fromPartition(partition: string): Line }
  app: { commandLine: Pick<App['commandLine'], 'appendSwitch'> }
}): Fetch {
  const { net, session, app } = deps
  const idle: Line[] = []
  let opened = 0
  app.commandLine.appendSwitch('disable-quic')

  const openLine = (): Line => {
    opened += 1
    return session.fromPartition(`once-${String(opened)}`)
  }

  const fetchOnce: Fetch = async (url, init) => {
    const line = idle.pop() ?? openLine()
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
  return (url, { once = false, ...init }) => (once ? fetchOnce : net.fetch)(url, init)
}

/** Passes everything on; `over` is called once at the end, whichever it is. */
const whenOver = (over: () => void): Transformer & { cancel: () => void } => ({
  flush: over,
  cancel: over,
})
