import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { metricNames } from '#main/status/metrics.ts'
import { projectRoot } from '#tools/lib/electron.ts'

const textOf = (file: string): string =>
  readFileSync(path.join(projectRoot, 'resources/monitoring', file), 'utf8')

it.each(['grafana-dashboard.json', 'alert-rules.yml'])(
  '%s asks for metrics that there are',
  (file) => {
    const named = new Set(textOf(file).match(/\bforecourt_[a-z_]+/g))
    expect(named.size).toBeGreaterThan(7)
    expect([...named].filter((name) => !metricNames.includes(name))).toEqual([])
  },
)

it('the dashboard has each panel once, in a place of its own, and its data source is chosen', () => {
  const { panels } = JSON.parse(textOf('grafana-dashboard.json')) as {
    panels: { id: number; gridPos: Record<'x' | 'y', number>; datasource: { uid: string } }[]
  }
  const places = panels.map(({ gridPos: { x, y } }) => `${String(x)} ${String(y)}`)
  expect(new Set(places).size).toBe(panels.length)
  expect(new Set(panels.map(({ id }) => id)).size).toBe(panels.length)
  expect(panels.every(({ datasource }) => datasource.uid.startsWith('$'))).toBe(true)
})
