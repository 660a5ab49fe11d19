import { defineStore } from 'pinia'
import { onScopeDispose, ref, toRef, type Ref } from 'vue'
import type { ClockReading } from '#contract/terminal.ts'
import { on } from '../bridge.ts'

const SECOND_MS = 1000
const MINUTE_MS = 60_000

/** Main's clock, carried on between its readings: the machine's own time is never asked. */
export function extrapolate(reading: ClockReading, elapsedMs: number): number {
  return reading.nowMs + elapsedMs * reading.speed
}

/**
 * The terminal's time. One timer moves it: each minute, and each second only as long as something
 * on the page shows seconds, so that a page at rest is not woken.
 */
export const useNow = defineStore('now', () => {
  let reading: ClockReading = { nowMs: 0, speed: 1 }
  let readAtMs = 0
  let followers = 0
  let timer: ReturnType<typeof setTimeout> | undefined
  const minuteMs = ref(0)
  /** To the second; stands still while nobody follows. */
  const secondMs = ref(0)
  /** Real milliseconds of this page at the last second: for people's pace, which no demo speeds up. */
  const beatMs = ref(0)

  function read(): number {
    return extrapolate(reading, performance.now() - readAtMs)
  }

  function tick(): void {
    const nowMs = read()
    minuteMs.value = nowMs - (nowMs % MINUTE_MS)
    secondMs.value = nowMs - (nowMs % SECOND_MS)
    beatMs.value = performance.now()
    const stepMs = followers > 0 ? SECOND_MS : MINUTE_MS
    const untilNextMs = (stepMs - (nowMs % stepMs)) / reading.speed
    clearTimeout(timer)
    timer = setTimeout(tick, reading.speed === 1 ? untilNextMs : Math.max(SECOND_MS, untilNextMs))
  }

  function set(next: ClockReading): void {
    reading = next
    readAtMs = performance.now()
    tick()
  }

  /** Starts the clock from a reading and follows the event `clock`. */
  function open(first: ClockReading): void {
    on('clock', set)
    set(first)
  }

  /** Moves the seconds until the returned function is called. */
  function followSeconds(): () => void {
    followers += 1
    tick()
    return () => {
      followers -= 1
    }
  }

  function close(): void {
    clearTimeout(timer)
  }
  return { minuteMs, secondMs, beatMs, read, open, followSeconds, close }
})

/** The terminal's time to the second (epoch ms), for as long as the caller is on the page. */
export function useSecond(): Readonly<Ref<number>> {
  const now = useNow()
  onScopeDispose(now.followSeconds())
  return toRef(() => now.secondMs)
}

/** Real milliseconds of this page, each second, for as long as the caller is on the page. */
export function useBeat(): Readonly<Ref<number>> {
  const now = useNow()
  onScopeDispose(now.followSeconds())
  return toRef(() => now.beatMs)
}
