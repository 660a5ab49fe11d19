import { defineStore } from 'pinia'
import { computed, ref } from 'vue'
import { useTheme } from '../theme/theme.ts'
import { useTerminal } from './terminal.ts'
import { guestLimits, type GuestLimit, type TimeLimit } from './time-limits.ts'

/** How much longer than usual a guest's time is: as the operator says, and twice that for who needs it. */
export const useMoreTime = defineStore('more-time', () => {
  const terminal = useTerminal()
  const theme = useTheme()
  /** The screen is spoken: hearing takes longer than reading. */
  const isSpoken = ref(false)
  const factor = computed(() => {
    const needsMore = theme.large || theme.low || isSpoken.value
    return terminal.info.guest.moreTime * (needsMore ? 2 : 1)
  })
  function limit(name: GuestLimit): TimeLimit {
    const { afterMs, warnsMs } = guestLimits[name]
    return { afterMs: afterMs * factor.value, warnsMs: warnsMs * factor.value }
  }
  return { isSpoken, limit }
})
