import { defineStore } from 'pinia'
import { onScopeDispose, ref, watch, type Ref } from 'vue'

/** When somebody last touched the screen, in real time of this page. */
export const useIdle = defineStore('idle', () => {
  const touchedAtMs = ref(0)

  /** Somebody is here, or a new screen begins its time. */
  function restart(): void {
    touchedAtMs.value = performance.now()
  }
  function open(): void {
    restart()
    addEventListener('pointerdown', restart, { capture: true, passive: true })
    addEventListener('keydown', restart, { capture: true, passive: true })
  }
  return { touchedAtMs, restart, open }
})

/** Whether nobody has touched the screen for this time (real ms); null: it never counts as quiet. */
export function useQuiet(limitMs: () => number | null): Readonly<Ref<boolean>> {
  const idle = useIdle()
  const quiet = ref(false)
  let timer: ReturnType<typeof setTimeout> | undefined

  function look(): void {
    clearTimeout(timer)
    const limit = limitMs()
    const leftMs = limit === null ? null : idle.touchedAtMs + limit - performance.now()
    quiet.value = leftMs !== null && leftMs <= 0
    if (leftMs !== null && leftMs > 0) timer = setTimeout(look, leftMs)
  }
  watch([limitMs, () => idle.touchedAtMs], look, { immediate: true, flush: 'sync' })
  onScopeDispose(() => {
    clearTimeout(timer)
  })
  return quiet
}
