import { defineStore } from 'pinia'
import { computed, ref } from 'vue'
import type { ClockReading } from '#contract/terminal.ts'
import { on } from '../bridge.ts'

const SECOND_MS = 1000
const MINUTE_MS = 60_000

/** Main's clock, carried on between its readings: the machine's own time is never asked. */
export function extrapolate(reading: ClockReading, elapsedMs: number): number {
  return reading.nowMs + elapsedMs * reading.speed
}

/** The terminal's time, moved by one timer once a second. */
export const useNow = defineStore('now', () => {
  let reading: ClockReading = { nowMs: 0, speed: 1 }
  let readAtMs = 0
  let timer: ReturnType<typeof setTimeout> | undefined
  const nowMs = ref(0)
  /** Real milliseconds of this page at the last tick: for people's pace, which no demo speeds up. */
  const beatMs = ref(0)
  const minuteMs = computed(() => Math.floor(nowMs.value / MINUTE_MS) * MINUTE_MS)

  function read(): number {
    return extrapolate(reading, performance.now() - readAtMs)
  }

  function tick(): void {
    nowMs.value = read()
    beatMs.value = performance.now()
    const wait = reading.speed === 1 ? SECOND_MS - (nowMs.value % SECOND_MS) : SECOND_MS
    clearTimeout(timer)
    timer = setTimeout(tick, wait)
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

  function close(): void {
    clearTimeout(timer)
  }
  return { nowMs, minuteMs, beatMs, read, open, close }
})
