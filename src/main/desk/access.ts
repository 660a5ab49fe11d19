import { createSerialQueue } from '#common/serial-queue.ts'
import type { Clock } from '#common/clock.ts'
import type { DeskAccess, Person } from '#contract/desk.ts'
import type { Mode } from '#contract/terminal.ts'
import { CommandError, failureOf } from '#main/core/errors.ts'
import type { CodeGuard } from '#main/secrets/code-guard.ts'
import type { AccessState } from '#main/core/access-state.ts'
import type { Audit } from './audit.ts'
import { createIdleLock } from './idle-lock.ts'
import { createModeState, type AccessChange } from './mode-state.ts'
import type { People } from './people.ts'
import { countOf } from './pin-limits.ts'

/** Which mode the terminal is in, and who brought it there. The renderer only asks. */
export interface Access extends AccessState {
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

/** Setting a terminal up takes thought, and papers to look for. */
const SETUP_LOCK_MS = 30 * 60_000

interface AccessDeps {
  /** Who may come in now. */
  people: () => People
  guard: CodeGuard
  /** The machine's own: no demo speeds the lock up. */
  clock: Clock
  /** Where audit events of the access control are written now. */
  audit: () => Audit
  lockAfterMs: () => number
  languageOf: (name: string) => string | null
  /** Nobody has set this terminal up: everybody may. */
  isUnset: () => boolean
}

export function createAccess(deps: AccessDeps): Access {
  const { people, guard, clock, lockAfterMs } = deps
  const current = createModeState()
  const { mode, person, enter } = current
  const queue = createSerialQueue()
  const idleLock = createIdleLock(clock, {
    afterMs: () => idleMs(mode(), lockAfterMs()),
    lock() {
      deps.audit().note({ action: 'desk.lock', details: { reason: 'idle' } })
      enter('guest', null)
    },
  })
  current.onChange(idleLock.restart)

  const unlock = async (pin: string): Promise<Person> => {
    const who = await whoseIs(pin, deps)
    deps.audit().note({ action: 'desk.unlock' }, who)
    enter('desk', who)
    return who
  }
  const isKnown = (): boolean => isAmong(people().list(), person())
  const assertManager = (): void => {
    if (person()?.role === 'manager') return
    throw new CommandError(failureOf('needs-manager', 'Only a manager may do that.'))
  }

  return {
    mode,
    person,
    state: () => ({
      hasPins: people().list().length > 0,
      ...{ person: person(), language: languageOf(person(), deps) },
      lockAfterMs: idleMs(mode(), lockAfterMs()) ?? lockAfterMs(),
    }),
    // One at a time: each wrong PIN is counted before the next one is looked at.
    unlock: (pin) => queue(() => unlock(pin)),
    lock(keepsGuest = false) {
      if (mode() === 'guest') return
      deps.audit().note({ action: 'desk.lock' })
      enter('guest', null, keepsGuest)
    },
    enterSetup() {
      if (mode() === 'setup') return
      if (!deps.isUnset()) assertManager()
      deps.audit().note({ action: 'setup.enter' })
      enter('setup', person())
    },
    leaveSetup() {
      if (mode() !== 'setup') return
      if (isKnown()) enter('desk', person())
      else enter('guest', null)
    },
    peopleChanged() {
      if (mode() === 'desk' && !isKnown()) enter('guest', null)
    },
    touched: idleLock.touched,
    touchedAtMs: idleLock.touchedAtMs,
    tries: guard.record,
    assertManager,
    onChange: current.onChange,
    close: idleLock.close,
  }
}

const languageOf = (who: Person | null, deps: Pick<AccessDeps, 'languageOf'>): string | null =>
  who && deps.languageOf(who.name)

/** Throws a CommandError `no-pins`, `too-many-tries` or `wrong-pin`. */
async function whoseIs(
  pin: string,
  { people, guard, audit }: Pick<AccessDeps, 'people' | 'guard' | 'audit'>,
): Promise<Person> {
  if (people().list().length === 0) {
    throw new CommandError(failureOf('no-pins', 'No PIN is set at this terminal.'))
  }
  const count = countOf(pin)
  guard.admit(count)
  const who = await people().whose(pin)
  if (!who) {
    audit().note({ action: 'desk.wrong-pin' })
    throw guard.wrong(count)
  }
  guard.right(count)
  return who
}

/** In the same role. */
function isAmong(people: readonly Person[], person: Person | null): boolean {
  return people.some(({ name, role }) => name === person?.name && role === person.role)
}

/** How long nobody may touch anything until a mode locks by itself (ms); null: there is nothing to lock. */
function idleMs(mode: Mode, lockAfterMs: number): number | null {
  if (mode === 'guest') return null
  return mode === 'setup' ? Math.max(SETUP_LOCK_MS, lockAfterMs) : lockAfterMs
}
