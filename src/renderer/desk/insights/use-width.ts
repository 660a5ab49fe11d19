import { onBeforeUnmount, onMounted, ref, type Ref } from 'vue'

/** How wide an element is drawn (px), so that a chart's letters are as large as the page's. */
export function useWidth(element: () => HTMLElement | null): Ref<number> {
  const width = ref(0)
  let frame = 0
  // In the next frame: what is drawn anew may change what is observed, which the browser calls an error in this one.
  const observer = new ResizeObserver(([entry]) => {
    cancelAnimationFrame(frame)
    frame = requestAnimationFrame(() => {
      width.value = Math.floor(entry?.contentRect.width ?? 0)
    })
  })
  onMounted(() => {
    const observed = element()
    if (observed) observer.observe(observed)
  })
  onBeforeUnmount(() => {
    observer.disconnect()
    cancelAnimationFrame(frame)
  })
  return width
}
