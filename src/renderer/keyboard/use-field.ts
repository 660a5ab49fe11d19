import { onBeforeUnmount, onMounted, shallowRef, type ShallowRef } from 'vue'
import { useTerminal } from '../live/terminal.ts'
import { fieldOf, type Field } from './fields.ts'
import { isOwn } from './typing.ts'
import { isWished, usedBy, type Used } from './wish.ts'

/**
 * The field that the keyboard is shown for: the one with the focus, as long as it can be typed into
 * and whoever is there has touched the screen since a real key. `hide` puts the keyboard away until
 * a field is touched again.
 */
export function useField(): { field: Readonly<ShallowRef<Field | null>>; hide: () => void } {
  const terminal = useTerminal()
  const field = shallowRef<Field | null>(null)
  let used: Used | null = null

  const hide = (): void => {
    field.value = null
  }
  const consider = (target: EventTarget | null): void => {
    field.value = isWished(terminal.info, used) ? fieldOf(target) : null
  }
  const listeners = {
    pointerdown: (event: PointerEvent) => {
      used = usedBy(event)
    },
    keydown: (event: KeyboardEvent) => {
      if (isOwn(event)) return
      used = 'key'
      hide()
    },
    focusin: ({ target }: FocusEvent) => {
      consider(target)
    },
    focusout: hide,
    /** A field that has the focus already is touched again. */
    click: ({ target }: MouseEvent) => {
      if (target === document.activeElement && fieldOf(target)) consider(target)
    },
  }
  // A field that is taken away or locked tells nobody.
  const observer = new MutationObserver(() => {
    if (field.value && (!fieldOf(field.value) || !field.value.checkVisibility())) hide()
  })
  onMounted(() => {
    for (const [name, listener] of Object.entries(listeners))
      addEventListener(name, listener as EventListener, { capture: name === 'pointerdown' })
    const attributeFilter = ['disabled', 'readonly', 'hidden']
    observer.observe(document.body, {
      subtree: true,
      childList: true,
      attributes: true,
      attributeFilter,
    })
  })
  onBeforeUnmount(() => {
    observer.disconnect()
    for (const [name, listener] of Object.entries(listeners))
      removeEventListener(name, listener as EventListener, { capture: name === 'pointerdown' })
  })
  return { field, hide }
}
