import { defineStore } from 'pinia'
import { computed, ref, watch } from 'vue'
import { hourOfDay } from '../i18n/format.ts'
import { useQuiet } from '../live/idle.ts'
import { useNow } from '../live/now.ts'
import { useTerminal } from '../live/terminal.ts'
import { isNight } from './theme.ts'

/** By day a resting screen stays easy to read from the other side of the room. */
const DAY_LEVEL = 0.6
const DRIFT_EVERY_MS = 60_000
const CALM_DRIFT_EVERY_MS = 600_000
/** Where the board rests by turns, in px from its place: each step is at most 4 px long. */
const PLACES = [
  [0, 0],
  [3, 1],
  [4, -2],
  [1, -4],
  [-2, -3],
  [-4, 0],
  [-3, 3],
  [0, 4],
] as const

/** Where the board stands after the page ran for `runMs`, so that no picture burns in: `[x, y]` in px. */
export function driftAfter(runMs: number, calm: boolean): readonly [number, number] {
  const step = Math.floor(runMs / (calm ? CALM_DRIFT_EVERY_MS : DRIFT_EVERY_MS))
  return PLACES[step % PLACES.length] ?? [0, 0]
}

/** How bright the resting board is, and where it stands. */
export const useDim = defineStore('dim', () => {
  const now = useNow()
  const terminal = useTerminal()
  /** Only the board rests: every other screen is left by itself. */
  const resting = ref(false)
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches

  const quiet = useQuiet(() => (resting.value ? terminal.info.guest.dimAfterMs : null))
  const level = computed(() => {
    const { nightLevel } = terminal.info.guest
    if (!quiet.value) return 1
    const night = isNight(hourOfDay(now.minuteMs, terminal.info.timeZone))
    return night ? nightLevel : Math.max(DAY_LEVEL, nightLevel)
  })
  const dimmed = computed(() => level.value < 1)
  /** For how long this page had run when the resting board last moved. */
  const runMs = ref(0)
  watch(resting, (is, _was, onCleanup) => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const move = (): void => {
      runMs.value = performance.now()
      timer = setTimeout(move, DRIFT_EVERY_MS - (runMs.value % DRIFT_EVERY_MS))
    }
    if (is) move()
    onCleanup(() => {
      clearTimeout(timer)
    })
  })
  const drift = computed(() => driftAfter(resting.value ? runMs.value : 0, calm))
  const transform = computed(() => {
    const [x, y] = drift.value
    return `translate(${String(x)}px, ${String(y)}px)`
  })
  return { resting, level, dimmed, transform }
})
