import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { projectRoot } from './electron.ts'

/** Leaves what a tool has found in artifacts/, as JSON. */
export function writeArtifact(name: string, value: unknown): void {
  const folder = path.join(projectRoot, 'artifacts')
  mkdirSync(folder, { recursive: true })
  writeFileSync(path.join(folder, name), `${JSON.stringify(value, null, 2)}\n`)
}
