import { parseArgs } from 'node:util'
import { createClock } from '#common/clock.ts'
import type { DemoSite } from '#simulator/index.ts'
import { DEMO_SITES, startSimulator } from '#simulator/index.ts'

const HELP = `The demo network of Forecourt, alone: a GraphQL server over the platform's schema.

  npm run simulator -- [flags]

  --port <number>    port on 127.0.0.1; 0 takes any free one (default 0)
  --site <name>      where the demo account has charged: ${DEMO_SITES.join(', ')} (default hotel)
  --seed <number>    same seed, same story (default 1)
  --speed <number>   seconds of the demo per second; 0 stands still until the control moves it
                     (default 1)
  --still            nobody but you comes and goes
  --quiet            do not tell what happens at the stations
  --help             this text
`

interface Settings {
  port: number
  site: DemoSite
  seed: number
  speed: number
  isStill: boolean
  isQuiet: boolean
}

/** Prints what is wrong with the command line and ends. */
function refuse(message: string): never {
  process.stderr.write(`${message}\n`)
  process.exit(2)
}

function numberOf(flag: string, text: string, max: number): number {
  const value = Number(text)
  if (text.trim() !== '' && value >= 0 && value <= max) return value
  return refuse(`--${flag} is "${text}": it must be a number from 0 to ${String(max)}.`)
}

function readFlags(): Settings {
  const { values } = readArguments()
  if (values.help) {
    process.stdout.write(HELP)
    process.exit(0)
  }
  const site = DEMO_SITES.find((name) => name === values.site)
  if (!site) refuse(`--site is "${values.site}": it must be one of ${DEMO_SITES.join(', ')}.`)
  return {
    site,
    port: numberOf('port', values.port, 65_535),
    seed: numberOf('seed', values.seed, 2 ** 31),
    speed: numberOf('speed', values.speed, 3_600),
    isStill: values.still,
    isQuiet: values.quiet,
  }
}

function readArguments() {
  try {
    return parseArgs({
      options: {
        port: { type: 'string', default: '0' },
        site: { type: 'string', default: 'hotel' },
        seed: { type: 'string', default: '1' },
        speed: { type: 'string', default: '1' },
        still: { type: 'boolean', default: false },
        quiet: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    })
  } catch (error) {
    return refuse(error instanceof Error ? error.message : 'The flags cannot be read.')
  }
}

const settings = readFlags()
const simulator = await startSimulator({
  clock: createClock({ speed: settings.speed }),
  site: settings.site,
  seed: settings.seed,
  port: settings.port,
  bustle: !settings.isStill,
  graphiql: true,
  ...(settings.isQuiet ? {} : { log: (line: string) => process.stdout.write(`${line}\n`) }),
}).catch((error: unknown) =>
  refuse(
    `The simulator cannot start: ${error instanceof Error ? error.message : 'reason unknown'}.`,
  ),
)

process.stdout.write(`The demo network is running. Ctrl+C ends it.

  endpoint   ${simulator.endpoint}
  key        ${simulator.key}
  username   ${simulator.account.username}
  password   ${simulator.account.password}
  site       ${simulator.sites[settings.site]}
  control    ${simulator.controlOrigin}/_control/
  mailbox    ${simulator.origin}/mail in a browser: the e-mails that new accounts get
  GraphiQL   ${simulator.endpoint} in a browser (it loads its page from unpkg.com: needs the internet)

`)

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    void simulator.close().then(() => process.exit(0))
  })
}
