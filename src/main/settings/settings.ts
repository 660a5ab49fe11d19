import { copyFileSync, existsSync, renameSync } from 'node:fs'
import path from 'node:path'

/** The part of electron-store that settings need. */
export interface SettingsStore {
  readonly store: Record<string, unknown>
}

export interface Settings {
  /** What the settings file says, unchecked: the options' schema checks it with all else. */
  values(): Record<string, unknown>
  /** The file could not be read: it was set aside under this name. */
  readonly setAside: string | null
}

const NAME = 'settings'

/**
 * Opens `<folder>/settings.json`. A file that cannot be read is set aside, and the last good copy
 * takes its place. `open` makes the store, and throws for a broken file.
 */
export function openSettings(
  folder: string,
  open: (options: { cwd: string; name: string }) => SettingsStore,
  nowMs: number,
): Settings {
  const file = path.join(folder, `${NAME}.json`)
  const lastGood = path.join(folder, `${NAME}.last-good.json`)
  const options = { cwd: folder, name: NAME }
  let setAside: string | null = null
  const repair = (): SettingsStore => {
    setAside = `${NAME}.broken-${String(Math.round(nowMs))}.json`
    renameSync(file, path.join(folder, setAside))
    if (existsSync(lastGood)) copyFileSync(lastGood, file)
    return open(options)
  }
  let store: SettingsStore
  let values: Record<string, unknown>
  try {
    store = open(options)
    values = store.store
  } catch {
    store = repair()
    values = store.store
  }
  if (existsSync(file)) copyFileSync(file, lastGood)
  return { values: () => values, setAside }
}
