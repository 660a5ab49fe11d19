const PRESSABLE = 'button, label'

/**
 * Marks what a finger is on with `data-pressed`, from the first touch on: on a touch screen
 * Chromium's own `:active` comes only when the finger is lifted.
 */
export function showPresses(): void {
  let pressed: Element | null = null
  const release = (): void => {
    pressed?.removeAttribute('data-pressed')
    pressed = null
  }
  const press = ({ target }: PointerEvent): void => {
    release()
    pressed = target instanceof Element ? target.closest(PRESSABLE) : null
    pressed?.setAttribute('data-pressed', '')
  }
  addEventListener('pointerdown', press, { capture: true, passive: true })
  addEventListener('pointerup', release, { capture: true, passive: true })
  addEventListener('pointercancel', release, { capture: true, passive: true })
}
