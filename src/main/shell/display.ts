import type { Clock } from '#common/clock.ts'
import type { Log } from '#main/core/log.ts'

const LOOK_EVERY_MS = 1_000

/** A screen that is switched on after its computer is waited for. */
export async function untilDisplay(
  screen: { getAllDisplays(): readonly unknown[] },
  { clock, log }: { clock: Clock; log: Log },
): Promise<void> {
  if (screen.getAllDisplays().length > 0) return
  log.warn({}, 'there is no display: it is waited for')
  while (screen.getAllDisplays().length === 0) await clock.sleep(LOOK_EVERY_MS)
  log.info({}, 'there is a display')
}
