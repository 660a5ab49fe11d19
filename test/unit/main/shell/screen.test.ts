import { EventEmitter } from 'node:events'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { createClock } from '#common/clock.ts'
import { createScreen } from '#main/shell/screen.ts'
import type { Options } from '#main/settings/options.ts'
import { createQuietLog } from '../support/quiet-log.ts'

const host = vi.hoisted(() => ({
  app: null as unknown as EventEmitter & { quit(): void },
  windows: [] as unknown[],
  told: [] as string[],
}))
vi.mock('#main/shell/processor-time.ts', () => ({
  createProcessorTime: () => () => ({ ranMs: 0, freeMs: 600 }),
}))
vi.mock('electron', () => ({
  get app() {
    return host.app
  },
}))
vi.mock('#main/shell/window.ts', () => ({
  openWindow: ({ onShown }: { onShown: () => void }) => new FakeWindow(onShown),
}))

class FakeWindow extends EventEmitter {
  readonly number = host.windows.push(this)
  readonly webContents = Object.assign(new EventEmitter(), {
    isCrashed: () => this.isCrashed,
    getOSProcessId: () => 1,
    forcefullyCrashRenderer: () => host.told.push(`kill ${String(this.number)}`),
  })
  isGone = false
  isSeen = true
  isAside = false
  isCrashed = false

  readonly becomesShown: () => void

  constructor(onShown: () => void) {
    super()
    this.becomesShown = onShown
    host.told.push(`open ${String(this.number)}`)
  }
  isDestroyed(): boolean {
    return this.isGone
  }
  isVisible = (): boolean => this.isSeen
  isMinimized = (): boolean => this.isAside
  restore = (): void => this.tell('restore')
  show = (): void => this.tell('show')
  focus = (): void => this.tell('focus')
  moveTop = (): void => this.tell('move to the top')
  setAlwaysOnTop = (isOnTop: boolean, level: string): void => {
    this.tell(`${level} ${String(isOnTop)}`)
  }
  tell(what: string): void {
    host.told.push(`${what} ${String(this.number)}`)
  }
  destroy(): void {
    this.isGone = true
    host.told.push(`destroy ${String(this.number)}`)
    this.emit('closed')
  }
  /** Alt+F4, or a window manager: true where it is refused. */
  close(): boolean {
    const preventDefault = vi.fn()
    this.emit('close', { preventDefault })
    return preventDefault.mock.calls.length > 0
  }
}

function openScreen(kiosk: boolean) {
  const clock = createClock({ startMs: 0, speed: 0 })
  const screen = createScreen({
    page: { origin: 'app://terminal', url: 'app://terminal/index.html', served: true },
    options: { kiosk, window: null } as Options,
    distance: () => '0.6m',
    ...{ clock, log: createQuietLog() },
    forgetView: () => host.told.push('forget'),
    relaunch: () => host.told.push('relaunch'),
    relaunches: 0,
  })
  screen.open()
  let answers = true
  screen.watch((probe) => {
    if (answers) screen.alive(probe, true)
  })
  const current = (): FakeWindow => host.windows.at(-1) as FakeWindow
  return {
    ...{ clock, screen, current },
    hang: () => (answers = false),
  }
}

beforeEach(() => {
  host.windows.length = 0
  host.told.length = 0
  host.app = Object.assign(new EventEmitter(), { quit: () => host.told.push('quit') })
})

