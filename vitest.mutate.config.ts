import { defineConfig } from 'vitest/config'

/** The tests of the tables that `npm run mutate` changes, and no others: each mutant runs them all. */
const tables = ['step-table', 'stop-table', 'start-steps', 'after-error', 'without-invoice']

export default defineConfig({
  test: {
    include: [
      ...[...tables, 'status-words'].map((name) => `test/unit/main/charging/${name}.test.ts`),
      'test/unit/main/platform/outcome.test.ts',
    ],
  },
})
