import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { projectRoot } from '#tools/lib/electron.ts'
import type { LockFile } from './lock-file.ts'

export interface ShippedPackage {
  name: string
  version: string
  licence: string
}

/** Imports of packages in sources: `from 'vue'`, `import 'x/y.css'`, `import('x')`. */
const IMPORT = /(?:from\s+|import\s+|import\()'([^'.#][^']*)'/g

/** Names that are no package of npm. */
const isOwn = (name: string): boolean => name === 'electron' || name.startsWith('node:')

/**
 * Every package of which something is shipped: what main needs at run time, what the sources of page and
 * preload import, and what those need in turn. Sorted by name.
 */
export function shippedPackages({ packages }: LockFile): ShippedPackage[] {
  const found = new Map<string, ShippedPackage>()
  const take = (name: string, from: string): void => {
    const place = placeOf(packages, name, from)
    if (place === null || found.has(place)) return
    const { version = '', license = '', dependencies = {} } = packages[place] ?? {}
    found.set(place, { name, version, licence: license })
    for (const next of Object.keys(dependencies)) take(next, place)
  }
  const roots = [...Object.keys(packages['']?.dependencies ?? {}), ...importedByPage()]
  for (const name of roots) take(name, '')
  const unique = new Map([...found.values()].map((each) => [`${each.name} ${each.version}`, each]))
  return [...unique.values()].sort(
    (a, b) => a.name.localeCompare(b.name, 'en') || a.version.localeCompare(b.version, 'en'),
  )
}

/** As Node looks for it: in the own folder first, then in each one above. */
function placeOf(packages: LockFile['packages'], name: string, from: string): string | null {
  for (
    let folder = from;
    ;
    folder = folder.slice(0, Math.max(0, folder.lastIndexOf('node_modules/') - 1))
  ) {
    const place = `${folder === '' ? '' : `${folder}/`}node_modules/${name}`
    if (packages[place] !== undefined) return place
    if (folder === '') return null
  }
}

function importedByPage(): Set<string> {
  const names = new Set<string>()
  for (const folder of ['src/renderer', 'src/preload'])
    for (const file of readdirSync(path.join(projectRoot, folder), { recursive: true })) {
      if (!/\.(ts|vue)$/.test(String(file))) continue
      const text = readFileSync(path.join(projectRoot, folder, String(file)), 'utf8')
      for (const [, wanted = ''] of text.matchAll(IMPORT)) {
        const name = wanted.split('/', wanted.startsWith('@') ? 2 : 1).join('/')
        if (!isOwn(name)) names.add(name)
      }
    }
  return names
}
