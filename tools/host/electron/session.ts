import type { OnHeadersReceivedListenerDetails, Session } from 'electron'
import type { Browser } from '../chromium/browser.ts'
import { setHeaderFilter } from '../page/requests.ts'
import { failHost, isClosing, openBrowser } from '../runtime.ts'
import { net } from './net.ts'
import { protocol } from './protocol.ts'

type HeadersAnswer = { responseHeaders?: Record<string, string | string[]>; cancel?: boolean }
type HeadersListener = (
  details: OnHeadersReceivedListenerDetails,
  callback: (answer: HeadersAnswer) => void,
) => void

function toLists(headers: Headers): Record<string, string[]> {
  return Object.fromEntries([...headers].map(([name, value]) => [name, [value]]))
}

function toHeaders(lists: Record<string, string | string[]>): Headers {
  const headers = new Headers()
  for (const [name, values] of Object.entries(lists))
    for (const value of [values].flat()) headers.append(name, value)
  return headers
}

/** Calls the listener for what `protocol.handle` answers; other traffic passes it by. */
function onHeadersReceived(first: unknown, second?: unknown): void {
  const listener = (typeof first === 'function' ? first : second) as HeadersListener | null
  if (typeof listener !== 'function') {
    setHeaderFilter(null)
    return
  }
  setHeaderFilter(
    (url, headers) =>
      new Promise((resolve) => {
        const details = { url, method: 'GET', responseHeaders: toLists(headers), statusCode: 200 }
        listener(details as unknown as OnHeadersReceivedListenerDetails, ({ responseHeaders }) => {
          resolve(responseHeaders === undefined ? headers : toHeaders(responseHeaders))
        })
      }),
  )
}

/** Electron's name for a permission, and Chromium's. */
const PERMISSIONS = [
  ['geolocation', ['geolocation']],
  ['media', ['camera', 'microphone']],
  ['notifications', ['notifications']],
] as const

type PermissionHandler = (
  contents: null,
  permission: string,
  answer: (isGranted: boolean) => void,
) => void

/** Chromium cannot ask the handler that is set here: its answers are given to Chromium beforehand. */
function setPermissionRequestHandler(handler: unknown): void {
  if (typeof handler !== 'function') return
  const browser = openBrowser()
  for (const [permission, names] of PERMISSIONS)
    (handler as PermissionHandler)(null, permission, (isGranted) => {
      for (const name of names)
        setPermission(browser, name, isGranted).catch((error: unknown) => {
          if (!isClosing()) failHost(error)
        })
    })
}

async function setPermission(browser: Browser, name: string, isGranted: boolean): Promise<void> {
  const browserContextId = await browser.contextId
  await browser.root.send('Browser.setPermission', {
    permission: { name },
    setting: isGranted ? 'granted' : 'denied',
    ...(browserContextId === null ? {} : { browserContextId }),
  })
}

export const defaultSession = {
  protocol,
  webRequest: {
    onHeadersReceived,
    onBeforeRequest: (): void => undefined,
    onBeforeSendHeaders: (): void => undefined,
  },
  setPermissionRequestHandler,
  setPermissionCheckHandler: (): void => undefined,
  setDevicePermissionHandler: (): void => undefined,
  setDisplayMediaRequestHandler: (): void => undefined,
  setSpellCheckerEnabled: (): void => undefined,
  setUserAgent: (): void => undefined,
  setProxy: (): Promise<void> => Promise.resolve(),
  on: (): object => defaultSession,
  clearCache: (): Promise<void> => Promise.resolve(),
  clearStorageData: (): Promise<void> => Promise.resolve(),
} satisfies Partial<Record<keyof Session, unknown>>

/** Node's fetch never sends twice by itself: its connections need no care. */
const partition = {
  ...defaultSession,
  fetch: net.fetch,
  closeAllConnections: (): Promise<void> => Promise.resolve(),
}

export const session = {
  defaultSession,
  fromPartition: (): typeof partition => partition,
}
