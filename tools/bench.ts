import { benchNames, runBench } from '#test/bench/run.ts'
import { writeArtifact } from '#tools/lib/artifact.ts'
import { ensureBuilt } from '#tools/lib/build.ts'
import { onOff, runTool, UsageError } from '#tools/lib/cli.ts'

await runTool(
  {
    command: 'npm run bench',
    about: `Measures the built terminal against the simulator; figures as JSON lines, and in
artifacts/bench.json.`,
    flags: { quick: onOff('a fifth of the repetitions, to try the bench itself') },
    words: {
      hint: '[name …]',
      about: [
        ['name', `only the measurements that give figures of this name: ${benchNames.join(', ')}`],
      ],
    },
  },
  async ({ quick }, words) => {
    const names = words.map((word) => word.split('.', 1)[0] ?? word)
    const unknown = names.find((name) => !benchNames.includes(name))
    if (unknown !== undefined)
      throw new UsageError(`"${unknown}" is no figure: it must be one of ${benchNames.join(', ')}.`)
    if (!ensureBuilt()) return false
    writeArtifact('bench.json', await runBench({ names, quick }))
    return true
  },
)
