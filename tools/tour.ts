import { ensureBuilt } from '#tools/lib/build.ts'
import { number, oneOf, runTool } from '#tools/lib/cli.ts'
import { DEFAULT_FLOW, flows } from '#tools/tour/flows.ts'
import { openTerminalPage } from '#tools/tour/stage.ts'

const stories = [...flows].map(([name, { about }]) => `${name.padEnd(13)} ${about}`)

await runTool(
  {
    command: 'npm run tour',
    about: `Drives a guest's story at a demo site, step by step. Every step is checked and leaves a picture
in artifacts/tour/ (other flows: artifacts/tour-<name>/); the first thing that does not hold ends the
tour with exit code 1.`,
    flags: {
      flow: oneOf([...flows.keys()], ['the story to play', ...stories].join('\n'), DEFAULT_FLOW),
      pace: number('S', 'seconds to wait after each step, to follow it on a display', 0, {
        ...{ min: 0, max: 60, isFraction: true },
      }),
    },
  },
  ({ flow, pace }) => ensureBuilt() && play(flow, pace * 1000),
)

async function play(name: string, pauseMs: number): Promise<boolean> {
  const flow = flows.get(name)
  if (!flow) return false
  const folder = name === DEFAULT_FLOW ? 'tour' : `tour-${name}`
  const stage = await openTerminalPage(folder, flow.site, pauseMs)
  try {
    await flow.play(stage)
    stage.sum()
    return true
  } catch (error) {
    await stage.tellFailure(error)
    return false
  } finally {
    await stage.close()
  }
}
