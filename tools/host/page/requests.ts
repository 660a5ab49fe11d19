import type { CdpSession } from '../cdp/connection.ts'
import type { PausedRequest } from '../cdp/protocol.ts'

export type RequestHandler = (request: Request) => Response | Promise<Response>

/** What the main process registered by `protocol.handle`, by scheme without the colon. */
export const schemeHandlers = new Map<string, RequestHandler>()

/** May change a response's headers (session.webRequest.onHeadersReceived). */
export type HeaderFilter = (url: string, headers: Headers) => Promise<Headers>

const filters: { headers: HeaderFilter | null } = { headers: null }

export function setHeaderFilter(filter: HeaderFilter | null): void {
  filters.headers = filter
}

const ABORTED = { errorReason: 'Aborted' }

/** Says whether the page itself may go to this address. */
type NavigationCheck = (url: string, frameId: string) => boolean

/** Hands the page's requests to main's protocol handlers; what none of them takes goes its way. */
export async function interceptRequests(
  session: CdpSession,
  mayNavigate: NavigationCheck,
): Promise<void> {
  session.on('Fetch.requestPaused', (paused) => {
    answer(session, paused, mayNavigate).catch((error: unknown) => {
      // The page may have gone while its request was being answered.
      if (process.env['FORECOURT_HOST_VERBOSE'] === '1') console.error(error)
    })
  })
  await session.send('Fetch.enable', {
    patterns: [{ urlPattern: 'https://*' }, { urlPattern: '*', resourceType: 'Document' }],
  })
}

async function answer(
  session: CdpSession,
  { requestId, request, frameId, resourceType }: PausedRequest,
  mayNavigate: NavigationCheck,
): Promise<void> {
  if (resourceType === 'Document' && !mayNavigate(request.url, frameId)) {
    await session.send('Fetch.failRequest', { requestId, ...ABORTED })
    return
  }
  const handler = schemeHandlers.get(new URL(request.url).protocol.slice(0, -1))
  if (handler === undefined) {
    await session.send('Fetch.continueRequest', { requestId })
    return
  }
  try {
    const response = await handler(
      new Request(request.url, {
        method: request.method,
        headers: request.headers,
        body: request.postData ?? null,
      }),
    )
    const body = Buffer.from(await response.arrayBuffer()).toString('base64')
    const headers = (await filters.headers?.(request.url, response.headers)) ?? response.headers
    await session.send('Fetch.fulfillRequest', {
      requestId,
      responseCode: response.status,
      responseHeaders: [...headers].map(([name, value]) => ({ name, value })),
      body,
    })
  } catch (error) {
    console.error(`${request.url} could not be answered:`, error)
    await session.send('Fetch.failRequest', { requestId, errorReason: 'Failed' })
  }
}
