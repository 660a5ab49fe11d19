import path from 'node:path'
import type { App, Protocol } from 'electron'
import { createPageHandler, type ReadPicture } from './protocol.ts'

/** Where the renderer's page comes from. */
export interface Page {
  /** The one origin that may be shown and may speak to main. */
  origin: string
  url: string
  /** False while a development server serves it. */
  served: boolean
}

/**
 * The development server's page, as electron-vite tells it; null: there is none. Only on this machine,
 * and never in a packaged terminal: setting a variable would put a page of their own before the
 * bridge.
 */
export function devServerOf(
  app: Pick<App, 'isPackaged'>,
  env: Readonly<NodeJS.ProcessEnv>,
): string | null {
  const url = env['ELECTRON_RENDERER_URL'] ?? ''
  return !app.isPackaged && isThisMachine(url) ? url : null
}

/** Call before the app is ready: a scheme of our own gets a real origin only then. */
export function registerPage(
  protocol: Pick<Protocol, 'registerSchemesAsPrivileged'>,
  origin: string,
  devServer: string | null,
): Page {
  if (devServer !== null)
    return { origin: new URL(devServer).origin, url: devServer, served: false }
  const privileges = { standard: true, secure: true, supportFetchAPI: true, codeCache: true }
  const scheme = schemeOf(origin)
  if (scheme !== 'https') protocol.registerSchemesAsPrivileged([{ scheme, privileges }])
  return { origin, url: `${origin}/index.html`, served: true }
}

/** Serves the built renderer and the site's pictures; call once the app is ready. */
export function servePage(protocol: Protocol, page: Page, readPicture: ReadPicture): void {
  if (!page.served) return
  const { origin } = page
  const folder = path.join(import.meta.dirname, '../renderer')
  protocol.handle(schemeOf(origin), createPageHandler({ origin, folder, readPicture }))
}

function isThisMachine(address: string): boolean {
  return ['localhost', '127.0.0.1', '[::1]'].includes(URL.parse(address)?.hostname ?? '')
}

function schemeOf(origin: string): string {
  return origin.slice(0, origin.indexOf(':'))
}
