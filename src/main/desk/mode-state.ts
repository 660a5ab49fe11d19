import type { Person } from '#contract/desk.ts'
import type { Mode } from '#contract/terminal.ts'
import type { AccessState } from '#main/core/access-state.ts'

/** `keepsGuest`: the guest is still there. */
export interface AccessChange {
  readonly keepsGuest: boolean
}

/** The mode and the person, who hears of their change, and nothing of who may do what. */
export interface ModeState extends AccessState {
  enter(mode: Mode, person: Person | null, keepsGuest?: boolean): void
  /** Mode or person have changed; in the order in which they listen. Returns what ends it. */
  onChange(listener: (change: AccessChange) => void): () => void
}

export function createModeState(): ModeState {
  let mode: Mode = 'guest'
  let person: Person | null = null
  const listeners = new Set<(change: AccessChange) => void>()
  return {
    mode: () => mode,
    person: () => person,
    enter(next, who, keepsGuest = false) {
      mode = next
      person = who
      for (const listener of listeners) listener({ keepsGuest })
    },
    onChange(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}
