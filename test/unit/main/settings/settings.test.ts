import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { setPeople } from '#test/e2e/support/people.ts'
import { openStore } from '#test/support/open-store.ts'
import { readLaunch } from '#main/app/launch.ts'
import { openSettings } from '#main/settings/settings.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'settings-'))
})
afterEach(() => {
  rmSync(folder, { recursive: true })
})

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

  it('takes up what the operator resolved for guests, and is refused with wrong values', () => {
    write('{"guest":{"deskPhone":"12"}}')
    expect(read([])).toMatchObject({ guest: { shown: { deskPhone: '12', reader: true } } })
    write('{"guest":{"deskPhone":12}}')
    const reading = read([])
    if (reading.kind !== 'wrong') throw new Error('expected to be refused')
    expect(reading.text).toContain('guest.deskPhone in the settings file: "12"')
  })

  it('explains all flags', () => {
    const reading = read(['--help'])
    expect(reading).toMatchObject({ kind: 'answer', ok: true })
  })
})

describe('a folder that has served a site', () => {
  const endpoint = 'https://t.v2.api.htb.services/graphql/'
  const launch = () => {
    const launched = readLaunch({ argv: [], env: {}, userData: folder, openStore, nowMs: 1 })
    if (launched.kind !== 'launch') throw new Error(launched.text)
    return launched
  }
  const lastGood = (): string => readFileSync(path.join(folder, 'settings.last-good.json'), 'utf8')

  it('goes on as that site when its settings say nothing any more', () => {
    write(JSON.stringify({ endpoint, site: 'S' }))
    launch()
    write('{}')
    expect(launch().options).toMatchObject({ demo: false, endpoint })
    expect(lastGood()).toContain(endpoint)
  })

  it('is not set up, and keeps its last good copy, when they say no more where the platform is', () => {
    write(JSON.stringify({ endpoint, site: 'S' }))
    launch()
    write('{"language":"de"}')
    const { options, dataDir } = launch()
    expect(options).toMatchObject({ demo: false, endpoint: null })
    expect(dataDir).toBe(path.join(folder, 'not-set-up'))
    expect(lastGood()).toContain(endpoint)
  })

  it.each(['ledger.db', 'ledger.db.broken', 'vault.json', 'secrets.json', 'snapshot.json'])(
    'is not set up when %s is all that is left',
    (name) => {
      writeFileSync(path.join(folder, name), '')
      expect(launch().options).toMatchObject({ demo: false, endpoint: null })
    },
  )

  it('is not set up when the PINs of its people are all that is left', async () => {
    await setPeople(folder)
    expect(launch().options.demo).toBe(false)
  })

  it('keeps the last good copy of its provisioning file while that has gone', () => {
    const copy = path.join(folder, 'terminal.last-good.json')
    writeFileSync(copy, JSON.stringify({ endpoint }))
    expect(launch().options.demo).toBe(false)
    expect(readFileSync(copy, 'utf8')).toContain(endpoint)
  })
})

it('a folder that has shown the demo alone shows it again', () => {
  for (const name of ['desk.db', 'terminal-id', 'status.json', 'relaunches.json'])
    writeFileSync(path.join(folder, name), '')
  mkdirSync(path.join(folder, 'demo'))
  writeFileSync(path.join(folder, 'demo', 'ledger.db'), '')
  const launched = readLaunch({ argv: [], env: {}, userData: folder, openStore, nowMs: 1 })
  expect(launched).toMatchObject({ kind: 'launch', options: { demo: true } })
})
