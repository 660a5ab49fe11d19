import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { createClock } from '#common/clock.ts'
import { chartExportSchema, type ChartExport } from '#contract/desk-sessions.ts'
import { writeChart } from '#main/desk/sessions/chart-file.ts'
import { purgeExports } from '#main/desk/sessions/export-file.ts'
import { createQuietLog } from '../support/quiet-log.ts'

const START_MS = Date.parse('2026-11-23T09:00:00Z')
const DAY_MS = 86_400_000
const BOM = '\uFEFF'

function setUp() {
  const root = mkdtempSync(path.join(tmpdir(), 'charts-'))
  onTestFinished(() => {
    rmSync(root, { recursive: true })
  })
  const folder = path.join(root, 'exports')
  const clock = createClock({ startMs: START_MS, speed: 0 })
  const deps = { clock, log: createQuietLog(), folder, timeZone: 'Europe/Vienna' }
  return {
    folder,
    write: (chart: ChartExport) => writeChart(chart, deps),
    files: () => (existsSync(folder) ? readdirSync(folder) : []),
  }
}

describe('a chart as a file', () => {
  const rows = [
    ['Week (%)', '00:00'],
    ['=Montag', 12.5],
    ['Dienstag', null],
  ]

  it('is a list in the language’s form, or the picture; and goes when its time is over', () => {
    const { write, files, folder } = setUp()
    const list = write({ name: 'busy', language: 'de', content: { kind: 'list', rows } })
    expect(readFileSync(list.file, 'utf8')).toBe(
      `${BOM}Week (%);00:00\r\n'=Montag;12,5\r\nDienstag;\r\n`,
    )
    const svg = '<svg viewBox="0 0 1 1"><rect/></svg>'
    const picture = write({
      name: 'months',
      language: 'de',
      content: { kind: 'picture', svg },
    })
    expect(readFileSync(picture.file, 'utf8')).toBe(svg)
    expect(files().toSorted()).toEqual([
      'busy-2026-11-23T10-00-00.csv',
      'months-2026-11-23T10-00-00.svg',
    ])
    purgeExports(folder, START_MS + DAY_MS)
    expect(files()).toEqual([])
  })

  it('names the disk where it cannot be written', () => {
    const { write, folder } = setUp()
    writeFileSync(folder, 'in the way')
    expect(() => write({ name: 'busy', language: 'en', content: { kind: 'list', rows } })).toThrow(
      'cannot be written',
    )
  })

  it.each([
    ['<svg><rect/></svg>', true],
    ['<svg><script>1</script></svg>', false],
    ['<svg><rect onload="x"/></svg>', false],
    ['<svg><image href="file:///etc/passwd"/></svg>', false],
    ['<svg><foreignObject/></svg>', false],
    ['<p><svg></svg></p>', false],
  ])('is no picture that runs or loads anything: %s', (svg, isTaken) => {
    const chart = { name: 'busy', language: 'en', content: { kind: 'picture', svg } }
    expect(chartExportSchema.safeParse(chart).success).toBe(isTaken)
  })
})
