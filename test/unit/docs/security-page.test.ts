import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { projectRoot } from '#tools/lib/electron.ts'

const UNVERIFIED = 'not verified outside Electron'
/** As Electron's page has them (its numbers are the checklist's). */
const CHECKLIST_ITEMS = 20

const docs = path.join(projectRoot, 'docs')
const page = readFileSync(path.join(docs, 'security.md'), 'utf8')
const fuses = JSON.parse(
  readFileSync(path.join(projectRoot, 'resources/fuses.json'), 'utf8'),
) as Record<string, boolean>

/** The rows of all tables, cell by cell, without heads. */
const rows = page
  .split('\n')
  .filter((line) => line.startsWith('|') && !/^\|[\s|-]+$/.test(line))
  .map((line) => line.split('|').slice(1, -1))
  .map((cells) => cells.map((cell) => cell.trim()))
  .filter((cells) => cells.at(-1) !== 'held by')

describe('docs/security.md', () => {
  it.each(rows.map((cells) => [cells[0], cells.at(-1) ?? ''] as const))(
    '%s: names a test that exists, or says that Electron alone could show it',
    (_item, held) => {
      const links = [...held.matchAll(/\]\(([^)]+)\)/g)].map(([, file = '']) => file)
      if (links.length === 0) expect(held).toBe(UNVERIFIED)
      for (const file of links) {
        expect(file).toMatch(/^\.\.\/test\/.*\.(test|spec)\.ts$/)
        expect(existsSync(path.join(docs, file)), file).toBe(true)
      }
    },
  )

  it('has each item of the checklist, by its number', () => {
    const numbers = rows.flatMap(([item = '']) => /^(\d+)\. /.exec(item)?.[1] ?? [])
    expect(numbers.map(Number)).toEqual(Array.from({ length: CHECKLIST_ITEMS }, (_, at) => at + 1))
  })

  // A burner that knows fewer leaves the others as Electron ships them; one that knows more must be told.
  it('settles every fuse of Electron, by the names that they are burnt by', () => {
    expect(Object.keys(fuses)).toEqual([
      'runAsNode',
      'enableCookieEncryption',
      'enableNodeOptionsEnvironmentVariable',
      'enableNodeCliInspectArguments',
      'enableEmbeddedAsarIntegrityValidation',
      'onlyLoadAppFromAsar',
      'loadBrowserProcessSpecificV8Snapshot',
      'grantFileProtocolExtraPrivileges',
      'wasmTrapHandlers',
    ])
  })

  it('has each fuse as it is settled', () => {
    const told = rows.filter(([name = '']) => /^`\w+`$/.test(name))
    expect(
      Object.fromEntries(told.map(([name = '', set]) => [name.slice(1, -1), set === 'on'])),
    ).toEqual(fuses)
  })
})
