import { onBeforeUnmount, onMounted, ref, type Ref } from 'vue'
import { growth } from '../../theme/growth.ts'

/**
 * How wide an element is drawn (px, before they grow), so that a chart's letters are as large as the page's once it is
 * drawn as wide as its element.
 */
export function useWidth(element: () => HTMLElement | null): Ref<number> {
  const width = ref(0)
  let frame = 0
  // In the next frame: what is drawn anew may change what is observed, which the browser calls an error in this one.
  const observer = new ResizeObserver(([entry]) => {
    cancelAnimationFrame(frame)
    frame = requestAnimationFrame(() => {
      width.value = Math.floor((entry?.contentRect.width ?? 0) / growth())
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
