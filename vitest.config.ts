import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vitest/config'
import { words } from './tools/words/plugin.ts'

const FUZZ = 'test/fuzz/*.test.ts'
const UNIT = 'test/unit/**/*.test.ts'
const UNIT_SETUP = 'test/unit/setup.ts'
/** The page's stores live as long as their modules, and some tests are of what a module does when it is loaded first. */
const UNIT_ALONE = ['test/unit/renderer/**/*.test.ts', 'test/unit/main/secrets/same-work.test.ts']

export default defineConfig({
  plugins: [vue(), words()],
  // Vite would take graphql's ES module, Node takes the CommonJS one for packages: two copies.
  resolve: { alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }] },
  test: {
    // A condition is waited for, not a speed: the machine may be busy.
    expect: { poll: { timeout: 60_000 } },
    hookTimeout: 60_000,
    projects: [
      {
        extends: true,
        // One load of the modules serves many files: half of the time goes into loading them again.
        test: {
          name: 'unit',
          include: [UNIT],
          exclude: UNIT_ALONE,
          setupFiles: UNIT_SETUP,
          isolate: false,
          testTimeout: 90_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'unit-alone',
          include: UNIT_ALONE,
          setupFiles: UNIT_SETUP,
          testTimeout: 90_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'integration',
          include: ['test/integration/**/*.test.ts', FUZZ],
          testTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'packaged',
          include: ['test/packaged/**/*.test.ts'],
          globalSetup: 'test/packaged/unpack.ts',
          testTimeout: 120_000,
        },
      },
      {
        extends: true,
        // `npm run fuzz`: the same tests, for longer; what is in use is counted after a collection.
        test: { name: 'fuzz', include: [FUZZ], execArgv: ['--expose-gc'] },
      },
    ],
  },
})
