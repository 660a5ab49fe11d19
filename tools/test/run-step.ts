import { spawn } from 'node:child_process'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { projectRoot } from '#tools/lib/electron.ts'
import { describeCounts, withExit, type Counts } from './counts.ts'
import type { TestStep } from './steps.ts'

const bin = path.join(projectRoot, 'node_modules', '.bin')

interface Ended {
  exitCode: number
  /** What it printed, when that was kept back. */
  text: string
}

function run({ command, args, env }: TestStep, isQuiet: boolean): Promise<Ended> {
  const output = isQuiet ? 'pipe' : 'inherit'
  const child = spawn(command, args, {
    cwd: projectRoot,
    stdio: ['ignore', output, output],
    shell: process.platform === 'win32',
    env: {
      ...process.env,
      PATH: [bin, process.env['PATH'] ?? ''].join(path.delimiter),
      ...env,
    },
  })
  let text = ''
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding('utf8').on('data', (part: string) => {
      text += part
    })
  return new Promise((resolve) => {
    child.on('error', (error) => {
      resolve({ exitCode: 1, text: `${command} cannot be started: ${error.message}\n` })
    })
    child.on('close', (code) => {
      resolve({ exitCode: code ?? 1, text })
    })
  })
}

function countsOf({ report }: TestStep, exitCode: number): Counts {
  if (report === null)
    return { passed: exitCode === 0 ? 1 : 0, failed: exitCode === 0 ? 0 : 1, skipped: 0 }
  if (!existsSync(report.file)) return { passed: 0, failed: 1, skipped: 0 }
  return withExit(report.count(JSON.parse(readFileSync(report.file, 'utf8')) as never), exitCode)
}

/**
 * Runs a step to its end, says how it went and counts it. A quiet one prints at its end, so that
 * it can run beside others; a report that is missing counts as one failure.
 */
export async function runStep(step: TestStep, isQuiet: boolean): Promise<Counts> {
  const startedMs = performance.now()
  if (step.report !== null) rmSync(step.report.file, { force: true })
  if (!isQuiet) console.log(`\n── ${step.name}`)
  const { exitCode, text } = await run(step, isQuiet)
  const counts = countsOf(step, exitCode)
  const seconds = ((performance.now() - startedMs) / 1000).toFixed(1)
  if (exitCode !== 0) process.stdout.write(text)
  console.log(`── ${step.name}: ${describeCounts(counts)} (${seconds} s)`)
  return counts
}
