import { defineStore } from 'pinia'
import { computed, ref } from 'vue'
import type { PlugKind } from '#contract/site.ts'

/** Which plugs the board shows: the guest's choice until they leave. */
export const useFilter = defineStore('filter', () => {
  const plug = ref<PlugKind | null>(null)
  const fromKW = ref<number | null>(null)
  const freeOnly = ref(false)
  const active = computed(() => plug.value !== null || fromKW.value !== null || freeOnly.value)

  function reset(): void {
    plug.value = null
    fromKW.value = null
    freeOnly.value = false
  }
  return { plug, fromKW, freeOnly, active, reset }
})
