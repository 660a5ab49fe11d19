import type { Clock } from '#common/clock.ts'
import { CommandError, failureOf } from '#main/errors.ts'
import type { CodeTries, TriesStore } from '#main/storage/tries.ts'

/** Slows wrong codes down, at one subject and at all of the store's, over restarts too. */
export interface CodeGuard {
  /** Throws a CommandError `too-many-tries` with `retryAtMs` while no code is taken for it. */
  admit(subject: string): void
  /** The failure to answer a wrong code with: `code` with `triesLeft`, and `retryAtMs` at 0. */
  wrong(subject: string): CommandError
  right(subject: string): void
  /** Another code holds from now on: wrong ones that were given for the old one do not count. */
  lift(subject: string): void
}

const WHOLE_TERMINAL = 'terminal'
const FREE_TRIES = 3
const FREE_TRIES_AT_TERMINAL = 10
const FIRST_PAUSE_MS = 30_000
const LONGEST_PAUSE_MS = 15 * 60_000
/** So long after the last wrong code they are forgotten: honest guests mistype, too. */
const FORGOTTEN_AFTER_MS = 3_600_000

const freeTries = (subject: string): number =>
  subject === WHOLE_TERMINAL ? FREE_TRIES_AT_TERMINAL : FREE_TRIES

function pauseMs({ subject, wrong }: CodeTries): number {
  const beyond = wrong - freeTries(subject)
  return beyond < 0 ? 0 : Math.min(FIRST_PAUSE_MS * 2 ** beyond, LONGEST_PAUSE_MS)
}

export function createCodeGuard(deps: {
  store: TriesStore
  clock: Clock
  /** How a wrong one is told; default: `wrong-code`. */
  code?: 'wrong-code' | 'wrong-pin'
}): CodeGuard {
  const { store, clock, code = 'wrong-code' } = deps
  const known = new Map<string, CodeTries>()
  for (const tries of store.tries()) known.set(tries.subject, tries)

  /** A clock that was set back must not lock anybody out for longer, and gives no tries back. */
  const knownTries = (subject: string): CodeTries | undefined => {
    const tries = known.get(subject)
    const nowMs = Math.round(clock.now())
    if (tries === undefined || tries.lastAtMs <= nowMs) return tries
    const clamped = { ...tries, lastAtMs: nowMs }
    known.set(subject, clamped)
    return clamped
  }
  const triesOf = (subject: string): CodeTries => {
    const tries = knownTries(subject)
    const isFresh = tries && clock.now() - tries.lastAtMs < FORGOTTEN_AFTER_MS
    return isFresh ? tries : { subject, wrong: 0, lastAtMs: 0 }
  }
  const forget = (subject: string): void => {
    if (known.delete(subject)) store.forgetTries(subject)
  }
  const forgetOld = (): void => {
    for (const { subject, lastAtMs } of [...known.values()]) {
      if (clock.now() - lastAtMs < FORGOTTEN_AFTER_MS) continue
      forget(subject)
    }
  }
  const countOne = (subject: string): CodeTries => {
    const wrong = triesOf(subject).wrong + 1
    const tries = { subject, wrong, lastAtMs: Math.round(clock.now()) }
    known.set(subject, tries)
    store.saveTries(tries)
    return tries
  }
  const retryAtMs = (tries: CodeTries): number => tries.lastAtMs + pauseMs(tries)

  return {
    admit(subject) {
      const untilMs = Math.max(...[subject, WHOLE_TERMINAL].map((each) => retryAtMs(triesOf(each))))
      if (untilMs <= clock.now()) return
      const details = { retryAtMs: String(untilMs) }
      throw new CommandError(failureOf('too-many-tries', 'Too many wrong codes.', details))
    },
    wrong(subject) {
      forgetOld()
      const all = [countOne(subject), countOne(WHOLE_TERMINAL)]
      const left = all.map((tries) => Math.max(0, freeTries(tries.subject) - tries.wrong))
      const triesLeft = Math.min(...left)
      const details: Record<string, string> = { triesLeft: String(triesLeft) }
      if (triesLeft === 0) details['retryAtMs'] = String(Math.max(...all.map(retryAtMs)))
      return new CommandError(failureOf(code, 'It does not open it.', details))
    },
    right: forget,
    lift(subject) {
      forget(subject)
      forget(WHOLE_TERMINAL)
    },
  }
}
