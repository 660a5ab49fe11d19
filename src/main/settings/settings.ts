import { copyFileSync, existsSync, readFileSync, renameSync } from 'node:fs'
import path from 'node:path'
import { writeAtomically } from './files.ts'

export type SettingsValues = Record<string, unknown>

/** Makes the store for `<cwd>/<name>.json` (electron-store fits); throws for a broken file. */
export type OpenStore = (options: { cwd: string; name: string }) => { store: SettingsValues }

export interface Settings {
  /** What the settings file says, unchecked: the options' schema checks it with all else. */
  values: SettingsValues
  /** The file could not be read, and was set aside under this name. */
  setAside: string | null
  /** Writes the file anew, whole; the last good copy, too. */
  write(values: SettingsValues): void
}

const NAME = 'settings'

/**
 * Opens `<folder>/settings.json`. A file that cannot be read is set aside, and the last good copy
 * takes its place.
 */
export function openSettings(folder: string, open: OpenStore, nowMs: number): Settings {
  const file = path.join(folder, `${NAME}.json`)
  const lastGood = path.join(folder, `${NAME}.last-good.json`)
  const keepCopy = (): void => {
    if (existsSync(file)) writeAtomically(lastGood, readFileSync(file))
  }
  const store = (): ReturnType<OpenStore> => open({ cwd: folder, name: NAME })
  const read = readOrRepair(
    () => store().store,
    () => {
      const setAside = `${NAME}.broken-${String(Math.round(nowMs))}.json`
      renameSync(file, path.join(folder, setAside))
      if (existsSync(lastGood)) copyFileSync(lastGood, file)
      return setAside
    },
  )
  keepCopy()
  return {
    ...read,
    write(values) {
      store().store = values
      keepCopy()
    },
  }
}

export function isSettings(value: unknown): value is SettingsValues {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function readOrRepair(
  read: () => SettingsValues,
  repair: () => string,
): Pick<Settings, 'values' | 'setAside'> {
  try {
    return { values: read(), setAside: null }
  } catch {
    const setAside = repair()
    return { values: read(), setAside }
  }
}
