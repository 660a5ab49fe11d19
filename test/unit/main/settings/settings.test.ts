import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readLaunch } from '#main/settings/launch.ts'
import { openSettings, type OpenStore } from '#main/settings/settings.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'settings-'))
})
afterEach(() => {
  rmSync(folder, { recursive: true })
})

/** Reads as electron-store does: no file is an empty store, broken JSON throws. */
const openStore: OpenStore = ({ cwd, name }) => {
  const file = path.join(cwd, `${name}.json`)
  const missing = !readdirSync(cwd).includes(`${name}.json`)
  return {
    store: missing ? {} : (JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>),
  }
}
const write = (text: string): void => {
  writeFileSync(path.join(folder, 'settings.json'), text)
}

describe('the settings file', () => {
  it('may be missing', () => {
    expect(openSettings(folder, openStore, 0)).toMatchObject({ values: {}, setAside: null })
  })

  it('is set aside when it is broken, and the last good one takes its place', () => {
    write('{"language":"de"}')
    openSettings(folder, openStore, 0).keepGood()
    write('{"language":')
    const settings = openSettings(folder, openStore, 7)
    expect(settings).toMatchObject({
      values: { language: 'de' },
      setAside: 'settings.broken-7.json',
    })
    expect(readFileSync(path.join(folder, 'settings.broken-7.json'), 'utf8')).toBe('{"language":')
  })

  it('comes back from its good copy when it has gone', () => {
    write('{"language":"de"}')
    openSettings(folder, openStore, 0).keepGood()
    rmSync(path.join(folder, 'settings.json'))
    expect(openSettings(folder, openStore, 7)).toMatchObject({
      values: { language: 'de' },
      setAside: null,
    })
  })

  it.each(['', '[]', 'null', '7', '"text"', '['.repeat(100_000)])(
    'that holds %j is broken',
    (text) => {
      write('{"language":"de"}')
      openSettings(folder, openStore, 0).keepGood()
      write(text)
      expect(openSettings(folder, openStore, 7).values).toEqual({ language: 'de' })
    },
  )

  it('keeps its good copy until what it says was found to be usable', () => {
    write('{"language":"de"}')
    openSettings(folder, openStore, 0).keepGood()
    write('{"language":"no language"}')
    openSettings(folder, openStore, 1)
    write('{')
    expect(openSettings(folder, openStore, 2).values).toEqual({ language: 'de' })
  })

  it('is read from its copy where the disk is full', () => {
    write('{"language":"de"}')
    openSettings(folder, openStore, 0).keepGood()
    // A folder in the place of the draft: nothing can be written.
    mkdirSync(path.join(folder, 'settings.last-good.json.new'))
    write('{"language":"en"}')
    expect(() => {
      openSettings(folder, openStore, 1).keepGood()
    }).not.toThrow()
    expect(openSettings(folder, openStore, 2).values).toEqual({ language: 'en' })
  })

  it('begins empty when it is broken and there was no good one', () => {
    write('not json')
    expect(openSettings(folder, openStore, 7).values).toEqual({})
  })
})

describe('a launch', () => {
  const read = (argv: string[], env: NodeJS.ProcessEnv = {}) =>
    readLaunch({ argv, env, userData: folder, openStore, nowMs: 0 })

  it('keeps the data of the demo apart', () => {
    expect(read([])).toMatchObject({ kind: 'launch', dataDir: path.join(folder, 'demo') })
  })

  it('uses the given folder as it is', () => {
    expect(read(['--data-dir', folder])).toMatchObject({ homeDir: folder })
    expect(read([], { FORECOURT_DATA_DIR: folder })).toMatchObject({ homeDir: folder })
  })

  it('takes up what the file says, below flags', () => {
    write('{"language":"de","endpoint":"https://p.example/graphql/"}')
    expect(read(['--language', 'fr'])).toMatchObject({
      options: { demo: false, language: 'fr', endpoint: 'https://p.example/graphql/' },
      dataDir: folder,
    })
  })

  it('tells each wrong value in a line', () => {
    const reading = read(['--window', 'big', '--demo-speed=fast'])
    if (reading.kind !== 'wrong') throw new Error('expected to be refused')
    expect(reading.text.split('\n')).toHaveLength(2)
    expect(reading.text).toContain('--window: "big"')
  })

  it('takes up what the operator settled for guests, and is refused with wrong values', () => {
    write('{"guest":{"deskPhone":"12"}}')
    expect(read([])).toMatchObject({ guest: { shown: { deskPhone: '12', reader: true } } })
    write('{"guest":{"deskPhone":12}}')
    const reading = read([])
    if (reading.kind !== 'wrong') throw new Error('expected to be refused')
    expect(reading.text).toContain('guest.deskPhone in the settings file: "12"')
  })

  it('explains all flags', () => {
    const reading = read(['--help'])
    expect(reading).toMatchObject({ kind: 'help' })
  })
})
