import type { BrowserWindow } from 'electron'
import { distancesM, USUAL_DISTANCE, type Distance } from '#common/distance.ts'

interface Size {
  readonly widthPx: number
  readonly heightPx: number
}

/** What the page's sizes are made for; a panel with a longer short side it magnifies by itself (tokens.css). */
const USUAL_SHORT_PX = 1080
/** The smallest pages that still show all that matters. */
const LEAST_ACROSS: Size = { widthPx: 800, heightPx: 480 }
const LEAST_UPRIGHT: Size = { widthPx: 720, heightPx: 1200 }

/**
 * By how much a window of this size (px) is zoomed for who reads it from this distance: so much nearer would
 * it seem as large as the usual at 0.6 m, but never so much that what matters no longer fits. The page has
 * fewer pixels of its own then, and chooses its layout by them.
 */
export function zoomFor({ widthPx, heightPx }: Size, distance: Distance): number {
  const nearer = distancesM[distance] / distancesM[USUAL_DISTANCE]
  if (nearer === 1) return 1
  const magnified = Math.max(1, Math.min(widthPx, heightPx) / USUAL_SHORT_PX)
  const least = widthPx > heightPx ? LEAST_ACROSS : LEAST_UPRIGHT
  const most = Math.min(widthPx / least.widthPx, heightPx / least.heightPx)
  return Math.max(1, Math.min(magnified * nearer, most))
}

/** Zooms what a window shows. */
export function fitZoom(window: BrowserWindow, distance: Distance): void {
  const { webContents: contents } = window
  if (distance === USUAL_DISTANCE) contents.setZoomFactor(1)
  else {
    const [widthPx = 0, heightPx = 0] = window.getContentSize()
    contents.setZoomFactor(zoomFor({ widthPx, heightPx }, distance))
  }
}

/** The same, whenever the window shows another page or has another size. */
export function keepZoom(window: BrowserWindow, distance: () => Distance): void {
  const fit = (): void => {
    fitZoom(window, distance())
  }
  window.on('resize', fit)
  // Before the page is painted.
  window.webContents.on('did-navigate', fit)
}
