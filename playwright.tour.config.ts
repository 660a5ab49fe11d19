import { defineConfig } from '@playwright/test'
import stories from './playwright.config.ts'

/** The tour (`npm run tour`): stories that leave a picture of each step. */
export default defineConfig(stories, {
  testDir: 'test/tour',
  fullyParallel: false,
  workers: 1,
  timeout: 900_000,
  expect: { timeout: 30_000 },
  reporter: [['list', { printSteps: true }]],
})
