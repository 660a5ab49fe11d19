import { EventEmitter } from 'node:events'
import type { BrowserWindow } from 'electron'
import { describe, expect, it, vi } from 'vitest'
import type { Distance } from '#common/distance.ts'
import { keepZoom, zoomFor } from '#main/shell/zoom.ts'

const size = (widthPx: number, heightPx: number) => ({ widthPx, heightPx })

describe('how much a window is zoomed', () => {
  it('is not at all at arm’s length, and never less than that', () => {
    expect(zoomFor(size(1920, 1080), '0.6m')).toBe(1)
    expect(zoomFor(size(3840, 2160), '0.6m')).toBe(1)
    expect(zoomFor(size(800, 480), '2m')).toBe(1)
    expect(zoomFor(size(640, 400), '2m')).toBe(1)
  })

  it('makes things seem as large from a metre away as they do from 0.6 m', () => {
    expect(zoomFor(size(1920, 1080), '1m')).toBeCloseTo(1 / 0.6)
  })

  it('comes on top of what a panel of many pixels is magnified by already', () => {
    expect(zoomFor(size(3840, 2160), '1m')).toBeCloseTo(2 / 0.6)
  })

  it.each([
    [1024, 600],
    [1366, 768],
    [1920, 1080],
    [3840, 2160],
  ])('leaves a page of 800×480 at least on %i×%i', (widthPx, heightPx) => {
    for (const distance of ['1m', '2m'] as const) {
      const zoom = zoomFor({ widthPx, heightPx }, distance)
      expect(widthPx / zoom).toBeGreaterThanOrEqual(800)
      expect(heightPx / zoom).toBeGreaterThanOrEqual(480 - 1e-9)
    }
  })

  it('leaves an upright page 720 wide at least', () => {
    expect(1080 / zoomFor(size(1080, 1920), '1m')).toBeCloseTo(720)
    expect(2160 / zoomFor(size(2160, 3840), '2m')).toBeCloseTo(720)
  })
})

it('a window is zoomed as it is read now: with each page, each size, each distance', () => {
  const setZoomFactor = vi.fn()
  let across = [1920, 1080]
  let distance: Distance = '1m'
  const window = Object.assign(new EventEmitter(), {
    getContentSize: () => across,
    webContents: Object.assign(new EventEmitter(), { setZoomFactor }),
  })
  keepZoom(window as unknown as BrowserWindow, () => distance)
  window.webContents.emit('did-navigate')
  across = [1024, 600]
  window.emit('resize')
  distance = '0.6m'
  window.emit('resize')
  const zooms = setZoomFactor.mock.calls.map(([zoom]) => Number(zoom).toFixed(2))
  expect(zooms).toEqual(['1.67', '1.25', '1.00'])
})
