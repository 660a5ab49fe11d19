import { defineStore } from 'pinia'
import { computed, ref } from 'vue'
import { useNow } from './now.ts'

/** So long "still there?" is asked before the screen leaves. */
export const ANSWER_MS = 20_000
/** The board has nothing to ask: the guest's language and choices go after this. */
export const BOARD_FORGETS_AFTER_MS = 80_000

/** How long nobody has touched the screen, in real time. */
export const useIdle = defineStore('idle', () => {
  const now = useNow()
  const touchedAtMs = ref(0)
  const quietMs = computed(() => Math.max(0, now.beatMs - touchedAtMs.value))

  /** Somebody is here, or a new screen begins its time. */
  function restart(): void {
    touchedAtMs.value = performance.now()
  }
  function open(): void {
    restart()
    addEventListener('pointerdown', restart, { capture: true, passive: true })
    addEventListener('keydown', restart, { capture: true, passive: true })
  }
  return { quietMs, restart, open }
})
