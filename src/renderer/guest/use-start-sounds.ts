import { watch } from 'vue'
import { hourOfDay } from '../i18n/format.ts'
import { useNow } from '../live/now.ts'
import { useTerminal } from '../live/terminal.ts'
import { useMoreTime } from '../live/use-more-time.ts'
import { isNight } from '../theme/theme.ts'
import type { Sound } from './sounds.ts'

/**
 * A short chime where a start that the guest waits for begins to charge, and a low one where it fails. Not by
 * night, never over speech, and only where the operator wants it.
 * @param outcome of the start; null while there is none. What it is already is not heard.
 */
export function useStartSounds(outcome: () => Sound | null): void {
  const now = useNow()
  const terminal = useTerminal()
  const moreTime = useMoreTime()

  watch(outcome, async (sound) => {
    const { guest, timeZone } = terminal.info
    const isQuiet = !guest.sounds || moreTime.isSpoken || isNight(hourOfDay(now.minuteMs, timeZone))
    if (sound === null || isQuiet) return
    const { play } = await import('./sounds.ts')
    // A machine without sound is no fault.
    await play(sound).catch(() => undefined)
  })
}
