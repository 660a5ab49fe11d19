import { expect, it } from 'vitest'
import { runChecks } from '#tools/electron-check/run-checks.ts'

it('looks at everything, one line each, whatever fails', async () => {
  const lines: string[] = []
  const passed = await runChecks(
    [
      { name: 'starts', look: () => Promise.resolve('in 1 s') },
      { name: 'shows', look: () => Promise.reject(new Error('not visible\nat line 3')) },
      { name: 'prints', look: (context: string) => Promise.resolve(context) },
    ],
    'a page',
    (line) => lines.push(line),
  )
  expect(passed).toBe(false)
  expect(lines).toEqual([
    'pass  starts  in 1 s',
    'FAIL  shows   not visible',
    'pass  prints  a page',
    '2 of 3 passed',
  ])
})
