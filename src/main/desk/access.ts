import { createSerialQueue } from '#common/serial-queue.ts'
import type { Clock } from '#common/clock.ts'
import type { DeskAccess, Person } from '#contract/desk.ts'
import type { Mode } from '#contract/terminal.ts'
import { CommandError, failureOf } from '#main/core/errors.ts'
import type { CodeGuard } from '#main/secrets/code-guard.ts'
import type { Audit } from './audit.ts'
import type { People } from './people.ts'
import { countOf } from './pin-limits.ts'

/** Which mode the terminal is in, and who brought it there. The renderer only asks. */
export interface Access {
  mode(): Mode
  person(): Person | null
  state(): DeskAccess
  /** Throws a CommandError `wrong-pin`, `too-many-tries`, `no-pins` or `storage`. */
  unlock(pin: string): Promise<Person>
  /** Back to the guests; `keepsGuest`: the guest keeps what they have begun. */
  lock(keepsGuest?: boolean): void
  /** From the desk (a manager), or from a terminal that nobody has set up yet. Throws `needs-manager`. */
  enterSetup(): void
  /** Back to the desk if set-up was entered there, to the guests otherwise. */
  leaveSetup(): void
  /** Others may come in now: a person at the desk who is none of them has to leave. */
  peopleChanged(): void
  /** Somebody is there: the desk stays open. */
  touched(): void
  /** When somebody was there last (epoch ms). */
  touchedAtMs(): number
  /** Wrong PINs since the program was started, and until when some are not taken (epoch ms). */
  tries(): ReturnType<CodeGuard['record']>
  /** Throws a CommandError `needs-manager` unless a manager is at the desk. */
  assertManager(): void
  /** Mode or person have changed. Returns what ends it. */
  onChange(listener: (change: AccessChange) => void): () => void
  close(): void
}

/** `keepsGuest`: the guest is still there. */
export interface AccessChange {
  readonly keepsGuest: boolean
}

/** Setting a terminal up takes thought, and papers to look for. */
const SETUP_LOCK_MS = 30 * 60_000

export function createAccess(deps: {
  /** Who may come in now. */
  people: () => People
  guard: CodeGuard
  /** The machine's own: no demo speeds the lock up. */
  clock: Clock
  /** Where audit events of the access control are written now. */
  audit: () => Audit
  lockAfterMs: () => number
  /** Nobody has set this terminal up: everybody may. */
  isUnset: () => boolean
}): Access {
  const { people, guard, clock, lockAfterMs } = deps
  let mode: Mode = 'guest'
  let person: Person | null = null
  let cancelLock: (() => void) | null = null
  let touchedMs = clock.now()
  const listeners = new Set<(change: AccessChange) => void>()

  const enter = (next: Mode, who: Person | null, keepsGuest = false): void => {
    mode = next
    person = who
    restartLock()
    for (const listener of listeners) listener({ keepsGuest })
  }
  const restartLock = (): void => {
    cancelLock?.()
    const afterMs = mode === 'setup' ? Math.max(SETUP_LOCK_MS, lockAfterMs()) : lockAfterMs()
    cancelLock = mode === 'guest' ? null : clock.setTimer(afterMs, lockByItself)
  }
  const lockByItself = (): void => {
    deps.audit().note({ action: 'desk.lock', details: { reason: 'idle' } })
    enter('guest', null)
  }
  const queue = createSerialQueue()
  const tryPin = async (pin: string): Promise<Person> => {
    if (people().list().length === 0) {
      throw new CommandError(failureOf('no-pins', 'No PIN is set at this terminal.'))
    }
    const count = countOf(pin)
    guard.admit(count)
    const who = await people().whose(pin)
    if (!who) {
      deps.audit().note({ action: 'desk.wrong-pin' })
      throw guard.wrong(count)
    }
    guard.right(count)
    deps.audit().note({ action: 'desk.unlock' }, who)
    enter('desk', who)
    return who
  }
  const isKnown = (): boolean =>
    people()
      .list()
      .some(({ name, role }) => name === person?.name && role === person.role)
  const assertManager = (): void => {
    if (person?.role === 'manager') return
    throw new CommandError(failureOf('needs-manager', 'Only a manager may do that.'))
  }

  return {
    mode: () => mode,
    person: () => person,
    state: () => ({ hasPins: people().list().length > 0, person, lockAfterMs: lockAfterMs() }),
    unlock(pin) {
      // One at a time: each wrong PIN is counted before the next one is looked at.
      return queue(() => tryPin(pin))
    },
    lock(keepsGuest = false) {
      if (mode === 'guest') return
      deps.audit().note({ action: 'desk.lock' })
      enter('guest', null, keepsGuest)
    },
    enterSetup() {
      if (mode === 'setup') return
      if (!deps.isUnset()) assertManager()
      deps.audit().note({ action: 'setup.enter' })
      enter('setup', person)
    },
    leaveSetup() {
      if (mode !== 'setup') return
      if (isKnown()) enter('desk', person)
      else enter('guest', null)
    },
    peopleChanged() {
      if (mode === 'desk' && !isKnown()) enter('guest', null)
    },
    touched() {
      touchedMs = clock.now()
      if (cancelLock) restartLock()
    },
    touchedAtMs: () => touchedMs,
    tries: guard.record,
    assertManager,
    onChange(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    close() {
      cancelLock?.()
    },
  }
}
