import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { guestWords } from '#test/e2e/support/words.ts'
import { projectRoot } from '#tools/lib/electron.ts'
import { measureAssets, type AssetSize } from './assets.ts'
import { probe } from './probe.ts'

export interface BenchApp {
  /** A folder that can be started as the app. */
  appPath: string
  assets: ReadonlyMap<string, AssetSize>
  remove(): void
}

/**
 * A copy of what was built, with the probe before the first line of the page's entry: the probe
 * must be there before the first tile is, whichever host shows it.
 */
export function createBenchApp(): BenchApp {
  const appPath = mkdtempSync(path.join(tmpdir(), 'forecourt-bench-app-'))
  cpSync(path.join(projectRoot, 'out'), path.join(appPath, 'out'), {
    recursive: true,
    filter: (name) => !name.endsWith('.map'),
  })
  cpSync(path.join(projectRoot, 'package.json'), path.join(appPath, 'package.json'))
  symlinkSync(path.join(projectRoot, 'node_modules'), path.join(appPath, 'node_modules'), 'dir')
  const rendererDir = path.join(appPath, 'out', 'renderer')
  const assets = measureAssets(rendererDir)
  addProbe(rendererDir)
  return {
    appPath,
    assets,
    remove: () => {
      rmSync(appPath, { recursive: true, force: true })
    },
  }
}

function addProbe(rendererDir: string): void {
  const html = readFileSync(path.join(rendererDir, 'index.html'), 'utf8')
  const entry = /<script[^>]* src="\.?\/?(assets\/[^"]+\.js)"/.exec(html)?.[1]
  if (entry === undefined) throw new Error('The built page names no script')
  const file = path.join(rendererDir, entry)
  const call = `(${probe.toString()})(${JSON.stringify(guestWords('en')['price.pending'])});`
  writeFileSync(file, `${call}\n${readFileSync(file, 'utf8')}`)
}
