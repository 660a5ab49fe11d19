import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { runsAsRoot } from '#tools/lib/chromium.ts'

/** The distribution's own id, such as `debian` or `fedora`; empty where there is none. */
export function distribution(): string {
  try {
    return /^ID="?([\w-]+)/m.exec(readFileSync('/etc/os-release', 'utf8'))?.[1] ?? ''
  } catch {
    return ''
  }
}

export function isDebianRoot(): boolean {
  return distribution() === 'debian' && runsAsRoot()
}

/** Installs by apt with what it shows; false: it failed. */
export function installDebianPackages(names: readonly string[]): boolean {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const run = (...args: string[]): boolean =>
    spawnSync('apt-get', args, { stdio: 'inherit', env }).status === 0
  return run('update', '-q') && run('install', '-q', '-y', '--no-install-recommends', ...names)
}
