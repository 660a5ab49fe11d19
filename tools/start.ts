import path from 'node:path'
import { readFlags } from '#main/settings/option-flags.ts'
import type { Options } from '#main/settings/options.ts'
import { checkAsked } from '#main/provision/check.ts'
import { ensureBuilt } from '#tools/lib/build.ts'
import { hasDisplay } from '#tools/lib/display.ts'
import { projectRoot } from '#tools/lib/electron.ts'
import {
  chooseHost,
  environmentOf,
  hostCommand,
  optionsOrExit,
  runInForeground,
  runTerminal,
} from '#tools/lib/launch.ts'
import { nextSteps } from '#tools/lib/start-words.ts'

const USAGE = `Forecourt: the on-site terminal for EV charging.
Without an endpoint it shows the demo network.

  npm start -- [flags]
  npm start -- --show                  plays a charge on the demo network, and ends
  npm start -- --check-config FILE     checks a provisioning file
  npm start -- backup FILE             settings, PINs, ledger and desk in one file
  npm start -- restore FILE            puts them into the data folder`

const argv = process.argv.slice(2)
const checked = checkAsked(argv, process.env)
if (checked) {
  console[checked.ok ? 'log' : 'error'](checked.text)
  process.exit(checked.ok ? 0 : 1)
}
const { words } = readFlags(argv)
if (argv.includes('--show')) showCharge(argv)
else if (words[0] === 'backup' || words[0] === 'restore') copyTerminal()
else startTerminal(optionsOrExit(argv, USAGE))

function startTerminal(options: Options): void {
  const choice = chooseHost(options.host)
  if (choice.notice !== null) console.log(choice.notice)
  if (choice.host === 'none' || !ensureBuilt()) process.exit(1)
  const picture = hasDisplay() ? null : path.join(projectRoot, 'artifacts', 'terminal.png')
  runTerminal(choice, environmentOf(argv), {
    picture,
    onLive: () => {
      const file = picture === null ? null : path.relative(process.cwd(), picture)
      console.log(nextSteps(options, file))
    },
  })
}

/** What a packaged `forecourt backup FILE` and `restore FILE` do. */
function copyTerminal(): void {
  const choice = chooseHost('auto')
  if (choice.host === 'none' || !ensureBuilt()) process.exit(1)
  const [command, args] = hostCommand(choice)
  runInForeground(command, [...args, ...words], environmentOf(argv))
}

/** The tour of the main job, slow enough to be followed where there is a display. */
function showCharge(given: readonly string[]): void {
  if (given.length > 1) {
    console.error('--show stands alone: it plays on the demo network.')
    process.exit(2)
  }
  const tour = path.join(projectRoot, 'tools', 'tour.ts')
  const onDisplay = hasDisplay() ? ['--pace', '2', '--show'] : []
  runInForeground(process.execPath, [tour, ...onDisplay], process.env)
}
