// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createApp, h, type App } from 'vue'
import HoldButton from '#renderer/ui/HoldButton.vue'

describe('the hold button', () => {
  let app: App
  const held = vi.fn()
  const asked = vi.fn()

  beforeEach(() => {
    vi.useFakeTimers()
    held.mockReset()
    asked.mockReset()
    document.body.innerHTML = '<div id="app"></div>'
    app = createApp({
      render: () =>
        h(HoldButton, {
          icon: 'stop',
          label: 'Hold to stop',
          holdingLabel: 'Keep holding',
          onHeld: held,
          onAsk: asked,
        }),
    })
    app.mount('#app')
  })
  afterEach(() => {
    app.unmount()
    vi.useRealTimers()
  })

  function button(): HTMLButtonElement {
    const found = document.querySelector('button')
    if (!found) throw new Error('no button')
    return found
  }
  function point(type: string): void {
    button().dispatchEvent(new PointerEvent(type, { button: 0, bubbles: true }))
  }

  it('acts after a second and a half of holding', () => {
    point('pointerdown')
    vi.advanceTimersByTime(1499)
    expect(held).not.toHaveBeenCalled()
    vi.advanceTimersByTime(1)
    expect(held).toHaveBeenCalledOnce()
  })

  it.each(['pointerup', 'pointerleave', 'pointercancel'])(
    'does nothing after an early %s',
    (end) => {
      point('pointerdown')
      vi.advanceTimersByTime(1400)
      point(end)
      vi.advanceTimersByTime(5000)
      expect(held).not.toHaveBeenCalled()
    },
  )

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
