import { ref, watch, type Ref } from 'vue'

/**
 * How much of a long list is drawn yet: `step` more with each task until all of `wanted` is, so
 * that no task of drawing keeps a touch waiting.
 */
export function useParts(step: number, wanted: () => number): Readonly<Ref<number>> {
  const drawn = ref(step)
  watch(
    [drawn, wanted],
    async () => {
      if (drawn.value >= wanted()) return
      await scheduler.yield()
      drawn.value += step
    },
    { immediate: true },
  )
  return drawn
}
