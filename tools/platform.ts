import { platforms, type PlatformName } from '#test/platforms/walked.ts'
import { startPlatform } from '#test/platforms/platform.ts'
import { helpOf, runTool, UsageError, type Tool } from '#tools/lib/cli.ts'

const names = Object.keys(platforms) as PlatformName[]

const tool: Tool<object> = {
  command: 'npm run platform',
  about:
    'A platform of other making, to look at the terminal by hand: it answers by the schema alone.',
  flags: {},
  words: {
    hint: '<name> [port]',
    about: [
      ['reference', "the examples that the API's reference prints"],
      ['sparse', 'the same things, of each no more than is required'],
      ['bare', 'null wherever it is allowed'],
      ['generated', 'whatever the schema allows'],
      ['many', 'the same with more plugs'],
    ],
  },
}

await runTool(tool, async (_, [asked, port = '0']) => {
  const name = names.find((each) => each === asked)
  if (name === undefined) throw new UsageError(helpOf(tool))
  const { site, answers } = platforms[name]
  const { endpoint, key, account } = await startPlatform(site, answers, Number(port))
  process.stdout.write(`The platform is running. Ctrl+C ends it. In another shell:

  npm start -- --endpoint ${endpoint} --key ${key} --username ${account.username} --password ${account.password} --site '${site}' --data-dir <an empty folder>

`)
  return true
})
