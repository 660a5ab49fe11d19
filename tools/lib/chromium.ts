import { accessSync, constants, statSync } from 'node:fs'
import path from 'node:path'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome']

const PLACES: Partial<Record<NodeJS.Platform, string[]>> = {
  // Debian's /usr/bin/chromium is a script that costs time and talks; this is the program itself.
  linux: ['/usr/lib/chromium/chromium'],
  darwin: [
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  ],
  win32: [
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
  ],
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK)
    return statSync(file).isFile()
  } catch {
    return false
  }
}

function findOne(
  places: readonly string[],
  names: readonly string[],
  env: NodeJS.ProcessEnv,
): string | null {
  const given = env['FORECOURT_CHROMIUM']
  if (given !== undefined && given !== '') return isExecutable(given) ? given : null
  const folders = (env['PATH'] ?? '').split(path.delimiter)
  const found = folders.flatMap((folder) => names.map((name) => path.join(folder, name)))
  return [...places, ...found].find(isExecutable) ?? null
}

/** The path of a Chromium that can stand in for Electron; null: there is none. */
export function findChromium(env: NodeJS.ProcessEnv = process.env): string | null {
  return findOne(PLACES[process.platform] ?? [], NAMES, env)
}

/**
 * The same where nobody looks: Chromium without windows of its own, which starts in a third of the
 * processor time, or the whole Chromium where that is all there is.
 */
export function findHeadlessChromium(env: NodeJS.ProcessEnv = process.env): string | null {
  return findOne(['/usr/lib/chromium/chromium-headless-shell'], [], env) ?? findChromium(env)
}

/** As root neither Chromium's nor Electron's own sandbox can work: only then it is left out. */
export function runsAsRoot(): boolean {
  return process.getuid?.() === 0
}
