import { computed, ref, watch, type ComputedRef, type Ref, type ShallowRef } from 'vue'
import type { Language } from '../i18n/languages.ts'
import { keysOf, type Field, type Keys } from './fields.ts'
import { composed, isAccent, rowsOf } from './layouts.ts'
import { erase, type } from './typing.ts'

export type Shift = 'off' | 'once' | 'lock'

/** As on a telephone; delete, 0, hide and Enter stand around them. */
const DIGITS = ['123-', '456.', '789']
const NEXT: Readonly<Record<Shift, Shift>> = { off: 'once', once: 'lock', lock: 'off' }

interface KeyStates {
  /** Which kind of keys the field wants. */
  readonly keys: ComputedRef<Keys>
  readonly rows: ComputedRef<readonly (readonly string[])[]>
  readonly shift: Ref<Shift>
  readonly layer: Ref<'letters' | 'signs'>
  /** An accent that waits for its letter. */
  readonly accent: Ref<string | null>
  /** Types a sign, or keeps an accent for the next one. */
  press(sign: string): void
  pressShift(): void
  pressLayer(): void
  back(): void
}

/** What the keys show and type. Of what was typed nothing is kept here but an accent that waits. */
export function useKeys(
  field: Readonly<ShallowRef<Field | null>>,
  language: () => Language,
): KeyStates {
  const shift = ref<Shift>('off')
  const layer = ref<'letters' | 'signs'>('letters')
  const accent = ref<string | null>(null)
  const keys = computed(() => (field.value ? keysOf(field.value) : 'letters'))
  const rows = computed(() =>
    keys.value === 'digits'
      ? DIGITS.map((row) => Array.from(row))
      : rowsOf(language(), layer.value, shift.value !== 'off'),
  )
  watch(field, () => {
    shift.value = 'off'
    layer.value = 'letters'
    accent.value = null
  })

  function press(sign: string): void {
    if (keys.value === 'letters' && isAccent(sign)) {
      accent.value = sign
      layer.value = 'letters'
      return
    }
    type(composed(accent.value, sign))
    accent.value = null
    if (shift.value === 'once') shift.value = 'off'
  }
  function pressShift(): void {
    shift.value = NEXT[shift.value]
  }
  function pressLayer(): void {
    layer.value = layer.value === 'letters' ? 'signs' : 'letters'
    shift.value = 'off'
  }
  function back(): void {
    if (accent.value === null) erase()
    else accent.value = null
  }
  return { keys, rows, shift, layer, accent, press, pressShift, pressLayer, back }
}
