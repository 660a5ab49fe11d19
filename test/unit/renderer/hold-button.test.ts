// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createApp, h, ref, type App } from 'vue'
import HoldButton from '#renderer/ui/HoldButton.vue'

const FINGER = { pointerId: 2, isPrimary: true, width: 40, height: 40, bubbles: true }
const BOX = new DOMRect(100, 500, 400, 100)
const INSIDE = { clientX: 300, clientY: 550 }

describe('the hold button', () => {
  let app: App
  const held = vi.fn()
  const asked = vi.fn()
  const broken = vi.fn()
  const disabled = ref(false)

  beforeEach(() => {
    vi.useFakeTimers()
    disabled.value = false
    for (const told of [held, asked, broken]) told.mockReset()
    vi.spyOn(HTMLElement.prototype, 'getBoundingClientRect').mockReturnValue(BOX)
    document.body.innerHTML = '<div id="app"></div>'
    app = createApp({
      render: () =>
        h(HoldButton, {
          icon: 'stop',
          label: 'Hold to stop',
          holdingLabel: 'Keep holding',
          disabled: disabled.value,
          onHeld: held,
          onAsk: asked,
          onBroken: broken,
        }),
    })
    app.mount('#app')
  })
  afterEach(() => {
    app.unmount()
    vi.useRealTimers()
    vi.restoreAllMocks()
  })

  function button(): HTMLButtonElement {
    const found = document.querySelector('button')
    if (!found) throw new Error('no button')
    return found
  }
  function point(type: string, more: PointerEventInit = {}): void {
    button().dispatchEvent(new PointerEvent(type, { ...FINGER, ...INSIDE, ...more }))
  }
  /** The time of a whole hold passes, and some more. */
  function wait(): void {
    vi.advanceTimersByTime(5000)
  }
  const fill = (): string => button().querySelector<HTMLElement>('.fill')?.style.transform ?? ''

  it('acts after a second and a half of holding', () => {
    point('pointerdown')
    vi.advanceTimersByTime(1499)
    expect(held).not.toHaveBeenCalled()
    vi.advanceTimersByTime(1)
    expect(held).toHaveBeenCalledOnce()
  })

  it.each(['pointerup', 'pointercancel'])('does nothing after an early %s', (end) => {
    point('pointerdown')
    vi.advanceTimersByTime(1400)
    point(end)
    wait()
    expect(held).not.toHaveBeenCalled()
    expect(broken).toHaveBeenCalledOnce()
  })

  it.each([
    ['up', { clientX: 300, clientY: 475 }],
    ['down', { clientX: 300, clientY: 625 }],
    ['to the left', { clientX: 75, clientY: 550 }],
    ['to the right', { clientX: 525, clientY: 550 }],
  ])('ends when the finger slides off it, %s, also where it comes back', (_way, place) => {
    point('pointerdown')
    vi.advanceTimersByTime(1400)
    point('pointermove', place)
    point('pointermove', INSIDE)
    wait()
    expect(held).not.toHaveBeenCalled()
    expect(broken).toHaveBeenCalledOnce()
  })

  it('bears a finger that trembles and rolls over its edge', () => {
    point('pointerdown', { clientX: 300, clientY: 599 })
    for (const clientY of [603, 598, 620, 601]) {
      point('pointermove', { clientX: 300, clientY })
      vi.advanceTimersByTime(300)
    }
    vi.advanceTimersByTime(300)
    expect(held).toHaveBeenCalledOnce()
  })

  it('ends when it moves away from under the finger', () => {
    point('pointerdown')
    vi.advanceTimersByTime(400)
    vi.spyOn(button(), 'getBoundingClientRect').mockReturnValue(new DOMRect(100, 300, 400, 100))
    wait()
    expect(held).not.toHaveBeenCalled()
  })

  it('ends with a second finger, wherever it lands, whichever is lifted then', () => {
    point('pointerdown')
    vi.advanceTimersByTime(400)
    document.body.dispatchEvent(
      new PointerEvent('pointerdown', { ...FINGER, pointerId: 3, isPrimary: false }),
    )
    point('pointerup')
    wait()
    expect(held).not.toHaveBeenCalled()
    expect(broken).toHaveBeenCalledOnce()
  })

  it('is begun by no second finger, and by no palm', () => {
    point('pointerdown', { isPrimary: false })
    wait()
    point('pointerdown', { width: 160, height: 90 })
    wait()
    expect(held).not.toHaveBeenCalled()
    expect(broken).toHaveBeenCalledTimes(2)
  })

  it('ends when the finger becomes a palm', () => {
    point('pointerdown')
    vi.advanceTimersByTime(400)
    point('pointermove', { width: 150 })
    wait()
    expect(held).not.toHaveBeenCalled()
  })

  it('takes no part in what other pointers do', () => {
    point('pointerdown')
    point('pointermove', { pointerId: 1, clientX: 0, clientY: 0 })
    point('pointerup', { pointerId: 1 })
    vi.advanceTimersByTime(1500)
    expect(held).toHaveBeenCalledOnce()
  })

  it('is held by the main button of a mouse alone', () => {
    point('pointerdown', { button: 2 })
    wait()
    expect(held).not.toHaveBeenCalled()
    expect(broken).not.toHaveBeenCalled()
  })

  it('ends when the window is left, or the page is hidden', () => {
    point('pointerdown')
    dispatchEvent(new Event('blur'))
    wait()
    point('pointerdown')
    document.dispatchEvent(new Event('visibilitychange'))
    wait()
    expect(held).not.toHaveBeenCalled()
    expect(broken).toHaveBeenCalledTimes(2)
  })

  it('ends without a word when it is disabled', async () => {
    point('pointerdown')
    disabled.value = true
    await vi.advanceTimersByTimeAsync(5000)
    expect(held).not.toHaveBeenCalled()
    expect(broken).not.toHaveBeenCalled()
  })

  it('counts no time in which the page stood still: the finger may be gone by then', () => {
    const beats: (() => void)[] = []
    let askedMs = 0
    vi.spyOn(globalThis, 'setTimeout').mockImplementation((beat: () => void, afterMs = 0) => {
      askedMs += afterMs
      beats.push(beat)
      return 0 as never
    })
    point('pointerdown')
    // However late a beat comes, it is one beat.
    while (askedMs < 1500) beats.shift()?.()
    point('pointerup')
    beats.shift()?.()
    expect(held).not.toHaveBeenCalled()
  })

  it('fills as it is held, and is empty again when the hold ends', async () => {
    expect(fill()).toBe('scaleX(0)')
    point('pointerdown')
    await vi.advanceTimersByTimeAsync(750)
    expect(Number(/[\d.]+/.exec(fill())?.[0])).toBeCloseTo(0.53)
    point('pointermove', { clientX: 300, clientY: 100 })
    await vi.advanceTimersByTimeAsync(0)
    expect(fill()).toBe('scaleX(0)')
  })

  it('says what to do while it is held', async () => {
    point('pointerdown')
    await vi.advanceTimersByTimeAsync(10)
    expect(button().textContent).toContain('Keep holding')
    point('pointerup')
    await vi.advanceTimersByTimeAsync(10)
    expect(button().textContent).toContain('Hold to stop')
  })

  it('asks instead when a key or a screen reader presses it', () => {
    button().dispatchEvent(new MouseEvent('click', { detail: 0, bubbles: true }))
    expect(asked).toHaveBeenCalledOnce()
    expect(held).not.toHaveBeenCalled()
  })

  it('asks once while a key stays down', () => {
    const press = (repeat: boolean): KeyboardEvent =>
      new KeyboardEvent('keydown', { key: 'Enter', repeat, cancelable: true, bubbles: true })
    const [first, again] = [press(false), press(true)]
    for (const event of [first, again]) button().dispatchEvent(event)
    expect([first.defaultPrevented, again.defaultPrevented]).toEqual([false, true])
  })

  it('takes a short tap for neither', () => {
    point('pointerdown')
    point('pointerup')
    button().dispatchEvent(new MouseEvent('click', { detail: 1, bubbles: true }))
    expect(asked).not.toHaveBeenCalled()
    expect(held).not.toHaveBeenCalled()
  })

  it('lets go when the screen goes away', () => {
    point('pointerdown')
    app.unmount()
    vi.advanceTimersByTime(5000)
    expect(held).not.toHaveBeenCalled()
  })
})
