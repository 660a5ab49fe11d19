import type { Browser } from '../chromium/browser.ts'
import { hostSettings, openBrowser } from '../runtime.ts'

export interface WindowSettings {
  widthPx: number
  heightPx: number
  fullscreen: boolean
}

interface TargetWatch {
  onDestroyed: () => void
  onOpened: (url: string) => void
}

const watches = new Map<string, TargetWatch>()
const discovered = new WeakMap<Browser, Promise<string | null>>()
/** With a display, Chromium ends with its last window: that one is kept until the next is open. */
const parked = new Set<string>()

/** Opens a window; with a display the first one is the window that Chromium came up with. */
export async function openTarget(
  browser: Browser,
  { widthPx, heightPx, fullscreen }: WindowSettings,
  watch: TargetWatch,
): Promise<string> {
  const first = await discover(browser)
  const bounds = { width: widthPx, height: heightPx }
  const browserContextId = await browser.contextId
  const targetId =
    first ??
    (
      await browser.root.send('Target.createTarget', {
        url: 'about:blank',
        newWindow: true,
        ...(browserContextId === null ? {} : { browserContextId }),
        ...bounds,
        ...(fullscreen ? { windowState: 'fullscreen' } : {}),
      })
    ).targetId
  watches.set(targetId, watch)
  if (first !== null) await fitWindow(browser, first, fullscreen ? null : bounds)
  for (const old of parked) await browser.root.send('Target.closeTarget', { targetId: old })
  parked.clear()
  return targetId
}

export async function closeTarget(targetId: string): Promise<void> {
  watches.delete(targetId)
  if (!hostSettings().headless && watches.size === 0) parked.add(targetId)
  else await openBrowser().root.send('Target.closeTarget', { targetId })
}

async function fitWindow(
  browser: Browser,
  targetId: string,
  bounds: { width: number; height: number } | null,
): Promise<void> {
  const { windowId } = await browser.root.send('Browser.getWindowForTarget', { targetId })
  await browser.root.send('Browser.setWindowBounds', {
    windowId,
    bounds: bounds ?? { windowState: 'fullscreen' },
  })
}

/** Begins to listen for targets, once a browser; gives the window that came with it, once. */
async function discover(browser: Browser): Promise<string | null> {
  const known = discovered.get(browser)
  if (known !== undefined) {
    await known
    return null
  }
  const { promise, resolve } = Promise.withResolvers<string | null>()
  discovered.set(browser, promise)
  if (hostSettings().headless) resolve(null)
  browser.root.on('Target.targetCreated', ({ targetInfo }) => {
    const { type, targetId, openerId, url } = targetInfo
    if (type !== 'page') return
    const opener = openerId === undefined ? undefined : watches.get(openerId)
    if (opener === undefined) {
      resolve(targetId)
      return
    }
    opener.onOpened(url)
    browser.root.send('Target.closeTarget', { targetId }).catch(() => undefined)
  })
  browser.root.on('Target.targetDestroyed', ({ targetId }) => {
    const watch = watches.get(targetId)
    watches.delete(targetId)
    watch?.onDestroyed()
  })
  void browser.gone.then(() => {
    const all = [...watches.values()]
    watches.clear()
    for (const watch of all) watch.onDestroyed()
  })
  await browser.root.send('Target.setDiscoverTargets', { discover: true })
  return promise
}
