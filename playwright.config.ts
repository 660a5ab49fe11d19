import { defineConfig } from '@playwright/test'

const isFullRun = process.env['FORECOURT_TEST_REPORT'] !== undefined

export default defineConfig({
  testDir: 'test/e2e',
  outputDir: 'test-results',
  // Each test has its own terminal, Chromium and simulator.
  fullyParallel: true,
  // More than there are processors: a story waits for much of its time.
  workers: 4,
  retries: 0,
  // How long a story may wait is no promise of the terminal: a busy machine takes its time. What is
  // promised within seconds is measured where it is promised.
  timeout: 120_000,
  expect: { timeout: 20_000 },
  // By one Chromium alone, on any machine (support/pictures.ts): no platform in the name.
  snapshotPathTemplate: 'test/e2e/pictures/{arg}{ext}',
  forbidOnly: true,
  reporter: isFullRun
    ? [['line'], ['json', { outputFile: process.env['FORECOURT_TEST_REPORT'] ?? '' }]]
    : [['list']],
  globalSetup: './test/e2e/host/build.ts',
})
