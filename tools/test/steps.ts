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
      '--reporter=minimal',
      '--reporter=json',
      `--outputFile=${file}`,
    ],
    report: { file, count: countVitest },
  }
}

/** Everything but the end-to-end tests: what takes long first, as several run abreast. */
export function checkSteps(reportDir: string): TestStep[] {
  return [
    vitest('integration', reportDir),
    vitest('unit', reportDir),
    check('lint of components', 'eslint', '--max-warnings', '0', '.'),
    check('types', 'vue-tsc', '--noEmit', '-p', 'tsconfig.vue.json'),
    check('format', 'prettier', '--check', '--log-level', 'warn', '.'),
    check('lint', 'oxlint'),
    check('build', 'node', 'tools/build.ts'),
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

/** The files of a package that is made for it. */
export const packagedStep = (reportDir: string): TestStep => vitest('packaged', reportDir)

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
