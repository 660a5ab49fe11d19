import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { projectRoot } from './electron.ts'

/** The programs of others that tools run, below node_modules. */
const scripts = {
  'electron-vite': 'electron-vite/bin/electron-vite.js',
  playwright: '@playwright/test/cli.js',
  vitest: 'vitest/vitest.mjs',
}

/** Runs one to its end, at this terminal; whether it ended well. */
export function runProgram(
  name: keyof typeof scripts,
  args: readonly string[],
  env: NodeJS.ProcessEnv = {},
): boolean {
  const script = path.join(projectRoot, 'node_modules', scripts[name])
  const { status } = spawnSync(process.execPath, [script, ...args], {
    cwd: projectRoot,
    stdio: 'inherit',
    env: { ...process.env, ...env },
  })
  return status === 0
}