describe('the screen', () => {
  it('kills a window that hangs before it opens the next one', async () => {
    const { clock, hang } = openScreen(false)
    await clock.advance(10_000)
    hang()
    await clock.advance(3_500)
    expect(host.told).toEqual(['open 1', 'kill 1', 'open 2', 'destroy 1'])
  })

  it.each([
    [
      'a crash',
      (window: FakeWindow) =>
        window.webContents.emit('render-process-gone', {}, { reason: 'crashed' }),
    ],
    [
      'a failed load',
      (window: FakeWindow) =>
        window.webContents.emit('did-fail-load', {}, -6, 'ERR_FILE', 'x', true),
    ],
    [
      'a GPU crash',
      () => host.app.emit('child-process-gone', {}, { type: 'GPU', reason: 'crashed' }),
    ],
  ])('opens a new window after %s', async (_name, harm) => {
    const { clock, current } = openScreen(false)
    await clock.advance(10_000)
    harm(current())
    await clock.advance(0)
    expect(host.windows).toHaveLength(2)
  })

  it('does not mind a load that another one took the place of, nor other processes', async () => {
    const { clock, current } = openScreen(false)
    current().webContents.emit('did-fail-load', {}, -3, 'ERR_ABORTED', 'x', true)
    current().webContents.emit('did-fail-load', {}, -6, 'ERR_FILE', 'x', false)
    host.app.emit('child-process-gone', {}, { type: 'Utility', reason: 'crashed' })
    host.app.emit('child-process-gone', {}, { type: 'GPU', reason: 'clean-exit' })
    await clock.advance(1_000)
    expect(host.windows).toHaveLength(1)
  })

  it('keeps one that is well until the next one is shown: nobody sees the system behind', async () => {
    const { clock, screen, current } = openScreen(true)
    screen.refresh('planned')
    await clock.advance(1_000)
    expect(host.told).toEqual(['open 1', 'open 2'])
    current().becomesShown()
    expect(host.told).toEqual(['open 1', 'open 2', 'destroy 1'])
    await clock.advance(10_000)
    expect(host.told.filter((what) => what.startsWith('destroy'))).toHaveLength(1)
  })

  it('keeps one that crashed as long, and three seconds at most', async () => {
    const { clock, current } = openScreen(true)
    await clock.advance(10_000)
    current().isCrashed = true
    current().webContents.emit('render-process-gone', {}, { reason: 'crashed' })
    await clock.advance(2_900)
    expect(host.told).toEqual(['open 1', 'open 2'])
    await clock.advance(100)
    expect(host.told).toEqual(['open 1', 'open 2', 'destroy 1'])
  })

  it('keeps one old window at a time', () => {
    const { screen, current } = openScreen(true)
    screen.refresh('planned')
    screen.refresh('planned')
    current().becomesShown()
    expect(host.told).toEqual(['open 1', 'open 2', 'open 3', 'destroy 1', 'destroy 2'])
  })
})

it('shows a window that nobody can see, and then opens another one', async () => {
  const { clock, screen, current } = openScreen(true)
  current().isSeen = false
  current().webContents.emit('did-finish-load')
  expect(screen.record()).toMatchObject({ visible: false })
  await clock.advance(6_000)
  expect(host.told).toContain('show 1')
  expect(host.windows).toHaveLength(2)
})

it.each([
  [false, ['restore 1', 'show 1', 'focus 1']],
  [true, ['restore 1', 'show 1', 'screen-saver true 1', 'move to the top 1', 'focus 1']],
])('comes back from the taskbar when it is started twice (kiosk: %s)', (kiosk, told) => {
  const { screen, current } = openScreen(kiosk)
  current().isAside = true
  screen.focus()
  expect(host.told).toEqual(['open 1', ...told])
})

it('leaves a window alone that a person has put away, but no kiosk’s', async () => {
  for (const kiosk of [false, true]) {
    const { clock, current } = openScreen(kiosk)
    Object.assign(current(), { isSeen: kiosk, isAside: true })
    current().webContents.emit('did-finish-load')
    await clock.advance(3_000)
    expect(host.told.includes(`restore ${String(current().number)}`)).toBe(kiosk)
  }
})

describe('the end of a window', () => {
  it('is the end of the terminal, where a person may close it', () => {
    const { current } = openScreen(false)
    expect(current().close()).toBe(false)
    current().destroy()
    expect(host.told).toContain('quit')
  })

  it('is refused in kiosk mode; one that is closed all the same comes back', async () => {
    const { clock, current } = openScreen(true)
    expect(current().close()).toBe(true)
    current().destroy()
    host.app.emit('window-all-closed')
    await clock.advance(0)
    expect(host.windows).toHaveLength(2)
    expect(host.told).not.toContain('quit')
  })

  it('is refused again where somebody cancels the end of Windows’ session', async () => {
    const { clock, current } = openScreen(true)
    current().emit('query-session-end', {})
    await clock.advance(29_000)
    expect(current().close()).toBe(false)
    await clock.advance(1_000)
    expect(current().close()).toBe(true)
    current().emit('query-session-end', {})
    current().emit('session-end', {})
    await clock.advance(60_000)
    expect(current().close()).toBe(false)
  })

  it('is allowed in kiosk mode once the program ends: by the desk, or by the system', () => {
    const { current } = openScreen(true)
    host.app.emit('before-quit', {})
    expect(current().close()).toBe(false)
    current().destroy()
    expect(host.windows).toHaveLength(1)

    const { current: another } = openScreen(true)
    another().emit('query-session-end', {})
    expect(another().close()).toBe(false)
  })
})
