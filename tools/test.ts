import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { projectRoot } from '#tools/lib/electron.ts'
import { chooseHost, optionsOrExit } from '#tools/lib/launch.ts'
import { addCounts, describeCounts, type Counts } from '#tools/test/counts.ts'
import { runStep } from '#tools/test/run-step.ts'
import { checkSteps, endToEndStep, type TestStep } from '#tools/test/steps.ts'

const USAGE = 'All checks and tests of the project.\n\n  npm test -- [--host electron|chromium]'

const { host } = optionsOrExit(process.argv.slice(2), USAGE)
const choice = chooseHost(host)
console.log(choice.notice ?? 'The end-to-end tests run in Electron.')

const reportDir = path.join(projectRoot, 'test-results', 'reports')
mkdirSync(reportDir, { recursive: true })

const ABREAST = 2
let total: Counts = { passed: 0, failed: 0, skipped: 0 }

async function run(step: TestStep, isQuiet: boolean): Promise<void> {
  const counts = await runStep(step, isQuiet)
  total = addCounts(total, counts)
}

const checks = checkSteps(reportDir)
const workThrough = async (): Promise<void> => {
  for (let step = checks.shift(); step !== undefined; step = checks.shift()) await run(step, true)
}
await Promise.all(Array.from({ length: ABREAST }, workThrough))
await run(endToEndStep(reportDir), false)
console.log(`\n${describeCounts(total)}`)
process.exitCode = total.failed === 0 ? 0 : 1
