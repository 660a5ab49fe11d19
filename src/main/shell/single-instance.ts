import type { Clock } from '#common/clock.ts'

const TRY_EVERY_MS = 250
const GIVE_UP_AFTER_MS = 10_000

/**
 * Resolves once this is the only terminal on its data folder: one that is on its way out, or was
 * killed, is waited for. False when another one stays.
 */
export async function becomeOnlyInstance(
  app: { requestSingleInstanceLock(): boolean },
  clock: Clock,
): Promise<boolean> {
  for (let waitedMs = 0; ; waitedMs += TRY_EVERY_MS) {
    if (app.requestSingleInstanceLock()) return true
    if (waitedMs >= GIVE_UP_AFTER_MS) return false
    await clock.sleep(TRY_EVERY_MS)
  }
}
