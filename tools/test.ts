import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { performance } from 'node:perf_hooks'
import { projectRoot } from '#tools/lib/electron.ts'
import { chooseHost, optionsOrExit } from '#tools/lib/launch.ts'
import { addCounts, describeCounts, type Counts } from '#tools/test/counts.ts'
import { runStep } from '#tools/test/run-step.ts'
import { testSteps } from '#tools/test/steps.ts'

const USAGE = 'All checks and tests of the project.\n\n  npm test -- [--host electron|chromium]'

const { host } = optionsOrExit(process.argv.slice(2), USAGE)
const choice = chooseHost(host)
console.log(choice.notice ?? 'The end-to-end tests run in Electron.')

const reportDir = path.join(projectRoot, 'test-results', 'reports')
mkdirSync(reportDir, { recursive: true })

let total: Counts = { passed: 0, failed: 0, skipped: 0 }
for (const step of testSteps(reportDir)) {
  const startedMs = performance.now()
  console.log(`\n── ${step.name}`)
  const counts = await runStep(step)
  const seconds = ((performance.now() - startedMs) / 1000).toFixed(1)
  console.log(`── ${step.name}: ${describeCounts(counts)} (${seconds} s)`)
  total = addCounts(total, counts)
}
console.log(`\n${describeCounts(total)}`)
process.exitCode = total.failed === 0 ? 0 : 1
