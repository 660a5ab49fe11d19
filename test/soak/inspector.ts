import { WebSocket } from 'ws'
import { CdpConnection } from '#tools/host/cdp/connection.ts'
import { socketTransport } from '#tools/host/cdp/transport.ts'

/** What main holds once its garbage is collected. */
export interface MainFacts {
  heapBytes: number
  /** What keeps its event loop going, by kind. */
  resources: Record<string, number>
}

export interface Inspector {
  facts(): Promise<MainFacts>
  close(): void
}

const FACTS = `JSON.stringify({
  heapBytes: process.memoryUsage().heapUsed,
  kinds: process.getActiveResourcesInfo(),
})`

/** Reads main from outside, by node's own inspector at `url`: nothing in the product helps. */
export function openInspector(url: string): Inspector {
  const socket = new WebSocket(url)
  const session = new CdpConnection(socketTransport(socket)).session(null)
  return {
    async facts() {
      for (let n = 0; n < 2; n += 1) await session.send('HeapProfiler.collectGarbage', {})
      const { result } = await session.send('Runtime.evaluate', {
        expression: FACTS,
        awaitPromise: false,
        returnByValue: true,
        userGesture: false,
      })
      const { heapBytes, kinds } = JSON.parse(String(result.value)) as {
        heapBytes: number
        kinds: string[]
      }
      const resources: Record<string, number> = {}
      for (const kind of kinds) resources[kind] = (resources[kind] ?? 0) + 1
      return { heapBytes, resources }
    },
    close() {
      socket.close()
    },
  }
}
