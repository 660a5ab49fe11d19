import type { Clock } from '#common/clock.ts'
import { CommandError, failureOf } from '#main/core/errors.ts'
import type { CodeTries, TriesStore } from '#main/storage/tries.ts'
import { createCodeDebts } from './code-debts.ts'

/**
 * Slows wrong codes down, at one subject and at all of the store's, over restarts too. Each wrong one is
 * owed for a time and takes its place in a budget until it is paid back: whatever rhythm somebody tries
 * in, within a time t they get at most `most + t / backMs` codes looked at. Waiting gives no burst.
 */
export interface CodeGuard {
  /** Throws a CommandError `too-many-tries` with `retryAtMs` while no code is taken for it. */
  admit(subject: string): void
  /** The failure to answer a wrong code with: `code` with `triesLeft`, and `retryAtMs` at 0. */
  wrong(subject: string): CommandError
  right(subject: string): void
  /** Another code holds from now on: wrong ones that were given for the old one do not count. */
  lift(subject: string): void
  /** Wrong ones since the program was started, and until when a subject takes none (epoch ms). */
  record(): { readonly wrong: number; readonly untilMs: number | null }
}

/** So many wrong codes are looked at: `most` at once, and one more after each `backMs`. */
export interface Budget {
  readonly most: number
  readonly backMs: number
  /** From so many at once on there is a pause after each, twice as long each time: 30 s, 60 s, … */
  readonly free: number
  readonly longestPauseMs: number
}

export interface Limits {
  of(subject: string): Budget
  /** Of all subjects together; null: each stands alone. */
  readonly all: Budget | null
  /**
   * What a right code makes good. Null: all of its subject's wrong ones. Else those that its owner may
   * have mistyped just before, within this budget: a person with a code must not try others' without end.
   */
  readonly givenBack: Budget | null
}

const MINUTE_MS = 60_000
const QUARTER_MS = 15 * MINUTE_MS
const FIRST_PAUSE_MS = 30_000
/** Mistyping is followed by another try at once. */
const MISTYPED_WITHIN_MS = 2 * MINUTE_MS
const MOST_MISTYPED = 3
const WHOLE_TERMINAL = 'terminal'
const GIVEN_BACK = ':given-back'

/**
 * Of stop codes: see charging/stop-code.ts for what that comes to. Nobody waits for more than a quarter
 * of an hour, whatever strangers have tried: guests must come to their charge.
 */
export const stopCodeLimits: Limits = {
  of: () => ({ most: 6, backMs: QUARTER_MS, free: 3, longestPauseMs: QUARTER_MS }),
  all: { most: 20, backMs: QUARTER_MS, free: 10, longestPauseMs: QUARTER_MS },
  givenBack: null,
}

interface CodeGuardDeps {
  store: TriesStore
  clock: Clock
  /** The error of a wrong one; default: `wrong-code`. */
  code?: 'wrong-code' | 'wrong-pin'
  /** Default: those of stop codes. */
  limits?: Limits
}

export function createCodeGuard(deps: CodeGuardDeps): CodeGuard {
  const { clock, code = 'wrong-code', limits = stopCodeLimits } = deps
  const debts = createCodeDebts(deps.store, clock)
  const mistyped = createMistyped(clock)
  let wrongSinceStart = 0

  const budgetOf = (subject: string): Budget =>
    subject === WHOLE_TERMINAL && limits.all !== null ? limits.all : limits.of(subject)
  const counted = (subject: string): string[] =>
    limits.all === null ? [subject] : [subject, WHOLE_TERMINAL]
  const untilMs = (subject: string): number => admitsAtMs(budgetOf(subject), debts.of(subject))
  const forget = (subject: string): void => {
    mistyped.forget(subject)
    debts.forget(subject)
  }
  /** So many of the budget are free; one that is partly paid back counts whole. */
  const freeOf = (subject: string): number => {
    const { free, backMs } = budgetOf(subject)
    return Math.max(0, free - Math.ceil(debts.leftMs(subject) / backMs))
  }
  /** What the owner of this code has mistyped, as far as they may. */
  const giveBack = (subject: string, { most, backMs }: Budget): void => {
    const account = subject + GIVEN_BACK
    for (let left = mistyped.take(subject); left > 0; left -= 1) {
      if (debts.leftMs(account) > (most - 1) * backMs) return
      debts.owe(account, backMs)
      debts.remit(subject, budgetOf(subject).backMs)
    }
  }

  return {
    admit(subject) {
      const until = Math.max(...counted(subject).map(untilMs))
      if (until <= clock.now()) return
      const details = { retryAtMs: String(until) }
      throw new CommandError(failureOf('too-many-tries', 'Too many wrong codes.', details))
    },
    wrong(subject) {
      for (const paid of debts.paid()) forget(paid)
      wrongSinceStart += 1
      mistyped.note(subject)
      const all = counted(subject)
      for (const each of all) debts.owe(each, budgetOf(each).backMs)
      const triesLeft = Math.min(...all.map(freeOf))
      const details: Record<string, string> = { triesLeft: String(triesLeft) }
      if (triesLeft === 0) details['retryAtMs'] = String(Math.max(...all.map(untilMs)))
      return new CommandError(failureOf(code, 'It does not open it.', details))
    },
    right(subject) {
      if (limits.givenBack === null) forget(subject)
      else giveBack(subject, limits.givenBack)
    },
    lift(subject) {
      forget(subject)
      forget(WHOLE_TERMINAL)
    },
    record() {
      const counts = debts.subjects().filter((subject) => !subject.endsWith(GIVEN_BACK))
      const until = Math.max(0, ...counts.map(untilMs))
      return { wrong: wrongSinceStart, untilMs: until > clock.now() ? until : null }
    },
  }
}

/** When the next code is taken (epoch ms): after the pause, and once there is room in the budget. */
function admitsAtMs(budget: Budget, { owedMs, lastAtMs }: CodeTries): number {
  const { most, free, backMs, longestPauseMs } = budget
  const beyond = Math.ceil(owedMs / backMs) - free
  const pauseMs = beyond < 0 ? 0 : Math.min(FIRST_PAUSE_MS * 2 ** beyond, longestPauseMs)
  return lastAtMs + Math.max(pauseMs, owedMs - (most - 1) * backMs)
}

/** When wrong codes were typed that a right one may make good. */
function createMistyped(clock: Pick<Clock, 'now'>) {
  const times = new Map<string, number[]>()
  return {
    note(subject: string): void {
      times.set(subject, [...(times.get(subject) ?? []), clock.now()].slice(-MOST_MISTYPED))
    },
    /** How many there were just now; they are made good once. */
    take(subject: string): number {
      const sinceMs = clock.now() - MISTYPED_WITHIN_MS
      const recent = (times.get(subject) ?? []).filter((atMs) => atMs >= sinceMs)
      times.delete(subject)
      return recent.length
    },
    forget(subject: string): void {
      times.delete(subject)
    },
  }
}
