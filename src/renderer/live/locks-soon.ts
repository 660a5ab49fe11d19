import { computed, type ComputedRef } from 'vue'
import { useIdle, useQuiet } from './idle.ts'
import { useBeat } from './now.ts'
import { useTerminal } from './terminal.ts'
import { lockWarnsAfterMs } from './time-limits.ts'

/** Whether desk or set-up is about to lock. */
export const useLocksSoon = (): ReturnType<typeof useQuiet> => {
  const terminal = useTerminal()
  return useQuiet(() => lockWarnsAfterMs(terminal.info.desk.lockAfterMs))
}

/** How long until it locks (ms of people), to the second while something shows it. */
export function useLockLeft(): ComputedRef<number> {
  const terminal = useTerminal()
  const idle = useIdle()
  const beatMs = useBeat()
  return computed(() => idle.touchedAtMs + terminal.info.desk.lockAfterMs - beatMs.value)
}
