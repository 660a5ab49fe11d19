import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

const PREFIX = 'forecourt-chromium-'

/**
 * A fresh profile for each start: nothing of the terminal lives in it, and a killed host's Chromium
 * may still hold the last one's lock.
 */
export function createProfile(): string {
  removeLeftovers()
  return mkdtempSync(path.join(tmpdir(), `${PREFIX}${String(process.pid)}-`))
}

export function removeProfile(profileDir: string): void {
  rmSync(profileDir, { recursive: true, force: true, maxRetries: 5 })
}

function removeLeftovers(): void {
  for (const name of readdirSync(tmpdir())) {
    const pid = /^forecourt-chromium-(\d+)-/.exec(name)?.[1]
    if (pid !== undefined && !isAlive(Number(pid))) rmSync(path.join(tmpdir(), name), REMOVE)
  }
}

const REMOVE = { recursive: true, force: true }

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}
