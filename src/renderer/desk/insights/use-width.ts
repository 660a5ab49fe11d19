import { onBeforeUnmount, onMounted, ref, type Ref } from 'vue'

/** How wide an element is drawn (px), so that a chart's letters are as large as the page's. */
export function useWidth(element: () => HTMLElement | null): Ref<number> {
  const width = ref(0)
  const observer = new ResizeObserver(([entry]) => {
    width.value = Math.floor(entry?.contentRect.width ?? 0)
  })
  onMounted(() => {
    const observed = element()
    if (observed) observer.observe(observed)
  })
  onBeforeUnmount(() => {
    observer.disconnect()
  })
  return width
}
