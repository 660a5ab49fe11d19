import { readFileSync } from 'node:fs'
import path from 'node:path'
import { projectRoot } from '#tools/lib/electron.ts'

/** One package of package-lock.json (version 3), by its place below the project. */
export interface LockedPackage {
  version?: string
  resolved?: string
  integrity?: string
  license?: string
  link?: boolean
  dependencies?: Record<string, string>
  optionalDependencies?: Record<string, string>
}

export interface LockFile {
  lockfileVersion: number
  packages: Record<string, LockedPackage>
}

/** Licences under which everything may be used and passed on. */
export const allowedLicences: readonly string[] = [
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC-BY-4.0',
  'CC0-1.0',
  'ISC',
  'MIT',
  'MIT-0',
  'MPL-2.0',
  'OFL-1.1',
  'Python-2.0',
]

export function readLockFile(): LockFile {
  return JSON.parse(readFileSync(path.join(projectRoot, 'package-lock.json'), 'utf8')) as LockFile
}

/** What is wrong with it, a line each: a package that could be another one tomorrow, or a licence nobody allowed. */
export function lockFileFaults({ lockfileVersion, packages }: LockFile): string[] {
  const version = lockfileVersion === 3 ? [] : [`version ${String(lockfileVersion)}, not 3`]
  const faults = Object.entries(packages)
    .filter(([place]) => place !== '')
    .flatMap(([place, locked]) => faultsOf(locked).map((fault) => `${place}: ${fault}`))
  const root = packages['']
  const asked = { ...root?.dependencies, ...root?.optionalDependencies }
  const loose = Object.entries({ ...asked, ...devDependenciesOf(root) })
    .filter(([, wanted]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(wanted))
    .map(([name, wanted]) => `${name}: "${wanted}" is no exact version`)
  return [...version, ...faults, ...loose]
}

function faultsOf({ resolved, integrity, license, link }: LockedPackage): string[] {
  const faults: string[] = []
  if (link === true) faults.push('is a link')
  // Without an address npm takes it from the registry (.npmrc keeps addresses out).
  if (resolved !== undefined) faults.push(`comes from ${resolved}`)
  if (!/^sha512-[\w+/]{86}==$/.test(integrity ?? '')) faults.push('has no SHA-512 hash')
  if (license === undefined) faults.push('names no licence')
  else if (!licencesOf(license).some((each) => allowedLicences.includes(each)))
    faults.push(`has the licence ${license}`)
  return faults
}

/** The choices that an SPDX expression leaves; one with `AND` is no choice, and stays whole. */
function licencesOf(expression: string): string[] {
  return expression.replace(/^\((.*)\)$/, '$1').split(/ or /i)
}

function devDependenciesOf(root: LockedPackage | undefined): Record<string, string> {
  return (root as { devDependencies?: Record<string, string> } | undefined)?.devDependencies ?? {}
}
