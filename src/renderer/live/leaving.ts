import { computed, onMounted, onUnmounted, ref, watch, type ComputedRef } from 'vue'
import { ANSWER_MS, BOARD_FORGETS_AFTER_MS, useIdle, useQuiet } from './idle.ts'
import { useNow } from './now.ts'

/** A finger that is lifted has its click by then, a key its own, or never (ms). */
const CLICK_WITHIN_MS = 700

export interface LeavingOptions {
  /** The question is asked on this screen. */
  readonly watched: () => boolean
  /** Without a touch for this long it is asked (ms). */
  readonly askAfterMs: () => number
  /** Nobody answered: everything of the guest goes. */
  leave(): void
}

export interface Leaving {
  readonly asking: ComputedRef<boolean>
  readonly secondsLeft: ComputedRef<number>
  /** The question was answered with "I am still here". */
  stay(): void
  leave(): void
}

/**
 * Asks "still there?" and leaves when nobody answers. Any touch continues; the question stays
 * on the page until that touch has become a click, so that it reaches nothing below it.
 */
export function useLeaving(options: LeavingOptions): Leaving {
  const idle = useIdle()
  const now = useNow()
  const answering = ref(false)
  let timer: ReturnType<typeof setTimeout> | undefined

  const leaveAfterMs = computed(() =>
    options.watched() ? options.askAfterMs() + ANSWER_MS : BOARD_FORGETS_AFTER_MS,
  )
  const due = useQuiet(() => (options.watched() ? options.askAfterMs() : null))
  const asking = computed(() => due.value || answering.value)
  const secondsLeft = computed(() =>
    answering.value
      ? ANSWER_MS / 1000
      : Math.max(0, Math.ceil((idle.touchedAtMs + leaveAfterMs.value - now.beatMs) / 1000)),
  )
  const gone = useQuiet(() => leaveAfterMs.value)

  function answered(): void {
    clearTimeout(timer)
    answering.value = false
  }
  /** These come before the touch restarts the time: they must know whether the question was asked. */
  function touched(): void {
    if (!due.value) return
    answering.value = true
    clearTimeout(timer)
  }
  function pressed(): void {
    touched()
    lifted()
  }
  /** However long a finger rests on the question, it stays. */
  function lifted(): void {
    if (!answering.value) return
    clearTimeout(timer)
    timer = setTimeout(answered, CLICK_WITHIN_MS)
  }
  function stay(): void {
    answered()
    idle.restart()
  }
  function leave(): void {
    answered()
    options.leave()
  }

  watch(asking, (is, _was, onCleanup) => {
    if (is) onCleanup(now.followSeconds())
  })
  watch(gone, (is) => {
    if (is) leave()
  })
  const listening = new AbortController()
  onMounted(() => {
    const options = { capture: true, passive: true, signal: listening.signal }
    addEventListener('pointerdown', touched, options)
    addEventListener('pointerup', lifted, options)
    addEventListener('pointercancel', lifted, options)
    addEventListener('keydown', pressed, options)
    addEventListener('click', answered, { signal: listening.signal })
  })
  onUnmounted(() => {
    answered()
    listening.abort()
  })
  return { asking, secondsLeft, stay, leave }
}
