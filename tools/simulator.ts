import { createClock } from '#common/clock.ts'
import { DEMO_SITES, startSimulator, type DemoSite, type Simulator } from '#simulator/index.ts'
import { number, oneOf, onOff, runTool, UsageError, yesOrNo } from '#tools/lib/cli.ts'

interface Flags {
  port: number
  'demo-site': DemoSite
  'demo-seed': number
  'demo-speed': number
  'demo-bustle': boolean
  quiet: boolean
}

await runTool<Flags>(
  {
    command: 'npm run simulator',
    about: "The demo network of Forecourt, alone: a GraphQL server over the platform's schema.",
    flags: {
      port: number('N', 'port on 127.0.0.1; 0 takes any free one', 0, { min: 0, max: 65_535 }),
      'demo-site': oneOf(
        DEMO_SITES,
        `where the demo account has charged, one of ${DEMO_SITES.join(', ')}`,
        'hotel',
      ),
      'demo-seed': number('N', 'same seed, same story', 1, { min: 0, max: 2 ** 31 }),
      'demo-speed': number(
        'N',
        'seconds of the demo per second; 0 stands still until the control moves it',
        1,
        { min: 0, max: 3_600, isFraction: true },
      ),
      'demo-bustle': yesOrNo('whether other people come and go', true),
      quiet: onOff('do not tell what happens at the stations'),
    },
  },
  async (flags) => {
    const simulator = await start(flags)
    tell(simulator, flags['demo-site'])
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      process.once(signal, () => {
        void simulator.close().then(() => process.exit(0))
      })
    }
    return true
  },
)

async function start({ port, quiet, ...demo }: Flags): Promise<Simulator> {
  try {
    return await startSimulator({
      clock: createClock({ speed: demo['demo-speed'] }),
      site: demo['demo-site'],
      seed: demo['demo-seed'],
      port,
      bustle: demo['demo-bustle'],
      graphiql: true,
      ...(quiet ? {} : { log: (line: string) => process.stdout.write(`${line}\n`) }),
    })
  } catch (error) {
    const reason = error instanceof Error ? error.message : 'reason unknown'
    throw new UsageError(`The simulator cannot start: ${reason}.`)
  }
}

function tell(simulator: Simulator, site: DemoSite): void {
  process.stdout.write(`The demo network is running. Ctrl+C ends it.

  endpoint   ${simulator.endpoint}
  key        ${simulator.key}
  username   ${simulator.account.username}
  password   ${simulator.account.password}
  site       ${simulator.sites[site]}
  control    ${simulator.controlOrigin}/_control/
  mailbox    ${simulator.origin}/mail in a browser: the e-mails that new accounts get
  GraphiQL   ${simulator.endpoint} in a browser (it loads its page from unpkg.com: needs the internet)

`)
}
