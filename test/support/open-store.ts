import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { OpenStore, SettingsValues } from '#main/settings/settings.ts'

/** Writes the settings file as electron-store does. */
export const openStore: OpenStore = ({ cwd, name }) => {
  const file = path.join(cwd, `${name}.json`)
  return Promise.resolve({
    get store() {
      return JSON.parse(readFileSync(file, 'utf8')) as SettingsValues
    },
    set store(values) {
      writeFileSync(file, JSON.stringify(values, undefined, '\t'))
    },
  })
}
