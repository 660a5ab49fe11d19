import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'

/** What a terminal of a site leaves in its data folder, with what was set aside of it. The demo has a folder of its own. */
const OF_A_SITE =
  /^(ledger\.db|vault\.json|secrets\.json|snapshot\.json|settings\.broken-|terminal\.last-good\.json)/

/**
 * Whether the folder has served a site: then it never shows the demo, whose PINs are public and which
 * anybody may set up. By what the site left, or by PINs in the desk's file.
 */
export function hadSite(homeDir: string): boolean {
  return namesIn(homeDir).some((name) => OF_A_SITE.test(name)) || hasPeople(homeDir)
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}

/** PINs lie in the desk's file where no vault keeps them. */
function hasPeople(homeDir: string): boolean {
  const file = path.join(homeDir, 'desk.db')
  if (!existsSync(file)) return false
  try {
    const database = new DatabaseSync(file, { readOnly: true })
    try {
      const sql = "SELECT 1 FROM notes WHERE name = 'deskPeople'"
      return database.prepare(sql).get() !== undefined
    } finally {
      database.close()
    }
  } catch {
    // Damaged or of no use: nobody's PINs can be read from it either.
    return false
  }
}
