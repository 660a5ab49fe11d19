import { onBeforeUnmount, watch, type ShallowRef } from 'vue'
import type { Field } from './fields.ts'

/**
 * Takes the keyboard's room from the page, its sheets and dialogs (`--keyboard`, and
 * `data-keyboard` while there is one), and keeps the field in sight with its label.
 */
export function useRoom(
  field: Readonly<ShallowRef<Field | null>>,
  board: Readonly<ShallowRef<HTMLElement | null>>,
): void {
  const root = document.documentElement
  const show = (): void => {
    const { value } = field
    const whole = value?.closest('.field') ?? value
    // The label, too, where there is room for both; the field in any case.
    whole?.scrollIntoView({ block: 'nearest' })
    value?.scrollIntoView({ block: 'nearest' })
  }
  const measured = new ResizeObserver(() => {
    root.style.setProperty('--keyboard', `${String(board.value?.offsetHeight ?? 0)}px`)
    show()
  })
  const free = (): void => {
    measured.disconnect()
    delete root.dataset['keyboard']
    root.style.removeProperty('--keyboard')
  }
  watch(
    board,
    (element) => {
      free()
      if (!element) return
      root.dataset['keyboard'] = ''
      measured.observe(element)
    },
    { flush: 'post' },
  )
  watch(field, show, { flush: 'post' })
  onBeforeUnmount(free)
}
