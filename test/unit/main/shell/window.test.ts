import type { EventEmitter } from 'node:events'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { createClock } from '#common/clock.ts'
import { openWindow } from '#main/shell/window.ts'

const host = vi.hoisted(() => ({ told: [] as string[], options: {} as Record<string, unknown> }))

vi.mock('electron', async () => {
  const { EventEmitter: Emitter } = await import('node:events')
  class BrowserWindow extends Emitter {
    readonly webContents = Object.assign(new Emitter(), { setWindowOpenHandler: vi.fn() })
    isGone = false
    constructor(options: Record<string, unknown>) {
      super()
      host.options = options
    }
    loadURL = (): Promise<void> => Promise.resolve()
    show = (): void => void host.told.push('show')
    isDestroyed = (): boolean => this.isGone
    isMinimized = (): boolean => false
    focus = (): void => undefined
    moveTop = (): void => undefined
    setAlwaysOnTop = (_isOnTop: boolean, level: string): void => void host.told.push(level)
  }
  return { BrowserWindow }
})

interface Fake extends EventEmitter {
  webContents: EventEmitter
  isGone: boolean
}

function open({ kiosk = false } = {}) {
  const clock = createClock({ startMs: 0, speed: 0 })
  const onShown = vi.fn()
  const opened = openWindow({
    ...{ pageUrl: 'app://terminal/index.html', devTools: false, size: null, kiosk },
    ...{ clock, onShown, distance: () => '0.6m' as const },
  })
  return { clock, onShown, window: opened as unknown as Fake }
}

beforeEach(() => {
  host.told.length = 0
})

describe('a window', () => {
  it.each([
    ['it is ready', (window: Fake) => window.emit('ready-to-show')],
    ['its page has loaded', (window: Fake) => window.webContents.emit('did-finish-load')],
  ])('is shown as soon as %s', (_when, happens) => {
    const { window, onShown } = open()
    expect(host.told).toEqual([])
    happens(window)
    expect(host.told).toEqual(['show'])
    expect(onShown).toHaveBeenCalledOnce()
  })

  // On Wayland a hidden window is never ready to be shown (electron#48859).
  it('is shown within two seconds, though nothing ever says that it is ready', async () => {
    const { clock, onShown } = open()
    await clock.advance(1_900)
    expect(host.told).toEqual([])
    await clock.advance(100)
    expect(host.told).toEqual(['show'])
    expect(onShown).toHaveBeenCalledOnce()
  })

  it('is shown once', async () => {
    const { clock, window } = open()
    window.emit('ready-to-show')
    window.webContents.emit('did-finish-load')
    await clock.advance(10_000)
    window.emit('ready-to-show')
    expect(host.told).toEqual(['show'])
  })

  it('is not shown once it is gone', async () => {
    const { clock, window, onShown } = open()
    window.isGone = true
    window.emit('closed')
    window.emit('ready-to-show')
    await clock.advance(10_000)
    expect(host.told).toEqual([])
    expect(onShown).not.toHaveBeenCalled()
  })
})

it('of a kiosk is above all others, has no corners to see through, and no frame', () => {
  const { window } = open({ kiosk: true })
  window.emit('ready-to-show')
  expect(host.told).toEqual(['show', 'screen-saver'])
  expect(host.options).toMatchObject({ kiosk: true, frame: false, roundedCorners: false })
})
