import { ref, watch, type Ref } from 'vue'

let isFirst = true

/**
 * How much of a long list is drawn yet. The first list of a page, whose code runs for the first time,
 * comes in parts, `step` more with each task until all of `wanted` is there, so that no task of drawing
 * keeps a touch waiting. From then on everything is fast enough to come at once.
 */
export function useParts(step: number, wanted: () => number): Readonly<Ref<number>> {
  const drawn = ref(isFirst ? step : Infinity)
  isFirst = false
  watch(
    [drawn, wanted],
    async () => {
      const count = wanted()
      if (drawn.value < count) {
        await scheduler.yield()
        drawn.value += step
      } else if (count > 0) drawn.value = Infinity
    },
    { immediate: true },
  )
  return drawn
}
