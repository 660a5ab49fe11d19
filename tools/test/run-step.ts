import { spawn } from 'node:child_process'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { projectRoot } from '#tools/lib/electron.ts'
import { withExit, type Counts } from './counts.ts'
import type { TestStep } from './steps.ts'

const bin = path.join(projectRoot, 'node_modules', '.bin')

function run({ command, args, env }: TestStep): Promise<number> {
  const child = spawn(command, args, {
    cwd: projectRoot,
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: process.platform === 'win32',
    env: {
      ...process.env,
      PATH: [bin, process.env['PATH'] ?? ''].join(path.delimiter),
      ...env,
    },
  })
  return new Promise((resolve) => {
    child.on('error', (error) => {
      console.error(`${command} cannot be started: ${error.message}`)
      resolve(1)
    })
    child.on('exit', (code) => {
      resolve(code ?? 1)
    })
  })
}

/** Runs a step to its end and counts it; a report that is missing counts as one failure. */
export async function runStep(step: TestStep): Promise<Counts> {
  if (step.report !== null) rmSync(step.report.file, { force: true })
  const exitCode = await run(step)
  if (step.report === null)
    return { passed: exitCode === 0 ? 1 : 0, failed: exitCode === 0 ? 0 : 1, skipped: 0 }
  const { file, count } = step.report
  if (!existsSync(file)) return { passed: 0, failed: 1, skipped: 0 }
  return withExit(count(JSON.parse(readFileSync(file, 'utf8')) as never), exitCode)
}
