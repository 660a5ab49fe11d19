const PRESSABLE = 'button, label'

function pressableOf(event: Event): Element | null {
  return event.target instanceof Element ? event.target.closest(PRESSABLE) : null
}

/**
 * Marks what a finger is on with `data-pressed`, from the first touch on: on a touch screen
 * Chromium's own `:active` comes only when the finger is lifted. A finger that has left it no
 * longer presses it.
 */
export function showPresses(): void {
  let pressed: Element | null = null
  const release = (): void => {
    pressed?.removeAttribute('data-pressed')
    pressed = null
  }
  const press = (event: PointerEvent): void => {
    release()
    // Two fingers press nothing.
    if (!event.isPrimary) return
    pressed = pressableOf(event)
    pressed?.setAttribute('data-pressed', '')
  }
  const move = ({ clientX, clientY, isPrimary }: PointerEvent): void => {
    if (!pressed || !isPrimary) return
    if (!pressed.contains(document.elementFromPoint(clientX, clientY))) release()
  }
  const options = { capture: true, passive: true }
  addEventListener('pointerdown', press, options)
  addEventListener('pointermove', move, options)
  addEventListener('pointerup', release, options)
  addEventListener('pointercancel', release, options)
}

/**
 * A touch presses what it began on, or nothing. Chromium gives its click to whatever lies under the
 * finger when it is lifted: a screen that comes meanwhile would be answered before it is seen.
 */
export function keepPresses(): void {
  let began: { readonly pointerId: number; readonly on: Element | null } | null = null
  const press = (event: PointerEvent): void => {
    if (event.isPrimary) began = { pointerId: event.pointerId, on: pressableOf(event) }
  }
  /** A click by key, reader or label has no pointer that ever touched, or ends on no button. */
  const click = (event: Event): void => {
    if (!(event instanceof PointerEvent) || event.pointerId !== began?.pointerId) return
    const on = pressableOf(event)
    if (on === null || on === began.on) return
    event.preventDefault()
    event.stopImmediatePropagation()
  }
  addEventListener('pointerdown', press, { capture: true, passive: true })
  addEventListener('click', click, { capture: true })
}
