import { number, onOff, runTool, UsageError } from '#tools/lib/cli.ts'
import { runProgram } from '#tools/lib/program.ts'

/** Each is a test of test/fuzz/fuzz.test.ts. */
const parts = ['bridge', 'reader', 'files', 'answers']

await runTool(
  {
    command: 'npm run fuzz',
    about:
      'Hands malformed and hostile messages, answers and files to the terminal, and says what gave way.',
    flags: {
      seed: number('S', 'the same run again; without it another one each time', null, { min: 0 }),
      quick: onOff('a hundredth of it'),
    },
    words: { hint: '[part …]', about: [['part', `only these: ${parts.join(', ')}`]] },
  },
  ({ seed, quick }, words) => {
    if (!words.every((word) => parts.includes(word)))
      throw new UsageError(`A part is one of ${parts.join(', ')}.`)
    const chosen = String(seed ?? Date.now() % 1_000_000)
    console.log(`seed ${chosen}`)
    const only = words.length === 0 ? [] : ['--testNamePattern', `(${words.join('|')}):`]
    return runProgram(
      'vitest',
      ['run', '--project', 'fuzz', '--reporter', 'verbose', '--silent', ...only],
      {
        FORECOURT_FUZZ: quick ? 'quick' : 'whole',
        FORECOURT_FUZZ_SEED: chosen,
      },
    )
  },
)
