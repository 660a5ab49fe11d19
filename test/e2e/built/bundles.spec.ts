import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { bundleFaults, type Bundle } from '#tools/packages/bundles.ts'
import { projectRoot } from '#tools/lib/electron.ts'
import { expect, test } from '@playwright/test'

/** The built files of a bundle, as they are shipped. */
function filesOf(bundle: Bundle): string[] {
  const folder = path.join(projectRoot, 'out', bundle)
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(c?js|html|css|svg)$/.test(entry.name))
    .map((entry) => path.join(entry.parentPath, entry.name))
}

for (const bundle of ['main', 'preload', 'renderer'] as const)
  test(`the built ${bundle} takes none of the known insecure ways`, () => {
    const files = filesOf(bundle)
    expect(files.length).toBeGreaterThan(0)
    const faults = files.flatMap((file) =>
      bundleFaults(bundle, readFileSync(file, 'utf8')).map(
        (fault) => `${path.basename(file)}: ${fault}`,
      ),
    )
    expect(faults).toEqual([])
  })

test('the built page is one document without scripts of its own', () => {
  const page = readFileSync(path.join(projectRoot, 'out/renderer/index.html'), 'utf8')
  expect(page).not.toMatch(/<script(?![^>]* src=)[^>]*>|\son\w+=|style=|javascript:|data:/i)
})

/** Packages within the built files of main that are read before its window is asked for, by their maps. */
function packagesBeforeWindow(): string[] {
  const read = new Set<string>()
  const readWith = (file: string): void => {
    if (read.has(file)) return
    read.add(file)
    for (const [, one = ''] of readText(file).matchAll(/from "\.\/([^"]+)"/g)) readWith(one)
  }
  readWith('index.js')
  const [, main = ''] = /import\("\.\/([^"]+)"\)/.exec(readText('index.js')) ?? []
  readWith(main)
  const sources = [...read].flatMap((file) => {
    const map = JSON.parse(readText(`${file}.map`)) as { sources: string[] }
    return map.sources
  })
  const inPackage = /node_modules\/((?:@[^/]+\/)?[^/]+)/
  return [...new Set(sources.flatMap((source) => inPackage.exec(source)?.[1] ?? []))]
}

const readText = (file: string): string =>
  readFileSync(path.join(projectRoot, 'out', 'main', file), 'utf8')

test('main reads its settings and asks for its window before it loads anything else', () => {
  expect(packagesBeforeWindow().sort()).toEqual(['jsonc-parser', 'zod'])
})
