import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { runBusy, type Busy } from '#test/busy/run.ts'
import { ensureBuilt } from '#tools/lib/build.ts'
import { projectRoot } from '#tools/lib/electron.ts'

const HELP = `Terminals with guests on a machine that has more to do than it can: no window may be replaced.
Then windows that hang in earnest, there and on a quiet machine: each must be found in time. Figures in
artifacts/busy.json. Exit code 1 when one is wrong. Nothing else should run meanwhile.

  npm run busy -- [flags]

  --minutes N    how long guests come; default: 20
  --burners N    busy processes; default: 8
  --terminals N  default: 3
  --help         this text
`

try {
  const { values } = parseArgs({
    options: {
      minutes: { type: 'string', default: '20' },
      burners: { type: 'string', default: '8' },
      terminals: { type: 'string', default: '3' },
      help: { type: 'boolean', default: false },
    },
  })
  const [minutes, burners, terminals] = [values.minutes, values.burners, values.terminals].map(
    Number,
  ) as [number, number, number]
  if (!(minutes > 0) || !Number.isInteger(burners) || !(terminals >= 1))
    throw new TypeError('--minutes, --burners and --terminals are numbers.')
  if (values.help) process.stdout.write(HELP)
  else if (!ensureBuilt()) process.exitCode = 1
  else {
    const note = (text: string): void => {
      process.stderr.write(`${text}\n`)
    }
    process.exitCode = tell(await runBusy({ minutes, burners, terminals, note })) ? 0 : 1
  }
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = error instanceof TypeError ? 2 : 1
}

/** True: as it has to be. */
function tell(busy: Busy): boolean {
  const folder = path.join(projectRoot, 'artifacts')
  mkdirSync(folder, { recursive: true })
  writeFileSync(path.join(folder, 'busy.json'), `${JSON.stringify(busy, null, 2)}\n`)
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
