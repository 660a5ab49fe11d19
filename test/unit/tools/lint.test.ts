import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { projectRoot } from '#tools/lib/electron.ts'

it('no source switches a rule of the lint off for itself', () => {
  const sources = globSync('{src,test,tools}/**/*.{ts,vue}', { cwd: projectRoot })
  const silenced = sources.filter((name) => {
    const text = readFileSync(path.join(projectRoot, name), 'utf8')
    return /(^|[;{}] *)\s*(\/\/|\/\*|<!--)\s*(es|ox)lint-disable/m.test(text)
  })
  expect(silenced).toEqual([])
})
