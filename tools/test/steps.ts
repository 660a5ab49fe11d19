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

function vitest(name: string, reportDir: string, project = name): TestStep {
  const file = path.join(reportDir, `${name}.json`)
  return {
    name,
    command: 'vitest',
    args: [
      'run',
      '--project',
      project,
      '--reporter=minimal',
      '--reporter=json',
      `--outputFile=${file}`,
    ],
    report: { file, count: countVitest },
  }
}

/** Everything but the end-to-end tests: the build that they test, then what takes long first, as several run abreast. */
export function checkSteps(reportDir: string): TestStep[] {
  return [
    check('build', 'node', 'tools/build.ts'),
    vitest('integration', reportDir),
    vitest('packaged', reportDir),
    vitest('unit', reportDir, 'unit*'),
    check('lint of components', 'eslint', '--max-warnings', '0', '.'),
    check('types', 'vue-tsc', '--noEmit', '-p', 'tsconfig.vue.json'),
    check('format', 'prettier', '--check', '--log-level', 'warn', '.'),
    check('lint', 'oxlint'),
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
  ]
}

/** The end-to-end tests of what was built. */
export function endToEndStep(reportDir: string): TestStep {
  const file = path.join(reportDir, 'end-to-end.json')
  return {
    name: 'end to end',
    command: 'playwright',
    args: ['test'],
    report: { file, count: countPlaywright },
    env: { FORECOURT_TEST_REPORT: file },
  }
}
