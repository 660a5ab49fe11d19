import { computed, type ComputedRef, type WritableComputedRef } from 'vue'
import type { Density } from '#contract/view.ts'
import { useDeskPosition } from '../../desk-position.ts'
import { useGrowth } from '../../theme/growth.ts'

/** A row's height (px, before it grows): a mouse hits the lower one, a finger needs the higher. */
const ROW_PX: Readonly<Record<Density, number>> = { compact: 34, comfortable: 52 }

/** A mouse points finely; where a finger comes first, rows are as high as it needs. */
const byPointer = (): Density => (matchMedia('(pointer: fine)').matches ? 'compact' : 'comfortable')

/** How close the rows of the desk's tables stand: chosen, or as the pointer asks for. */
export function useDensity(): {
  density: WritableComputedRef<Density>
  rowPx: ComputedRef<number>
} {
  const position = useDeskPosition()
  const density = computed({
    get: () => position.density ?? byPointer(),
    set: (chosen) => {
      position.density = chosen
    },
  })
  const factor = useGrowth()
  return { density, rowPx: computed(() => Math.round(ROW_PX[density.value] * factor.value)) }
}
