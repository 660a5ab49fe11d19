import type { PowerSaveBlocker } from 'electron'
import type { AdjustableClock } from '#common/clock.ts'
import { zoneTime } from '#common/zone.ts'
import type { ScreenHours } from '#main/settings/option-values.ts'

const LOOK_EVERY_MS = 30_000

/**
 * Keeps the display on while the system would switch it off for want of a keyboard's keys: always, or
 * within the operator's hours. Outside them it is the system's to say. Returns the end of it.
 */
export function keepDisplayOn(deps: {
  blocker: Pick<PowerSaveBlocker, 'start' | 'stop'>
  /** It follows the machine's time: hours are those of the wall clock. */
  clock: AdjustableClock
  /** In the site's time zone; null: always. */
  hours: () => ScreenHours | null
  timeZone: () => string
}): () => void {
  const { blocker, clock } = deps
  let held: number | null = null
  let cancel = (): void => undefined
  const letGo = (): void => {
    if (held !== null) blocker.stop(held)
    held = null
  }
  const look = (): void => {
    clock.followMachine()
    const hours = deps.hours()
    if (hours !== null && !isWithin(hours, clock.now(), deps.timeZone())) letGo()
    else held ??= blocker.start('prevent-display-sleep')
    cancel = clock.setTimer(LOOK_EVERY_MS, look)
  }
  look()
  return () => {
    cancel()
    letGo()
  }
}

/** Hours may go past midnight: 17:00-02:00. */
function isWithin({ from, until }: ScreenHours, nowMs: number, timeZone: string): boolean {
  const { hour, minute } = zoneTime(nowMs, timeZone)
  const now = `${two(hour)}:${two(minute)}`
  return from < until ? from <= now && now < until : from <= now || now < until
}

const two = (value: number): string => String(value).padStart(2, '0')
