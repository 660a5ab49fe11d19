import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'

/** The booking references of the starts that the terminal wrote down, oldest first. */
export function keptBookings(dataDir: string): unknown[] {
  const ledger = new DatabaseSync(path.join(dataDir, 'ledger.db'), { readOnly: true })
  try {
    const rows = ledger.prepare(
      'SELECT booking_reference AS kept FROM starts ORDER BY created_at_ms',
    )
    return rows.all().map(({ kept }) => kept)
  } finally {
    ledger.close()
  }
}
