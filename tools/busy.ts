import { runBusy, type Busy } from '#test/busy/run.ts'
import { writeArtifact } from '#tools/lib/artifact.ts'
import { ensureBuilt } from '#tools/lib/build.ts'
import { number, runTool } from '#tools/lib/cli.ts'

await runTool(
  {
    command: 'npm run busy',
    about: `Terminals with guests on a machine that has more to do than it can: no window may be replaced.
Then windows that hang in earnest, there and on a quiet machine: each must be found in time. Figures in
artifacts/busy.json. Exit code 1 when one is wrong. Nothing else should run meanwhile.`,
    flags: {
      minutes: number('N', 'how long guests come', 20, { min: 0.01, isFraction: true }),
      burners: number('N', 'busy processes', 8, { min: 0 }),
      terminals: number('N', 'how many', 3, { min: 1 }),
    },
  },
  async (flags) => {
    if (!ensureBuilt()) return false
    const note = (text: string): void => void process.stderr.write(`${text}\n`)
    return tell(await runBusy({ ...flags, note }))
  },
)

/** True: as it has to be. */
function tell(busy: Busy): boolean {
  writeArtifact('busy.json', busy)
  const sum = (count: 'started' | 'stopped' | 'gaveUp'): number =>
    busy.guests.reduce((total, visits) => total + visits[count], 0)
  console.log(
    `${busy.minutes} min at a load of ${busy.load}: ${busy.replacements} windows replaced, ${busy.relaunches} relaunches, ${busy.waits} waited for; ${sum('started')} starts, ${sum('stopped')} stops, ${sum('gaveUp')} guests gave up`,
  )
  for (const { how, machine, foundAfterMs, limitMs } of busy.hangs)
    console.log(`${how}, ${machine} machine: ${foundAfterMs ?? 'never'} ms (at most ${limitMs})`)
  const areFound = busy.hangs.every(
    ({ foundAfterMs, limitMs }) => foundAfterMs !== null && foundAfterMs <= limitMs,
  )
  return areFound && busy.replacements + busy.relaunches === 0 && sum('stopped') > 0
}
