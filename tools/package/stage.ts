import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { projectRoot } from '#tools/lib/electron.ts'
import { takeBundledPackages, type BundledPackage } from './bundled.ts'
import { run, settleTree, writeWith } from './files.ts'

/** The name by which desktops know the program: of its desktop file, icon and window. */
export const APP_ID = 'io.forecourt.terminal'

/** What is put into the asar, and the packages that are in it. */
export interface Stage {
  folder: string
  version: string
  packages: readonly BundledPackage[]
}

export function projectVersion(): string {
  const file = path.join(projectRoot, 'package.json')
  return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version
}

/** Builds the three bundles for a package into `folder`, with a package.json that asks for no packages. */
export function stage(folder: string, version: string, seconds: number): Stage {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  const outDir = path.join(folder, 'out')
  const vite = path.join(projectRoot, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js')
  const config = path.join('tools', 'package', 'vite.config.ts')
  const args = ['build', '--config', config, '--outDir', outDir, '--logLevel', 'warn']
  run(process.execPath, [vite, ...args], { cwd: projectRoot })
  const packages = takeBundledPackages(outDir)
  const facts = {
    name: 'forecourt',
    productName: 'Forecourt',
    version,
    description: 'On-site terminal for EV charging',
    author: 'The Forecourt authors',
    license: 'MIT',
    type: 'module',
    main: './out/main/index.js',
    desktopName: `${APP_ID}.desktop`,
  }
  writeWith(path.join(folder, 'package.json'), `${JSON.stringify(facts, null, 2)}\n`)
  writeWith(path.join(folder, 'version'), `${version}\n`)
  settleTree(folder, seconds)
  return { folder, version, packages }
}
