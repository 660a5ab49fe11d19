import { copyFileSync, readFileSync, renameSync } from 'node:fs'
import path from 'node:path'
import { syncFolder, writeAtomically } from '#main/core/files.ts'

export type SettingsValues = Record<string, unknown>

/**
 * Makes the store for `<cwd>/<name>.json` (electron-store fits), which writes the file; throws for a broken one.
 * It is loaded then: a launch reads the file itself, and most launches write nothing.
 */
export type OpenStore = (options: {
  cwd: string
  name: string
}) => Promise<{ store: SettingsValues }>

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
  /** Replaces the file and its last good copy, each whole. Rejects with what the disk throws. */
  write(values: SettingsValues): Promise<void>
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
      return { values: valuesOf(file) ?? goodValues(lastGood), setAside: null }
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
    async write(values) {
      const store = await open({ cwd: folder, name: NAME })
      store.store = values
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

/** Null where there is no file. Throws unless it holds an object. */
function valuesOf(file: string): SettingsValues | null {
  const text = textOf(file)
  if (text === null) return null
  const values: unknown = JSON.parse(text)
  if (!isSettings(values)) throw new TypeError('It holds no settings.')
  return values
}

function goodValues(lastGood: string): SettingsValues {
  try {
    return valuesOf(lastGood) ?? {}
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
