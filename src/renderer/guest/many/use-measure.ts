import { onMounted, onScopeDispose, reactive, type ShallowRef } from 'vue'

/** What the style sheets make of the page, in px: they alone hold the sizes. */
export interface Measure {
  columns: number
  tilePx: number
  labelPx: number
  gapPx: number
  /** Of what is in view. */
  widthPx: number
  heightPx: number
  /** How far below the beginning of what scrolls the rows begin. */
  topPx: number
}

/**
 * Measures an empty row (`probe`, with a tile's place and a label's in it) and what scrolls, when the
 * page is laid out for the first time and whenever they change: before it is painted. Without any
 * layout, as in tests, everything counts as in view.
 */
export function useMeasure(
  probe: Readonly<ShallowRef<HTMLElement | null>>,
  scroller: () => HTMLElement | null,
): Measure {
  const measure = reactive<Measure>({
    ...{ columns: 1, tilePx: 1, labelPx: 0, gapPx: 0 },
    ...{ widthPx: 0, heightPx: 0, topPx: 0 },
  })

  function read(): void {
    const row = probe.value
    const frame = scroller()
    if (row === null || frame === null) return
    const [tile, label] = row.children
    const style = getComputedStyle(row)
    measure.columns = Math.max(1, style.gridTemplateColumns.split(' ').length)
    measure.tilePx = tile?.clientHeight || 1
    measure.labelPx = label?.clientHeight ?? 0
    measure.gapPx = Number.parseFloat(style.rowGap) || 0
    measure.widthPx = frame.clientWidth || innerWidth
    measure.heightPx = frame.clientHeight || innerHeight
    measure.topPx = Number.parseFloat(getComputedStyle(frame).paddingBlockStart) || 0
  }

  const observer = new ResizeObserver(read)
  onMounted(() => {
    for (const element of [scroller(), ...(probe.value?.children ?? [])]) {
      if (element) observer.observe(element)
    }
  })
  onScopeDispose(() => {
    observer.disconnect()
  })
  return measure
}
