import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { runSoak } from '#test/soak/run.ts'
import { tableOf } from '#test/soak/verdict.ts'
import { ensureBuilt } from '#tools/lib/build.ts'
import { projectRoot } from '#tools/lib/electron.ts'

const HELP = `Days in minutes: a busy site of 48 connectors on the one clock of terminal and simulator.
What main and page hold at the end must not be more than 5 % over what they held after the warm-up;
figures as a table, and in artifacts/soak.json. Exit code 1 when something grows.

  npm run soak -- [flags]

  --days N      days of the terminal's time; default: 7
  --seed N      another seed tells another story; default: 1
  --help        this text
`

/** Starts and stops are kept for 48 hours, what the soak settles for one day: then nothing may grow. */
const WARM_UP_DAYS = 2.25

try {
  const { values } = parseArgs({
    options: {
      days: { type: 'string', default: '7' },
      seed: { type: 'string', default: '1' },
      help: { type: 'boolean', default: false },
    },
  })
  const days = Number(values.days)
  const seed = Number(values.seed)
  if (!(days > 0) || !Number.isInteger(seed)) throw new TypeError('--days and --seed are numbers.')
  if (values.help) process.stdout.write(HELP)
  else if (!ensureBuilt()) process.exitCode = 1
  else process.exitCode = (await run(days, seed)) ? 0 : 1
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = error instanceof TypeError ? 2 : 1
}

async function run(days: number, seed: number): Promise<boolean> {
  const warmUpDays = Math.min(WARM_UP_DAYS, days / 3)
  const soak = await runSoak({
    ...{ days, seed, warmUpDays },
    note: (text) => process.stderr.write(`${text}\n`),
  })
  const folder = path.join(projectRoot, 'artifacts')
  mkdirSync(folder, { recursive: true })
  writeFileSync(path.join(folder, 'soak.json'), `${JSON.stringify(soak, null, 2)}\n`)
  const { guests, trouble, growth } = soak
  const told = [
    `${days} days (seed ${seed}) in ${soak.tookS} s: ${soak.sessions} sessions;`,
    `guests at the page: ${guests.started} started, ${guests.stopped} stopped (${guests.claimed} by code), ${guests.gaveUp} gave up;`,
    `${trouble.cuts} cuts, ${trouble.renewals} tokens expired, ${trouble.signIns} refresh tokens refused, ${soak.deskVisits} visits of staff.`,
  ]
  console.log(`${told.join(' ')}\n\n${tableOf(growth)}`)
  const growing = growth.filter(({ holds }) => !holds)
  const isBusy = guests.stopped > guests.gaveUp
  console.log(
    `\n${growing.length} of ${growth.length} grow.${isBusy ? '' : ' The guests got nowhere.'}`,
  )
  return growing.length === 0 && isBusy
}
