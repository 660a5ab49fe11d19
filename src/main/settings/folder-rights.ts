import { chmodSync, lstatSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { makeFolder } from '#main/core/files.ts'

const OTHERS = 0o077
/** A folder that is everybody's, such as /tmp, is not this terminal's to shut. */
const STICKY = 0o1000
const OWN_FOLDERS = [
  'branding',
  'code-cache',
  'demo',
  'exports',
  'logs',
  'not-set-up',
  'provisioning',
  'receipts',
  'training',
]
/** What the terminal keeps in its data folder, with what was set aside of it. */
const OWN_FILES =
  /^(settings|vault|secrets|terminal|ledger|desk|outbox|snapshot|status|relaunches)\b/

/**
 * Takes all rights of other users from the data folder and what the terminal keeps in it, as older
 * versions or people may have granted some; makes the folder if it is missing. Returns what could not be
 * shut. Does nothing on Windows.
 */
export function shutFolder(homeDir: string): string[] {
  makeFolder(homeDir)
  if (process.platform === 'win32') return []
  const open: string[] = []
  const shut = (place: string): void => {
    try {
      // A link may lead anywhere: what it leads to is left alone.
      const stat = lstatSync(place)
      const mayShut = stat.isFile() || stat.isDirectory()
      if (!mayShut || (stat.mode & OTHERS) === 0 || (stat.mode & STICKY) !== 0) return
      chmodSync(place, stat.mode & 0o700)
    } catch {
      open.push(place)
    }
  }
  shut(homeDir)
  for (const name of namesIn(homeDir)) {
    const place = path.join(homeDir, name)
    if (OWN_FILES.test(name)) shut(place)
    if (!OWN_FOLDERS.includes(name)) continue
    shut(place)
    for (const within of namesIn(place)) shut(path.join(place, within))
  }
  return open
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}
