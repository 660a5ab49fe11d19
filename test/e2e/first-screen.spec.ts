import { readFileSync } from 'node:fs'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { projectRoot } from '#tools/lib/electron.ts'
import { expect, test } from './support/story.ts'

/** What the first screen may weigh and hold; how fast it is, only the bench tells. */
const MOST_SCRIPT_KB = 110
const MOST_ELEMENTS = 400

test('the first screen loads little: one script and its language, one style sheet, one font', async ({
  arrive,
}) => {
  const { guest } = await arrive()
  const names = await guest.page.evaluate(() =>
    performance
      .getEntriesByType('resource')
      .map(({ name }) => name.slice(name.lastIndexOf('/') + 1)),
  )
  const html = readFileSync(path.join(projectRoot, 'out/renderer/index.html'), 'utf8')
  const asked = new Set([...html.matchAll(/assets\/([^"]+)/g)].map(([, name = '']) => name))
  const language = names.find((name) => /^guest\.json-.*\.js$/.test(name)) ?? 'none'
  const first = [...asked, language]

  expect(first.filter((name) => name.endsWith('.js'))).toHaveLength(2)
  expect(first.filter((name) => name.endsWith('.css'))).toHaveLength(1)
  expect(names.filter((name) => name.endsWith('.woff2'))).toEqual([
    expect.stringMatching(/^latin-/),
  ])
  // What comes before all else that is fetched ahead is what the board needs.
  const scripts = names.filter((name) => name.endsWith('.js'))
  expect(scripts.slice(0, 2).toSorted()).toEqual(first.filter((n) => n.endsWith('.js')).toSorted())
  const gzipKB = first
    .filter((name) => name.endsWith('.js'))
    .map((name) => readFileSync(path.join(projectRoot, 'out/renderer/assets', name)))
    .reduce((sum, script) => sum + gzipSync(script, { level: 9 }).length / 1000, 0)
  expect(gzipKB).toBeLessThanOrEqual(MOST_SCRIPT_KB)
  expect(await guest.page.locator('*').count()).toBeLessThanOrEqual(MOST_ELEMENTS)
})
