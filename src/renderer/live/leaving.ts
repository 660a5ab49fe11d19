import { computed, onMounted, onUnmounted, ref, watch, type ComputedRef, type Ref } from 'vue'
import { useIdle, useQuiet } from './idle.ts'
import { useNow } from './now.ts'
import type { TimeLimit } from './time-limits.ts'

/** A finger that is lifted has its click by then, a key its own, or never (ms). */
const CLICK_WITHIN_MS = 700

export interface LeavingOptions {
  /** There is something of a guest's to ask for: else it goes without a word. */
  readonly watched: () => boolean
  readonly limit: () => TimeLimit
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
  const leaveAfterMs = computed(() => options.limit().afterMs)
  const due = useQuiet(() => {
    const { afterMs, warnsMs } = options.limit()
    return options.watched() ? afterMs - warnsMs : null
  })
  const { answering, answered } = useAnswer(due)
  const asking = computed(() => due.value || answering.value)
  const secondsLeft = computed(() =>
    answering.value
      ? options.limit().warnsMs / 1000
      : Math.max(0, Math.ceil((idle.touchedAtMs + leaveAfterMs.value - now.beatMs) / 1000)),
  )
  const gone = useQuiet(() => leaveAfterMs.value)

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
  return { asking, secondsLeft, stay, leave }
}

interface Answer {
  /** The question was touched, and that touch is not yet over. */
  readonly answering: Readonly<Ref<boolean>>
  answered(): void
}

/** The touch that answers the question, from its first contact to its click. */
function useAnswer(due: Readonly<Ref<boolean>>): Answer {
  const answering = ref(false)
  let timer: ReturnType<typeof setTimeout> | undefined

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

  const listening = new AbortController()
  onMounted(() => {
    const early = { capture: true, passive: true, signal: listening.signal }
    addEventListener('pointerdown', touched, early)
    addEventListener('pointerup', lifted, early)
    addEventListener('pointercancel', lifted, early)
    addEventListener('keydown', pressed, early)
    addEventListener('click', answered, { signal: listening.signal })
  })
  onUnmounted(() => {
    answered()
    listening.abort()
  })
  return { answering, answered }
}
