import { onBeforeUnmount, onMounted } from 'vue'
import { useDeskPosition } from '../../desk-position.ts'
import { useDeskKeys } from './desk-keys.ts'

/** Where letters and digits are typed, or choose. */
const FIELDS = 'input:not([type="radio"], [type="checkbox"]), select, textarea, [contenteditable]'

/** Hears the desk's keys as long as the component lives; `goTo`: opens a section by its place, from 1 on. */
export function useKeyboard(goTo: (place: number) => void): void {
  const keys = useDeskKeys()
  const position = useDeskPosition()

  function press(event: KeyboardEvent): void {
    if (!position.singleKeys || event.ctrlKey || event.altKey || event.metaKey || event.repeat)
      return
    if (event.target instanceof Element && event.target.closest(FIELDS)) return
    // A question is answered before anything else is done.
    if (document.querySelector('[role="alertdialog"]')) return
    const place = document.querySelector('[role="dialog"]') ? 'sheet' : 'page'
    if (!keys.press(event.key, place, goTo)) return
    event.preventDefault()
    event.stopPropagation()
  }
  onMounted(() => {
    addEventListener('keydown', press, { capture: true })
  })
  onBeforeUnmount(() => {
    removeEventListener('keydown', press, { capture: true })
    keys.forget()
  })
}
