import { createHash } from 'node:crypto'
import { existsSync, globSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { projectRoot } from './electron.ts'
import { runProgram } from './program.ts'

const SOURCES = [
  'src/**/*',
  'resources/**/*',
  'electron.vite.config.ts',
  'tools/words/*',
  'package-lock.json',
]
const stampFile = path.join(projectRoot, 'out', '.sources')

function sourcesMark(): string {
  const hash = createHash('sha256')
  for (const name of globSync(SOURCES, { cwd: projectRoot }).toSorted()) {
    const { mtimeMs, size } = statSync(path.join(projectRoot, name))
    hash.update(`${name} ${String(mtimeMs)} ${String(size)}\n`)
  }
  return hash.digest('hex')
}

/** Builds main, preload and renderer into out/; false: it failed, and Vite has said why. */
export function build(): boolean {
  const mark = sourcesMark()
  if (!runProgram('electron-vite', ['build', '--logLevel', 'warn'])) return false
  writeFileSync(stampFile, mark)
  return true
}

/** Builds only when a source is newer than what was built. */
export function ensureBuilt(): boolean {
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === sourcesMark()) return true
  console.log('Building …')
  return build()
}
