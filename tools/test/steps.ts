import path from 'node:path'
import { countPlaywright, countVitest, type Counts } from './counts.ts'

/** One step of `npm test`: a check that counts as one test, or a runner with a report. */
export interface TestStep {
  name: string
  /** A program of node_modules/.bin, or `node`. */
  command: string
  args: string[]
  report: { file: string; count: (report: never) => Counts } | null
  env?: NodeJS.ProcessEnv
}

function check(name: string, command: string, ...args: string[]): TestStep {
  return { name, command, args, report: null }
}

function vitest(project: string, reportDir: string): TestStep {
  const file = path.join(reportDir, `${project}.json`)
  return {
    name: project,
    command: 'vitest',
    args: [
      'run',
      '--project',
      project,
      '--reporter=dot',
      '--reporter=json',
      `--outputFile=${file}`,
    ],
    report: { file, count: countVitest },
  }
}

/** All steps in the order in which a mistake shows soonest. */
export function testSteps(reportDir: string): TestStep[] {
  const endToEnd = path.join(reportDir, 'end-to-end.json')
  return [
    check('types', 'vue-tsc', '--noEmit', '-p', 'tsconfig.json'),
    check('lint', 'eslint', '--max-warnings', '0', '.'),
    check('format', 'prettier', '--check', '--log-level', 'warn', '.'),
    check(
      'dependency rules',
      'depcruise',
      '--config',
      '.dependency-cruiser.mjs',
      'src',
      'tools',
      'test',
    ),
    check('generated files', 'node', 'tools/generate.ts', '--check'),
    vitest('unit', reportDir),
    vitest('integration', reportDir),
    check('build', 'node', 'tools/build.ts'),
    {
      name: 'end to end',
      command: 'playwright',
      args: ['test'],
      report: { file: endToEnd, count: countPlaywright },
      env: { FORECOURT_TEST_REPORT: endToEnd },
    },
  ]
}
