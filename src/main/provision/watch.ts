import type { Clock } from '#common/clock.ts'
import type { ProvisionSource } from './source.ts'

const LOOK_EVERY_MS = 1_000

/**
 * Calls `onChange` when the file has become another one, however it was replaced. It must have stayed the same
 * for one look: half of a file is not read. Returns what ends the watch.
 */
export function watchProvision(
  source: Pick<ProvisionSource, 'mark'>,
  clock: Clock,
  onChange: () => void,
): () => void {
  let known = source.mark()
  let seen = known
  let cancel = (): void => undefined
  const look = (): void => {
    const mark = source.mark()
    // Away for a moment, it is being replaced.
    if (mark !== null && mark !== known && mark === seen) {
      known = mark
      onChange()
    }
    seen = mark
    cancel = clock.setTimer(LOOK_EVERY_MS, look)
  }
  cancel = clock.setTimer(LOOK_EVERY_MS, look)
  return () => {
    cancel()
  }
}
