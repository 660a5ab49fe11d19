#!/usr/bin/env node
// Takes Electron's place where a tool wants the path of its executable (ELECTRON_EXEC_PATH).
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const entry = fileURLToPath(new URL('./index.ts', import.meta.url))
const node = fileURLToPath(new URL('../../node_modules/.bin/node', import.meta.url))

if (process.features.typescript || !existsSync(node)) {
  process.argv.splice(1, 1, entry)
  await import('./index.ts')
} else {
  const { status } = spawnSync(node, [entry, ...process.argv.slice(2)], { stdio: 'inherit' })
  process.exit(status ?? 1)
}
