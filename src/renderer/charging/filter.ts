import { defineStore } from 'pinia'
import { computed, ref } from 'vue'
import type { PlugKind } from '#contract/site.ts'
import type { Current } from './connector-filter.ts'

/** Which plugs the board shows: the guest's choice until they leave. */
export const useFilter = defineStore('filter', () => {
  const plug = ref<PlugKind | null>(null)
  const fromKW = ref<number | null>(null)
  const current = ref<Current | null>(null)
  const freeOnly = ref(false)
  const noCharge = ref(false)
  /** As pins on the operator's plan; it stays when the filters go. */
  const onPlan = ref(false)
  const active = computed(
    () =>
      [plug, fromKW, current].some(({ value }) => value !== null) ||
      freeOnly.value ||
      noCharge.value,
  )

  function reset(): void {
    plug.value = null
    fromKW.value = null
    current.value = null
    freeOnly.value = false
    noCharge.value = false
  }
  return { plug, fromKW, current, freeOnly, noCharge, onPlan, active, reset }
})
