import { randomBytes } from 'node:crypto'
import { CommandError, failureOf } from '#main/core/errors.ts'
import { emptyDraft, missingOf, type Draft } from './draft.ts'

/** The draft that somebody is filling in. It begins when it is first asked for. */
export interface OpenDraft {
  now(): Draft
  /** As `now`. Throws a CommandError `setup-incomplete` that names what is missing. */
  whole(): Draft
  /** A change is not in the file that was exported before. */
  change(part: Partial<Draft>): void
  /** The result of `work`. Throws a CommandError `wrong-mode` where the draft has changed meanwhile. */
  settled<T>(work: Promise<T>): Promise<T>
  /** Nothing of it stays in memory. */
  forget(): void
}

/** `begin`: what the terminal is already. */
export function createOpenDraft(begin: () => Partial<Draft>): OpenDraft {
  let begun: Draft | null = null
  const now = (): Draft => (begun ??= fresh(begin()))
  return {
    now,
    whole() {
      const missing = missingOf(now())
      if (missing.length > 0) throw incomplete(missing)
      return now()
    },
    change(part) {
      begun = { ...now(), exported: null, ...part }
    },
    async settled(work) {
      const before = now()
      const value = await work
      if (begun === before) return value
      throw new CommandError(failureOf('wrong-mode', 'The set-up has gone on meanwhile.'))
    },
    forget() {
      begun = null
    },
  }
}

/** A new terminal makes the site's key of stop codes; one that has a key keeps it. */
function fresh(begin: Partial<Draft>): Draft {
  return { ...emptyDraft, stopCodeKey: randomBytes(32).toString('base64url'), ...begin }
}

/** `setup-incomplete`, with the parts that are missing in `details.missing`, comma-separated. */
export function incomplete(missing: readonly string[]): CommandError {
  const details = { missing: missing.join(',') }
  return new CommandError(failureOf('setup-incomplete', 'Something is not settled yet.', details))
}
