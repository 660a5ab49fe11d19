import { onBeforeUnmount, onMounted } from 'vue'
import { useDeskPosition } from '../../desk-position.ts'
import { useDeskKeys, type Place } from './desk-keys.ts'

/** Where letters and digits are typed, or choose. */
const FIELDS = 'input:not([type="radio"], [type="checkbox"]), select, textarea, [contenteditable]'

/** Who is asked first. Beside a sheet that is a column the page hears too; another row than its own is meant itself. */
function placesOf(target: EventTarget | null): readonly Place[] {
  if (document.querySelector('[role="dialog"]:not([data-beside])')) return ['sheet']
  if (!document.querySelector('[role="dialog"]')) return ['page']
  const row = target instanceof Element ? target.closest('[role="row"]') : null
  return row?.getAttribute('aria-current') === null ? ['page', 'sheet'] : ['sheet', 'page']
}

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
    if (!placesOf(event.target).some((place) => keys.press(event.key, place, goTo))) return
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
