import type { AdjustableClock } from '#common/clock.ts'
import type { Launches } from './launches.ts'
import type { Truth } from './truth.ts'
import type { Watch } from './watch/watch.ts'

const STEP_MS = 1_000
/** Real time that a command may take before the clock goes on. */
const AT_HAND_MS = 60
/** Of real time, for each step: where answers are held back on purpose, time goes on without them. */
const HELD_LIMIT_MS = 40
/** Elsewhere every answer comes at once, however slow the machine is. */
const QUIET_LIMIT_MS = 20_000
const LONGEST_REQUEST_MS = 40_000

/** How time passes, for the stations and for the terminal if it runs: in steps, each looked at. */
export interface Pace {
  /** Until it holds or `ms` are over. */
  pass(ms: number, until?: () => boolean, stepMs?: number): Promise<void>
  /** Waits for what takes real time while time passes. */
  during<T>(work: Promise<T>): Promise<T>
  /** From here on the platform holds answers back. */
  holdBack(): void
  /** Answers come again, once what is under way has had its time. */
  goOn(): void
}

export function createPace(deps: {
  clock: AdjustableClock
  truth: Truth
  watch: Watch
  launches: Launches
}): Pace {
  const { clock, truth, watch, launches } = deps
  let heldUntilMs = 0

  const step = async (ms: number): Promise<void> => {
    await clock.advance(ms)
    await truth.sample()
    if (launches.current()?.isGone !== false) return
    const limitMs = clock.now() < heldUntilMs ? HELD_LIMIT_MS : QUIET_LIMIT_MS
    await launches.last().advance(clock.now(), limitMs)
    const { isGone, view } = launches.last()
    if (!isGone && view) await watch.look(view)
  }

  return {
    async pass(ms, until = () => false, stepMs = STEP_MS) {
      const untilMs = clock.now() + ms
      while (clock.now() < untilMs && !until()) await step(Math.min(stepMs, untilMs - clock.now()))
    },
    during: (work) => whileStepping(work, () => step(STEP_MS)),
    holdBack() {
      heldUntilMs = Infinity
    },
    goOn() {
      if (heldUntilMs === Infinity) heldUntilMs = clock.now() + LONGEST_REQUEST_MS
    },
  }
}

async function whileStepping<T>(work: Promise<T>, step: () => Promise<void>): Promise<T> {
  const state = { isOver: false }
  const over = work.finally(() => {
    state.isOver = true
  })
  // What is at hand is answered before time moves on.
  await Promise.race([over, new Promise((resolve) => setTimeout(resolve, AT_HAND_MS))])
  while (!state.isOver) await step()
  return over
}
