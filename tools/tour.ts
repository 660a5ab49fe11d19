import { parseArgs } from 'node:util'
import { ensureBuilt } from '#tools/lib/build.ts'
import { openStage } from '#tools/tour/stage.ts'
import { doMainJob } from '#tools/tour/main-job.ts'
import { showVariants } from '#tools/tour/variants.ts'

const HELP = `Drives the main job at the demo hotel, step by step: board, price, start, cable, charge,
stop, summary, and what a guest may meet besides. Every step is checked and leaves a picture in
artifacts/tour/; the first thing that does not hold ends the tour with exit code 1.

  npm run tour -- [flags]

  --help    this text
`

async function run(): Promise<boolean> {
  const stage = await openStage()
  try {
    await doMainJob(stage)
    await showVariants(stage)
    stage.sum()
    return true
  } catch (error) {
    await stage.tellFailure(error)
    return false
  } finally {
    await stage.close()
  }
}

function wantsHelp(): boolean {
  return parseArgs({ options: { help: { type: 'boolean', default: false } } }).values.help
}

try {
  if (wantsHelp()) process.stdout.write(HELP)
  else if (!ensureBuilt()) process.exitCode = 1
  else process.exitCode = (await run()) ? 0 : 1
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = error instanceof TypeError ? 2 : 1
}
