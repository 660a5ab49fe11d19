import type { Browser } from '../chromium/browser.ts'
import { hostSettings, openBrowser } from '../runtime.ts'

export interface WindowSettings {
  widthPx: number
  heightPx: number
  fullscreen: boolean
}

/** What is called when a window is gone, by its target. */
const watches = new Map<string, () => void>()
const discovered = new WeakMap<Browser, Promise<string | null>>()
/** With a display, Chromium ends with its last window: that one is kept until the next is open. */
const parked = new Set<string>()

/** Opens a window; with a display the first one is the window that Chromium came up with. */
export async function openTarget(
  browser: Browser,
  { widthPx, heightPx, fullscreen }: WindowSettings,
  onDestroyed: () => void,
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
  watches.set(targetId, onDestroyed)
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
    const { type, targetId, openerId } = targetInfo
    if (type !== 'page') return
    // Without a display Chromium opens none; with one, a page's new window is closed at once.
    if (openerId !== undefined && watches.has(openerId))
      browser.root.send('Target.closeTarget', { targetId }).catch(() => undefined)
    else resolve(targetId)
  })
  browser.root.on('Target.targetDestroyed', ({ targetId }) => {
    const onDestroyed = watches.get(targetId)
    watches.delete(targetId)
    onDestroyed?.()
  })
  void browser.gone.then(() => {
    const all = [...watches.values()]
    watches.clear()
    for (const onDestroyed of all) onDestroyed()
  })
  await browser.root.send('Target.setDiscoverTargets', { discover: true })
  return promise
}
