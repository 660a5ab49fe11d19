import type { Log } from '#main/core/log.ts'
import type { NoteStore } from '#main/storage/notes.ts'

/** Which language each person reads at the desk (BCP 47), by name. */
export interface DeskLanguages {
  /** Null where nobody of that name has chosen one; a failing disk is logged. */
  of(name: string): string | null
  /** Throws a CommandError `storage`. */
  set(name: string, language: string): void
}

const noteOf = (name: string): string => `deskLanguage ${name}`

export function createDeskLanguages(store: NoteStore, log: Log): DeskLanguages {
  return {
    of(name) {
      try {
        return store.note(noteOf(name))
      } catch (error) {
        log.warn({ error: String(error) }, "a person's language cannot be read")
        return null
      }
    },
    set(name, language) {
      store.setNote(noteOf(name), language)
    },
  }
}
