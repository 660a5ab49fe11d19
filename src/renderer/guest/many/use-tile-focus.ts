import { nextTick, ref, type Ref } from 'vue'
import { tileAfter, type DenseRow } from './rows.ts'

/**
 * Keyboard among tiles of which only those in view are on the page: the one with the focus stays
 * (`held`, its place among all), and the one that a key leads to comes before it gets the focus.
 */
export function useTileFocus(rows: () => readonly DenseRow[]): {
  held: Readonly<Ref<number | null>>
  focused: (event: FocusEvent) => void
  left: (event: FocusEvent) => void
  pressed: (event: KeyboardEvent) => Promise<void>
} {
  const held = ref<number | null>(null)

  function indexAt(target: EventTarget | null): number | null {
    const item = target instanceof Element ? target.closest('[aria-posinset]') : null
    return item === null ? null : Number(item.getAttribute('aria-posinset')) - 1
  }
  function focused({ target }: FocusEvent): void {
    held.value = indexAt(target)
  }
  function left({ relatedTarget }: FocusEvent): void {
    if (indexAt(relatedTarget) === null) held.value = null
  }
  async function pressed(event: KeyboardEvent): Promise<void> {
    const index = indexAt(event.target)
    if (index === null || event.altKey || event.ctrlKey || event.metaKey) return
    const next = tileAfter(rows(), index, event.key)
    if (next === null) return
    event.preventDefault()
    const list = event.currentTarget
    held.value = next
    await nextTick()
    if (!(list instanceof Element)) return
    const tile = list.querySelector<HTMLElement>(`[aria-posinset="${String(next + 1)}"] button`)
    tile?.focus({ preventScroll: true })
    tile?.scrollIntoView({ block: 'nearest' })
  }
  return { held, focused, left, pressed }
}
