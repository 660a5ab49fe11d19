// @vitest-environment happy-dom
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { speak } from '#renderer/i18n/i18n.ts'
import type { TerminalInfo } from '#contract/terminal.ts'
import { aModel, anInfo, aSession, aStart, FakeBridge, NOW_MS } from './fakes.ts'
import { button, closeApp, loadScreens, openApp, sees, tap, touch } from './on-screen.ts'

const model = aModel({ sessions: [aSession({ protection: 'none' })] })
const DIMMING = { ...anInfo().guest, dimAfterMs: 120_000, nightLevel: 0.3 }
let bridge: FakeBridge

const root = (): DOMStringMap => document.documentElement.dataset
const dimness = (): number =>
  Number(document.querySelector<HTMLElement>('.dim')?.style.opacity ?? Number.NaN)

async function open(shown = model, info: Partial<TerminalInfo> = {}): Promise<void> {
  bridge = new FakeBridge()
  await openApp(bridge, shown, info)
}

beforeAll(loadScreens, 60_000)
afterEach(closeApp)

async function atMine(): Promise<void> {
  await open()
  await tap(/^(?:Open with code|View or stop) – Plug 2$/)
  await sees('You can walk away')
}

describe('a guest who walks away', () => {
  it('leaves no claim behind, and a minute later neither language nor looks', async () => {
    await open()
    await speak('de')
    await tap(/^Sprache und Anzeige/)
    await tap(/^Große Schrift$/)
    await tap(/^Alles unten in Reichweite$/)
    await tap(/^Hoher Kontrast$/)
    await tap(/^Fertig$/)
    await vi.waitFor(() => {
      expect(root()).toMatchObject({ text: 'large', reach: 'low', contrast: 'more' })
    })
    await tap(/^(?:Mit Code öffnen|Ansehen.Stoppen) – Ladeplatz 2$/)
    await sees('Sie können weggehen')
    // With large text everything takes twice as long.
    await vi.advanceTimersByTimeAsync(158_000)
    await sees('Sie können weggehen')
    await vi.advanceTimersByTimeAsync(4_000)
    await sees('2 von 6 Ladeplätzen frei')
    expect(root()).toMatchObject({ text: 'large', reach: 'low', contrast: 'more' })
    expect(bridge.inputsOf('guest.left')).toHaveLength(1)
    await vi.advanceTimersByTimeAsync(124_000)
    await sees('wird zurückgesetzt, was Sie hier gewählt haben')
    await vi.advanceTimersByTimeAsync(38_000)
    await sees('2 of 6 plugs free')
    expect(root()).toMatchObject({ text: 'normal', reach: 'normal', contrast: 'normal' })
  })

  it('finds language and letters again with the charge, as they were left', async () => {
    await open()
    await speak('de')
    await tap(/^Sprache und Anzeige/)
    await tap(/^Große Schrift$/)
    await tap(/^Fertig$/)
    await tap(/^(?:Mit Code öffnen|Ansehen.Stoppen) – Ladeplatz 2$/)
    await sees('Sie können weggehen')
    await vi.advanceTimersByTimeAsync(162_000)
    await vi.advanceTimersByTimeAsync(162_000)
    await sees('2 of 6 plugs free')
    expect(root()['text']).toBe('normal')
    await tap(/^(?:Open with code|View or stop) – Plug 2$/)
    await sees('Sie können weggehen')
    expect(root()['text']).toBe('large')
  })

  it('keeps what they have chosen anew before they come back', async () => {
    await open()
    await speak('de')
    await tap(/^(?:Mit Code öffnen|Ansehen.Stoppen) – Ladeplatz 2$/)
    await sees('Sie können weggehen')
    await vi.advanceTimersByTimeAsync(82_000)
    await vi.advanceTimersByTimeAsync(82_000)
    await sees('2 of 6 plugs free')
    await speak('fr')
    await tap(/^(?:Ouvrir avec le code|Voir ou arrêter) – Prise 2$/)
    await vi.waitFor(() => {
      expect(document.documentElement.lang).toBe('fr')
    })
  })

  it('is asked on the board before language and looks return, and keeps them by a touch', async () => {
    await open()
    await tap(/^Language and display/)
    await tap(/^High contrast$/)
    await tap(/^Done$/)
    await speak('de')
    for (let touches = 0; touches < 10; touches += 1) {
      await vi.advanceTimersByTimeAsync(62_000)
      await sees('Sind Sie noch da?')
      await tap(/^Ich bin noch da$/)
    }
    expect(root()['contrast']).toBe('more')
    await vi.advanceTimersByTimeAsync(82_000)
    await sees('2 of 6 plugs free')
    expect(root()['contrast']).toBe('normal')
  })

  it('is not asked on a board that nobody has touched', async () => {
    await open()
    for (let seconds = 0; seconds < 300; seconds += 5) {
      await vi.advanceTimersByTimeAsync(5_000)
      expect(document.body.textContent).not.toContain('Are you still there?')
    }
  })

  it('has as much more time as the operator says, to answer, too', async () => {
    await open(model, { guest: { ...anInfo().guest, moreTime: 4 } })
    await tap(/^(?:Open with code|View or stop) – Plug 2$/)
    await vi.advanceTimersByTimeAsync(238_000)
    expect(document.body.textContent).not.toContain('Are you still there?')
    await vi.advanceTimersByTimeAsync(4_000)
    await sees('Are you still there?')
    await vi.advanceTimersByTimeAsync(74_000)
    await sees('Are you still there?')
    await vi.advanceTimersByTimeAsync(6_000)
    await sees('2 of 6 plugs free')
  })

  it('has five minutes while the code to pay is shown', async () => {
    const payment = {
      hold: { amount: 40, currency: 'EUR' },
      url: 'https://pay.example/1',
      dueMs: NOW_MS + 600_000,
      state: 'pending',
    } as const
    const paying = aStart({ kind: 'phone', step: 'paying', payment })
    const [first, ...others] = model.connectors
    const connectors = first
      ? [{ ...first, startId: 'start1', startBlock: 'start-open' as const }, ...others]
      : []
    await open({ ...model, connectors, starts: [paying] })
    await tap(/^Continue – Plug 1$/)
    await vi.advanceTimersByTimeAsync(295_000)
    expect(document.body.textContent).not.toContain('Are you still there?')
    await vi.advanceTimersByTimeAsync(7_000)
    await sees('Are you still there?')
  })
})

