import path from 'node:path'
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
  runStandIn,
} from '#tools/lib/launch.ts'

const USAGE = `Forecourt: the on-site terminal for EV charging.
Without an endpoint it shows the demo network.

  npm start -- [flags]
  npm start -- --check-config FILE     checks a provisioning file`

const argv = process.argv.slice(2)
const checked = checkAsked(argv, process.env)
if (checked) {
  console[checked.ok ? 'log' : 'error'](checked.text)
  process.exit(checked.ok ? 0 : 1)
}
const options = optionsOrExit(argv, USAGE)
const choice = chooseHost(options.host)
if (choice.notice !== null) console.log(choice.notice)
if (choice.host === 'none') process.exit(1)
if (!ensureBuilt()) process.exit(1)

const env = environmentOf(argv)
if (choice.host === 'electron') runInForeground(...hostCommand(choice), env)
else if (hasDisplay()) runStandIn(...hostCommand(choice), env, null)
else {
  console.log('Nothing is shown without a display; Ctrl+C ends it.')
  const picture = path.join(projectRoot, 'artifacts', 'terminal.png')
  runStandIn(...hostCommand(choice), env, picture)
}
