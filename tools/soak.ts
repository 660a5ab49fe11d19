import { runSoak } from '#test/soak/run.ts'
import { tableOf } from '#test/soak/verdict.ts'
import { writeArtifact } from '#tools/lib/artifact.ts'
import { ensureBuilt } from '#tools/lib/build.ts'
import { number, runTool } from '#tools/lib/cli.ts'

/** Starts and stops are kept for 48 hours, what the soak settles for one day: then nothing may grow. */
const WARM_UP_DAYS = 2.25

await runTool(
  {
    command: 'npm run soak',
    about: `Days in minutes: a busy site of 48 connectors on the one clock of terminal and simulator.
What main and page hold at the end must not be more than 5 % over what they held after the warm-up;
figures as a table, and in artifacts/soak.json. Exit code 1 when something grows.`,
    flags: {
      days: number('N', "days of the terminal's time", 7, { min: 0.01, isFraction: true }),
      seed: number('N', 'another seed, another story', 1, { min: 0 }),
    },
  },
  ({ days, seed }) => ensureBuilt() && run(days, seed),
)

async function run(days: number, seed: number): Promise<boolean> {
  const warmUpDays = Math.min(WARM_UP_DAYS, days / 3)
  const soak = await runSoak({
    ...{ days, seed, warmUpDays },
    note: (text) => process.stderr.write(`${text}\n`),
  })
  writeArtifact('soak.json', soak)
  const { guests, trouble, growth } = soak
  const summary = [
    `${days} days (seed ${seed}) in ${soak.tookS} s: ${soak.sessions} sessions;`,
    `guests at the page: ${guests.started} started, ${guests.stopped} stopped (${guests.claimed} by code), ${guests.gaveUp} gave up;`,
    `${trouble.cuts} cuts, ${trouble.renewals} tokens expired, ${trouble.signIns} refresh tokens refused, ${soak.deskVisits} visits of staff.`,
  ]
  console.log(`${summary.join(' ')}\n\n${tableOf(growth)}`)
  const growing = growth.filter(({ holds }) => !holds)
  const isBusy = guests.stopped > guests.gaveUp
  console.log(
    `\n${growing.length} of ${growth.length} grow.${isBusy ? '' : ' The guests got nowhere.'}`,
  )
  return growing.length === 0 && isBusy
}
