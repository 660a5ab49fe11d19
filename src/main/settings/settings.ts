import { copyFileSync, readFileSync, renameSync } from 'node:fs'
import path from 'node:path'
import { syncFolder, writeAtomically } from '#main/core/files.ts'

export type SettingsValues = Record<string, unknown>

/** Makes the store for `<cwd>/<name>.json` (electron-store fits); throws for a broken file. */
export type OpenStore = (options: { cwd: string; name: string }) => { store: SettingsValues }

export interface Settings {
  /** What the settings file says, unchecked: the options' schema checks it with all else. */
  values: SettingsValues
  /** The last good copy says where the platform is. */
  hasEndpoint: boolean
  /** The file could not be read, and was set aside under this name. */
  setAside: string | null
  /**
   * What the file says can be used: it takes the place of a broken one from now on. One that says no
   * more where the platform is does not take the place of one that does.
   */
  keepGood(): void
  /** Replaces the file and its last good copy, each whole. Throws what the disk throws. */
  write(values: SettingsValues): void
}

const NAME = 'settings'

/**
 * Opens `<folder>/settings.json`. A file that cannot be read is set aside, and the last good copy
 * takes its place, as it does where the file is gone or empty. Where the disk allows neither, the copy is
 * read from its own place.
 */
export function openSettings(folder: string, open: OpenStore, nowMs: number): Settings {
  const file = path.join(folder, `${NAME}.json`)
  const lastGood = path.join(folder, `${NAME}.last-good.json`)
  const store = (): ReturnType<OpenStore> => open({ cwd: folder, name: NAME })
  const keepGood = (): void => {
    try {
      const text = readFileSync(file, 'utf8')
      const isLess = hasEndpoint(goodValues(lastGood)) && !hasEndpoint(JSON.parse(text))
      if (!isLess && text !== textOf(lastGood)) writeAtomically(lastGood, text)
    } catch {
      // No file yet, or a full or read-only disk: the copy stays what it was.
    }
  }
  const read = (): Pick<Settings, 'values' | 'setAside'> => {
    try {
      if (isNothing(textOf(file))) restore()
      assertObject(file)
      const isMissing = textOf(file) === null && textOf(lastGood) !== null
      return { values: isMissing ? goodValues(lastGood) : store().store, setAside: null }
    } catch {
      const name = `${NAME}.broken-${String(Math.round(nowMs))}.json`
      const isAside = setAside(file, path.join(folder, name))
      return { values: goodValues(lastGood), setAside: isAside ? name : null }
    }
  }
  const restore = (): void => {
    try {
      copyFileSync(lastGood, file)
    } catch {
      // There was no good one, or no room for it: it is read where it lies.
    }
  }
  /** Out of the way, so that nothing of it is lost, and the good one in its place. */
  const setAside = (from: string, to: string): boolean => {
    try {
      renameSync(from, to)
    } catch {
      return false
    }
    restore()
    return true
  }
  return {
    ...read(),
    hasEndpoint: hasEndpoint(goodValues(lastGood)),
    keepGood,
    write(values) {
      store().store = values
      syncFolder(folder)
      keepGood()
    },
  }
}

export function isSettings(value: unknown): value is SettingsValues {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** No file, or an empty object, as a program leaves that has lost what it had. */
const isNothing = (text: string | null): boolean => text === null || /^\s*\{\s*\}\s*$/.test(text)

const hasEndpoint = (values: unknown): boolean =>
  isSettings(values) && typeof values['endpoint'] === 'string'

/** Throws unless the file holds an object, or is not there. */
function assertObject(file: string): void {
  const text = textOf(file)
  if (text !== null && !isSettings(JSON.parse(text))) throw new TypeError('It holds no settings.')
}

function goodValues(lastGood: string): SettingsValues {
  try {
    const values: unknown = JSON.parse(textOf(lastGood) ?? '{}')
    return isSettings(values) ? values : {}
  } catch {
    return {}
  }
}

/** Null where there is no file. Throws where there is one that cannot be read. */
function textOf(file: string): string | null {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  }
}
