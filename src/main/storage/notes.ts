import { z } from 'zod'
import type { Database } from './database.ts'

/** Short texts by name: marks, and keys where no vault keeps them. On disk when a method returns. */
export interface NoteStore {
  note(name: string): string | null
  /** Null forgets it. */
  setNote(name: string, value: string | null): void
}

export const NOTES_TABLE = 'CREATE TABLE notes (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;'

const noteSchema = z.object({ value: z.string() })

export function createNoteStore(database: Database): NoteStore {
  return {
    note(name) {
      const row = database.get('SELECT value FROM notes WHERE name = :name', { name })
      return row ? noteSchema.parse(row).value : null
    },
    setNote(name, value) {
      if (value === null) database.run('DELETE FROM notes WHERE name = :name', { name })
      else {
        const sql = 'INSERT OR REPLACE INTO notes (name, value) VALUES (:name, :value)'
        database.run(sql, { name, value })
      }
    },
  }
}
