import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'

export const projectRoot = path.resolve(import.meta.dirname, '..', '..')

const folder = path.join(projectRoot, 'node_modules', 'electron')

export function electronFacts(): { version: string } {
  return JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as { version: string }
}

function readText(file: string): string | null {
  return existsSync(file) ? readFileSync(file, 'utf8') : null
}

/** Electron's binary as its installer left it, of the locked version; null: there is none. */
export function findElectronFile(): string | null {
  const given = process.env['ELECTRON_OVERRIDE_DIST_PATH']
  const name = readText(path.join(folder, 'path.txt')) ?? 'electron'
  const dist = given ?? path.join(folder, 'dist')
  const version = readText(path.join(dist, 'version'))?.replace(/^v/, '').trim()
  if (given === undefined && version !== electronFacts().version) return null
  const file = path.join(dist, name)
  return existsSync(file) ? file : null
}
