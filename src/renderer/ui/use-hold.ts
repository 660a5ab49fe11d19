import { onBeforeUnmount, ref, type Ref } from 'vue'

export interface HoldOptions {
  /** The button, as it lies on the page. */
  readonly button: () => HTMLElement | null
  /** Whole beats. */
  readonly holdMs: number
  /** It was held for `holdMs`. */
  held(): void
  /** It was tried, and not carried through. */
  broken(): void
}

export interface Hold {
  readonly holding: Readonly<Ref<boolean>>
  /** How far the hold is, 0 to 1. */
  readonly progress: Readonly<Ref<number>>
  /** For the button's `pointerdown`. */
  press(event: PointerEvent): void
  /** There is nothing to hold any more. */
  letGo(): void
}

/** A hold is looked at so often; time in which the page looked at nothing does not count (ms). */
const BEAT_MS = 100
/** A finger trembles, and rolls over the edge (px). */
const SLACK_PX = 24
/** Wider than any finger: a palm, an arm, a sleeve (px). */
const WIDEST_FINGER_PX = 120

/** Whether a finger at this place of the page (px) is still on the button. */
export function isOn(box: DOMRectReadOnly, x: number, y: number): boolean {
  const isBeside = x < box.left - SLACK_PX || x > box.right + SLACK_PX
  const isAbove = y < box.top - SLACK_PX || y > box.bottom + SLACK_PX
  return !isBeside && !isAbove
}

/** One contact, as wide as a finger at most. A mouse and a pen are as narrow as can be. */
export function isFinger({ isPrimary, width, height }: PointerEvent): boolean {
  return isPrimary && Math.max(width, height) <= WIDEST_FINGER_PX
}

/**
 * A button that one finger holds: whatever else happens meanwhile breaks the hold, and only a new
 * press begins another. The page is asked for the box itself: a touch is captured by what it began
 * on, which never hears that the finger has left.
 */
export function useHold({ button, holdMs, held, broken }: HoldOptions): Hold {
  const holding = ref(false)
  const progress = ref(0)
  let finger: Pick<PointerEvent, 'pointerId' | 'clientX' | 'clientY'> | null = null
  let doneMs = 0
  let timer: ReturnType<typeof setTimeout> | undefined
  let stopListening = (): void => undefined

  function letGo(): void {
    clearTimeout(timer)
    stopListening()
    finger = null
    progress.value = 0
    holding.value = false
  }
  function breakOff(): void {
    letGo()
    broken()
  }
  function isHeld(): boolean {
    const box = button()?.getBoundingClientRect()
    return finger !== null && box !== undefined && isOn(box, finger.clientX, finger.clientY)
  }

  function beat(): void {
    doneMs += BEAT_MS
    if (!isHeld()) breakOff()
    else if (doneMs < holdMs) countOn()
    else {
      letGo()
      held()
    }
  }
  /** Shows where the hold is when the beat ends: the way there is drawn meanwhile. */
  function countOn(): void {
    progress.value = (doneMs + BEAT_MS) / holdMs
    timer = setTimeout(beat, BEAT_MS)
  }

  function moved(event: PointerEvent): void {
    if (event.pointerId !== finger?.pointerId) return
    finger = event
    if (!isFinger(event) || !isHeld()) breakOff()
  }
  function lifted(event: PointerEvent): void {
    if (event.pointerId === finger?.pointerId) breakOff()
  }
  function press(event: PointerEvent): void {
    if (event.button !== 0) return
    if (!isFinger(event)) {
      breakOff()
      return
    }
    finger = event
    doneMs = 0
    holding.value = true
    stopListening = listen({ moved, lifted, breakOff })
    countOn()
  }

  onBeforeUnmount(letGo)
  return { holding, progress, press, letGo }
}

/** Hears all that moves or breaks a hold, wherever on the page it is; returns how to stop it. */
function listen(hold: {
  moved(event: PointerEvent): void
  lifted(event: PointerEvent): void
  breakOff(): void
}): () => void {
  const listening = new AbortController()
  const options = { capture: true, signal: listening.signal }
  // Another finger, wherever it lands.
  addEventListener('pointerdown', hold.breakOff, options)
  addEventListener('pointermove', hold.moved, options)
  addEventListener('pointerup', hold.lifted, options)
  addEventListener('pointercancel', hold.lifted, options)
  addEventListener('blur', hold.breakOff, { signal: listening.signal })
  document.addEventListener('visibilitychange', hold.breakOff, options)
  return () => {
    listening.abort()
  }
}
