import { EventEmitter } from 'node:events'
import type { BrowserWindow, Session, WebContents } from 'electron'
import { describe, expect, it, vi } from 'vitest'
import { lockDown, lockKiosk } from '#main/shell/lock-down.ts'
import { refusePermissions } from '#main/shell/permissions.ts'

const PAGE = 'app://terminal/index.html'

function openContents() {
  const contents = Object.assign(new EventEmitter(), {
    opens: (): unknown => undefined,
    setWindowOpenHandler(handler: () => unknown) {
      contents.opens = handler
    },
    setZoomFactor: vi.fn(),
    setVisualZoomLevelLimits: vi.fn(() => Promise.resolve()),
    closeDevTools: vi.fn(),
  })
  const window = Object.assign(new EventEmitter(), { webContents: contents })
  return {
    contents,
    window,
    /** Whether what the event stands for is prevented. */
    prevents(target: EventEmitter, name: string, facts: object = {}, ...rest: unknown[]): boolean {
      const preventDefault = vi.fn()
      target.emit(name, { preventDefault, ...facts }, ...rest)
      return preventDefault.mock.calls.length > 0
    },
  }
}

describe('every window', () => {
  const { contents, prevents } = openContents()
  lockDown(contents as unknown as WebContents, PAGE)

  it.each([
    'https://example.org/',
    'app://terminal/other.html',
    'app://terminal/index.html?x',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'data:text/html,x',
    'app://terminal.evil/index.html',
  ])('does not go to %s', (url) => {
    expect(prevents(contents, 'will-navigate', { url })).toBe(true)
  })

  it('loads its own page again', () => {
    expect(prevents(contents, 'will-navigate', { url: PAGE })).toBe(false)
    expect(prevents(contents, 'will-navigate', { url: `${PAGE}#part` })).toBe(false)
  })

  it('has no frames, redirects, webviews and new windows', () => {
    expect(prevents(contents, 'will-frame-navigate', { isMainFrame: false, url: PAGE })).toBe(true)
    expect(prevents(contents, 'will-redirect', { url: PAGE })).toBe(true)
    expect(prevents(contents, 'will-attach-webview')).toBe(true)
    expect(contents.opens()).toEqual({ action: 'deny' })
  })
})

describe('a kiosk’s window', () => {
  const { contents, window, prevents } = openContents()
  lockKiosk(window as unknown as BrowserWindow)
  const held = { control: false, alt: false, meta: false, shift: false }

  it('refuses the browser’s keys, and lets others pass', () => {
    const input = { ...held, control: true, key: 'r' }
    expect(prevents(contents, 'before-input-event', {}, input)).toBe(true)
    expect(prevents(contents, 'before-input-event', {}, { ...held, key: 'r' })).toBe(false)
  })

  it('has no context menu and no ways back of the system', () => {
    expect(prevents(contents, 'context-menu')).toBe(true)
    expect(prevents(window, 'app-command', {}, 'browser-backward')).toBe(true)
  })

  it('keeps its size, and closes developer tools again', () => {
    contents.emit('did-finish-load')
    contents.emit('zoom-changed')
    contents.emit('devtools-opened')
    expect(contents.setZoomFactor.mock.calls).toEqual([[1], [1]])
    expect(contents.setVisualZoomLevelLimits).toHaveBeenCalledWith(1, 1)
    expect(contents.closeDevTools).toHaveBeenCalledTimes(1)
  })
})

it('every permission, device, capture and download is refused', () => {
  const session = Object.assign(new EventEmitter(), {
    setPermissionRequestHandler: vi.fn(),
    setPermissionCheckHandler: vi.fn(),
    setDevicePermissionHandler: vi.fn(),
    setDisplayMediaRequestHandler: vi.fn(),
  })
  refusePermissions(session as unknown as Session)
  const handler = (of: { mock: { calls: unknown[][] } }): ((...args: unknown[]) => unknown) =>
    of.mock.calls[0]?.[0] as (...args: unknown[]) => unknown
  const answer = vi.fn()
  handler(session.setPermissionRequestHandler)(null, 'media', answer)
  handler(session.setPermissionRequestHandler)(null, 'display-capture', answer)
  expect(answer.mock.calls).toEqual([[false], [false]])
  // One that answers without a stream is an error in main; without one Electron refuses by itself.
  expect(session.setDisplayMediaRequestHandler).not.toHaveBeenCalled()
  expect(handler(session.setPermissionCheckHandler)(null, 'geolocation')).toBe(false)
  expect(handler(session.setDevicePermissionHandler)({})).toBe(false)
  const preventDefault = vi.fn()
  session.emit('will-download', { preventDefault })
  expect(preventDefault).toHaveBeenCalledTimes(1)
})
