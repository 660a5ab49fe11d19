/**
 * Swallows the first touch on a dimmed screen, from its start down to its click, and nothing after
 * it: another finger passes at once, the same pointer with its next touch. Returns the function
 * that ends it. (The touch's mouse events never come: the default of its start is prevented.)
 */
export function wakeOnTouch(isDimmed: () => boolean, wake: () => void): () => void {
  let waking: number | null = null

  function swallow(event: Event): void {
    event.preventDefault()
    event.stopImmediatePropagation()
  }
  function down(event: PointerEvent): void {
    if (event.pointerId === waking) waking = null
    if (!isDimmed()) return
    waking = event.pointerId
    swallow(event)
    wake()
  }
  function up(event: PointerEvent): void {
    if (event.pointerId === waking) swallow(event)
  }
  function click(event: Event): void {
    if (waking === null || pointerOf(event) !== waking) return
    waking = null
    swallow(event)
  }

  const options = { capture: true, passive: false }
  addEventListener('pointerdown', down, options)
  addEventListener('pointerup', up, options)
  addEventListener('pointercancel', up, options)
  addEventListener('click', click, options)
  return () => {
    removeEventListener('pointerdown', down, options)
    removeEventListener('pointerup', up, options)
    removeEventListener('pointercancel', up, options)
    removeEventListener('click', click, options)
  }
}

/** A click by keyboard has no pointer that ever touched. */
function pointerOf(event: Event): number | null {
  return event instanceof PointerEvent ? event.pointerId : null
}
