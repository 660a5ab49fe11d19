import { defineStore } from 'pinia'
import { onScopeDispose, ref } from 'vue'

/** What was typed and not saved: leaving it is asked about first. */
export const useUnsaved = defineStore('unsaved', () => {
  const forms = new Set<() => boolean>()
  /** Where somebody wants to go, until they have answered. */
  const pending = ref<(() => void) | null>(null)

  /** Goes at once where nothing would be lost. */
  function leave(go: () => void): void {
    if ([...forms].some((isDirty) => isDirty())) pending.value = go
    else go()
  }
  function discard(): void {
    const go = pending.value
    pending.value = null
    go?.()
  }
  function stay(): void {
    pending.value = null
  }
  /** A form counts as long as its component lives. */
  function watchForm(isDirty: () => boolean): void {
    forms.add(isDirty)
    onScopeDispose(() => forms.delete(isDirty))
  }
  return { pending, leave, discard, stay, watchForm }
})
