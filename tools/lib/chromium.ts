import { accessSync, constants, existsSync, readFileSync } from 'node:fs'
import path from 'node:path'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome']

/** Debian's /usr/bin/chromium is a shell script that costs time and talks; this is the program. */
const DIRECT = ['/usr/lib/chromium/chromium']

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** The path of a Chromium that can stand in for Electron; null: there is none. */
export function findChromium(): string | null {
  const given = process.env['FORECOURT_CHROMIUM']
  if (given !== undefined && given !== '') return isExecutable(given) ? given : null
  const folders = (process.env['PATH'] ?? '').split(path.delimiter)
  const found = folders.flatMap((folder) => NAMES.map((name) => path.join(folder, name)))
  return [...DIRECT, ...found].find(isExecutable) ?? null
}

/** Chromium's and Electron's own sandbox cannot work as root in a container. */
export function sandboxWorks(): boolean {
  return !(process.getuid?.() === 0 && inContainer())
}

function inContainer(): boolean {
  if (existsSync('/.dockerenv') || existsSync('/run/.containerenv')) return true
  if (process.env['container'] !== undefined) return true
  try {
    return /docker|containerd|kubepods|lxc|libpod/.test(readFileSync('/proc/1/cgroup', 'utf8'))
  } catch {
    return false
  }
}
