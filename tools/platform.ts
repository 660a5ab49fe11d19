import { platforms, type PlatformName } from '#test/platforms/walked.ts'
import { startPlatform } from '#test/platforms/platform.ts'

const names = Object.keys(platforms) as PlatformName[]
const HELP = `A platform of other making, to look at the terminal by hand: it answers by the schema alone.

  npm run platform -- <name> [port]

  reference   the examples that the API's reference prints
  sparse      the same things, of each no more than must be told
  bare        null wherever it is allowed
  generated   whatever the schema allows
  many        the same with more plugs
`

const [asked = '', port = '0'] = process.argv.slice(2)
const name = names.find((each) => each === asked)
if (name === undefined) {
  process.stdout.write(HELP)
  process.exit(asked === '--help' ? 0 : 2)
}
const { site, answers } = platforms[name]
const platform = await startPlatform(site, answers, Number(port))
const { endpoint, key, account } = platform
process.stdout.write(`The platform is running. Ctrl+C ends it. In another shell:

  npm start -- --endpoint ${endpoint} --key ${key} --username ${account.username} --password ${account.password} --site '${site}' --data-dir <an empty folder>

`)
