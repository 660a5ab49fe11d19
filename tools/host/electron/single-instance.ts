import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { isAlive } from '../chromium/profile.ts'

/** One host a data directory. The second one is not heard by the first, as it is in Electron. */
export function takeLock(dataDir: string): boolean {
  const file = lockFile(dataDir)
  mkdirSync(dataDir, { recursive: true })
  const holder = readPid(file)
  if (holder !== null && holder !== process.pid && isAlive(holder)) return false
  writeFileSync(file, String(process.pid))
  process.once('exit', () => {
    dropLock(dataDir)
  })
  return true
}

/** Gives it up, if it is this process's. */
export function dropLock(dataDir: string): void {
  const file = lockFile(dataDir)
  if (readPid(file) === process.pid) rmSync(file, { force: true })
}

function lockFile(dataDir: string): string {
  return path.join(dataDir, 'stand-in.pid')
}

function readPid(file: string): number | null {
  try {
    return Number(readFileSync(file, 'utf8'))
  } catch {
    return null
  }
}
