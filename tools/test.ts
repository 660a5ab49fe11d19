import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { projectRoot } from '#tools/lib/electron.ts'
import { chooseHost, optionsOrExit } from '#tools/lib/launch.ts'
import { addCounts, describeCounts, type Counts } from '#tools/test/counts.ts'
import { runStep } from '#tools/test/run-step.ts'
import { testSteps, type TestStep } from '#tools/test/steps.ts'

const USAGE = 'All checks and tests of the project.\n\n  npm test -- [--host electron|chromium]'

const { host } = optionsOrExit(process.argv.slice(2), USAGE)
const choice = chooseHost(host)
console.log(choice.notice ?? 'The end-to-end tests run in Electron.')

const reportDir = path.join(projectRoot, 'test-results', 'reports')
mkdirSync(reportDir, { recursive: true })

const ABREAST = 2
const steps = testSteps(reportDir)
let total: Counts = { passed: 0, failed: 0, skipped: 0 }

async function work(queue: TestStep[], isQuiet: boolean): Promise<void> {
  for (let step = queue.shift(); step !== undefined; step = queue.shift()) {
    const counts = await runStep(step, isQuiet)
    total = addCounts(total, counts)
  }
}

const checks = steps.filter(({ report }) => report === null)
await Promise.all(Array.from({ length: ABREAST }, () => work(checks, true)))
await work(
  steps.filter(({ report }) => report !== null),
  false,
)
console.log(`\n${describeCounts(total)}`)
process.exitCode = total.failed === 0 ? 0 : 1
