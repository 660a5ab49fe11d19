import type { Log } from '#main/core/log.ts'

/** So many probes a window that has loaded may be invisible (2.4 s); then it is shown, then replaced. */
const MOST_UNSEEN = 4

/**
 * Whether the window can be seen at all: a hidden one loads and answers like any other. Answers true
 * once showing it again has not helped either.
 */
export function createSight(deps: {
  log: Log
  isVisible: () => boolean
  show: () => void
}): (hasLoaded: boolean) => boolean {
  let unseen = 0
  return (hasLoaded) => {
    unseen = hasLoaded && !deps.isVisible() ? unseen + 1 : 0
    if (unseen === MOST_UNSEEN) {
      deps.log.warn({}, 'the window cannot be seen: it is shown')
      deps.show()
    }
    if (unseen < 2 * MOST_UNSEEN) return false
    unseen = 0
    return true
  }
}
