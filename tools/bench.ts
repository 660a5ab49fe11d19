import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { benchNames, runBench } from '#test/bench/run.ts'
import { ensureBuilt } from '#tools/lib/build.ts'
import { projectRoot } from '#tools/lib/electron.ts'

const HELP = `Measures the built terminal against the simulator; figures as JSON lines, and in
artifacts/bench.json.

  npm run bench -- [flags] [name …]

  name      only the measurements that give figures of this name: ${benchNames.join(', ')}
  --quick   a fifth of the repetitions, to try the bench itself
  --help    this text
`

function readFlags() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      quick: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  })
  const names = positionals.map((name) => name.split('.', 1)[0] ?? name)
  const unknown = names.find((name) => !benchNames.includes(name))
  if (unknown !== undefined)
    throw new RangeError(`"${unknown}" is no figure: it must be one of ${benchNames.join(', ')}.`)
  return { ...values, names }
}

try {
  const { quick, help, names } = readFlags()
  if (help) {
    process.stdout.write(HELP)
    process.exit(0)
  }
  if (!ensureBuilt()) process.exit(1)
  const figures = await runBench({ names, quick })
  const folder = path.join(projectRoot, 'artifacts')
  mkdirSync(folder, { recursive: true })
  writeFileSync(path.join(folder, 'bench.json'), `${JSON.stringify(figures, null, 2)}\n`)
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exit(error instanceof RangeError || error instanceof TypeError ? 2 : 1)
}
