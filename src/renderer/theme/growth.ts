import { onScopeDispose, ref, type Ref } from 'vue'

/** By how much the desk's sizes grow on a screen of many pixels: its `--px` in `tokens.css`. */
export const growth = (): number => Math.max(1, Math.min(innerWidth, innerHeight) / 1440)

/** The same, as the window changes. */
export function useGrowth(): Readonly<Ref<number>> {
  const factor = ref(growth())
  const look = (): void => {
    factor.value = growth()
  }
  addEventListener('resize', look)
  onScopeDispose(() => {
    removeEventListener('resize', look)
  })
  return factor
}