describe('any touch', () => {
  it('continues, and reaches nothing below the question', async () => {
    await atMine()
    await vi.advanceTimersByTimeAsync(62_000)
    await sees('Are you still there?')
    const veil = document.querySelector('.veil') ?? document.body
    veil.dispatchEvent(new PointerEvent('pointerdown', { pointerId: 7, bubbles: true }))
    await vi.advanceTimersByTimeAsync(50)
    expect(document.querySelector('.veil')).not.toBeNull()
    veil.dispatchEvent(new PointerEvent('click', { pointerId: 7, bubbles: true }))
    await vi.waitFor(() => {
      expect(document.body.textContent).not.toContain('Are you still there?')
    })
    await sees('You can walk away')
    await vi.advanceTimersByTimeAsync(55_000)
    expect(document.body.textContent).toContain('You can walk away')
  })

  it('finds the question still there when it is lifted late, and can answer it', async () => {
    await atMine()
    await vi.advanceTimersByTimeAsync(62_000)
    await sees('Are you still there?')
    const close = button(/^Close now$/)
    const finger = { pointerId: 7, bubbles: true }
    close?.dispatchEvent(new PointerEvent('pointerdown', finger))
    await vi.advanceTimersByTimeAsync(3_000)
    expect(button(/^Close now$/)).toBe(close)
    close?.dispatchEvent(new PointerEvent('pointerup', finger))
    close?.dispatchEvent(new PointerEvent('click', finger))
    await sees('2 of 6 plugs free')
    expect(bridge.inputsOf('guest.left')).toHaveLength(1)
  })

  it('that becomes no click takes the question away soon', async () => {
    await atMine()
    await vi.advanceTimersByTimeAsync(62_000)
    await sees('Are you still there?')
    const veil = document.querySelector('.veil') ?? document.body
    veil.dispatchEvent(new PointerEvent('pointerdown', { pointerId: 7, bubbles: true }))
    veil.dispatchEvent(new PointerEvent('pointercancel', { pointerId: 7, bubbles: true }))
    await vi.advanceTimersByTimeAsync(800)
    await vi.waitFor(() => {
      expect(document.body.textContent).not.toContain('Are you still there?')
    })
    await sees('You can walk away')
  })

  it('on “Close now” closes at once', async () => {
    await atMine()
    await vi.advanceTimersByTimeAsync(62_000)
    await sees('Are you still there?')
    const close = button(/^Close now$/)
    expect(close).toBeDefined()
    if (close) touch(close)
    await sees('2 of 6 plugs free')
    expect(bridge.inputsOf('guest.left')).toHaveLength(1)
  })
})

describe('a screen at rest', () => {
  it('dims after the operator’s time, only on the board', async () => {
    await open(model, { guest: DIMMING })
    expect(dimness()).toBe(0)
    await vi.advanceTimersByTimeAsync(121_000)
    expect(dimness()).toBeCloseTo(0.4)
  })

  it('dims to the night level at night', async () => {
    const clock = { nowMs: NOW_MS + 9 * 3_600_000, speed: 1 }
    await open(model, { guest: DIMMING, clock })
    await vi.advanceTimersByTimeAsync(121_000)
    expect(dimness()).toBeCloseTo(0.7)
  })

  it('never dims where the operator wants none', async () => {
    await open()
    await vi.advanceTimersByTimeAsync(3_600_000)
    expect(dimness()).toBe(0)
  })

  it('is only woken by the first touch, and takes every one after it', async () => {
    await open(model, { guest: DIMMING })
    await vi.advanceTimersByTimeAsync(121_000)
    const charge = button(/^Start here – Plug 1$/)
    if (charge) touch(charge)
    await vi.advanceTimersByTimeAsync(50)
    expect(dimness()).toBe(0)
    await sees('2 of 6 plugs free')
    if (charge) touch(charge)
    await sees('Start charging')
  })

  it('moves the board a little every minute, and puts it nowhere far', async () => {
    await open()
    const place = (): string => document.querySelector<HTMLElement>('.board')?.style.transform ?? ''
    const places = new Set<string>()
    for (let minute = 0; minute < 8; minute += 1) {
      places.add(place())
      await vi.advanceTimersByTimeAsync(60_000)
    }
    expect(places.size).toBe(8)
    const furthest = [...places].flatMap((one) => [...one.matchAll(/-?\d+/g)]).map(Number)
    expect(Math.max(...furthest.map(Math.abs))).toBeLessThanOrEqual(4)
  })
})
