import { existsSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import type { Plugin } from 'vite'

const bundles = ['main', 'preload', 'renderer'] as const
type BundleName = (typeof bundles)[number]

/** An npm package of which code, styles or fonts are in what is shipped. */
export interface BundledPackage {
  name: string
  version: string
  /** SPDX expression, as its package.json says. */
  licence: string
  /** Its folder at build time. */
  folder: string
}

const listOf = (name: BundleName): string => `${name}.packages.json`

/** Lists the folders of the packages that a bundle is made of, in a file beside the bundle. */
export function listPackages(name: BundleName): Plugin {
  let root = ''
  return {
    name: 'list-packages',
    apply: 'build',
    configResolved(config) {
      root = config.root
    },
    generateBundle(_options, output) {
      const files = Object.values(output).flatMap((part) =>
        part.type === 'chunk' ? part.moduleIds : part.originalFileNames,
      )
      const folders = new Set(
        files.flatMap((file) => packageFolder(path.resolve(root, file)) ?? []),
      )
      this.emitFile({
        type: 'asset',
        fileName: listOf(name),
        source: JSON.stringify([...folders].sort()),
      })
    },
  }
}

/** The folder of the package that a file belongs to; null: it is our own. */
function packageFolder(file: string): string | null {
  return (
    /^.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+/.exec(file.replace(/^\0/, ''))?.[0] ?? null
  )
}

/** Takes the lists away from a build in `outDir`, and answers the packages by name and version. */
export function takeBundledPackages(outDir: string): BundledPackage[] {
  const folders = bundles.flatMap((name) => {
    const file = path.join(outDir, name, listOf(name))
    const list = JSON.parse(readFileSync(file, 'utf8')) as string[]
    rmSync(file)
    return list
  })
  const found = new Map<string, BundledPackage>()
  for (const folder of folders.filter((each) => existsSync(path.join(each, 'package.json')))) {
    const { name, version, license } = JSON.parse(
      readFileSync(path.join(folder, 'package.json'), 'utf8'),
    ) as { name: string; version: string; license?: string }
    found.set(`${name}@${version}`, {
      name,
      version,
      licence: (license ?? '').replaceAll(' or ', ' OR '),
      folder,
    })
  }
  return [...found.values()].sort(
    (a, b) => compare(a.name, b.name) || compare(a.version, b.version),
  )
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
