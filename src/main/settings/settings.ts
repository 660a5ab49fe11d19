import { copyFileSync, existsSync, renameSync } from 'node:fs'
import path from 'node:path'

/** Makes the store for `<cwd>/<name>.json` (electron-store fits); throws for a broken file. */
export type OpenStore = (options: { cwd: string; name: string }) => {
  readonly store: Record<string, unknown>
}

export interface Settings {
  /** What the settings file says, unchecked: the options' schema checks it with all else. */
  values: Record<string, unknown>
  /** The file could not be read, and was set aside under this name. */
  setAside: string | null
}

const NAME = 'settings'

/**
 * Opens `<folder>/settings.json`. A file that cannot be read is set aside, and the last good copy
 * takes its place.
 */
export function openSettings(folder: string, open: OpenStore, nowMs: number): Settings {
  const file = path.join(folder, `${NAME}.json`)
  const lastGood = path.join(folder, `${NAME}.last-good.json`)
  const read = (): Record<string, unknown> => open({ cwd: folder, name: NAME }).store
  const settings = readOrRepair(read, () => {
    const setAside = `${NAME}.broken-${String(Math.round(nowMs))}.json`
    renameSync(file, path.join(folder, setAside))
    if (existsSync(lastGood)) copyFileSync(lastGood, file)
    return setAside
  })
  if (existsSync(file)) copyFileSync(file, lastGood)
  return settings
}

function readOrRepair(read: () => Settings['values'], repair: () => string): Settings {
  try {
    return { values: read(), setAside: null }
  } catch {
    const setAside = repair()
    return { values: read(), setAside }
  }
}
