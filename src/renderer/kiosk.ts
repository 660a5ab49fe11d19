import { isKioskKey } from '#common/kiosk-keys.ts'

/**
 * Keeps everything of a browser away from guests: shortcuts, zoom, drag, menu, the ways
 * back. Main does what it can of it, too; the page is the one that every host obeys.
 */
export function lockKiosk(): void {
  const refuse = (event: Event): void => {
    event.preventDefault()
  }
  const options = { capture: true, passive: false }
  for (const name of ['contextmenu', 'dragstart', 'dragover', 'drop', 'gesturestart'])
    addEventListener(name, refuse, options)
  addEventListener(
    'keydown',
    (event) => {
      const { key, ctrlKey: control, altKey: alt, metaKey: meta, shiftKey: shift } = event
      if (!isKioskKey({ key, control, alt, meta, shift })) return
      event.preventDefault()
      event.stopImmediatePropagation()
    },
    options,
  )
  // A pinch on a touchpad comes as a wheel with Ctrl.
  addEventListener('wheel', (event) => event.ctrlKey && event.preventDefault(), options)
  addEventListener('touchmove', (event) => event.touches.length > 1 && refuse(event), options)
  for (const name of ['mousedown', 'mouseup', 'auxclick'] as const)
    addEventListener(name, (event) => event.button !== 0 && refuse(event), options)
  // Two fingers scroll nothing and zoom nothing, and no swipe at the edge goes back.
  document.documentElement.dataset['kiosk'] = ''
}
