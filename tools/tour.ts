import { parseArgs } from 'node:util'
import { ensureBuilt } from '#tools/lib/build.ts'
import { DEFAULT_FLOW, flows, type Flow } from '#tools/tour/flows.ts'
import { openTerminalPage } from '#tools/tour/stage.ts'

const HELP = `Drives a guest's story at a demo site, step by step. Every step is checked and leaves a picture
in artifacts/tour/ (other flows: artifacts/tour-<name>/); the first thing that does not hold ends the
tour with exit code 1.

  npm run tour -- [flags]

  --flow NAME   the story to play; default: ${DEFAULT_FLOW}
${[...flows].map(([name, { about }]) => `                  ${name.padEnd(13)} ${about}`).join('\n')}
  --help        this text
`

async function run(name: string, { site, play }: Flow): Promise<boolean> {
  const stage = await openTerminalPage(name === DEFAULT_FLOW ? 'tour' : `tour-${name}`, site)
  try {
    await play(stage)
    stage.sum()
    return true
  } catch (error) {
    await stage.tellFailure(error)
    return false
  } finally {
    await stage.close()
  }
}

function readFlags(): { help: boolean; flow: string } {
  return parseArgs({
    options: {
      help: { type: 'boolean', default: false },
      flow: { type: 'string', default: DEFAULT_FLOW },
    },
  }).values
}

try {
  const { help, flow: name } = readFlags()
  const flow = flows.get(name)
  if (help) process.stdout.write(HELP)
  else if (!flow)
    throw new TypeError(`There is no flow "${name}": one of ${[...flows.keys()].join(', ')}`)
  else if (!ensureBuilt()) process.exitCode = 1
  else process.exitCode = (await run(name, flow)) ? 0 : 1
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = error instanceof TypeError ? 2 : 1
}
