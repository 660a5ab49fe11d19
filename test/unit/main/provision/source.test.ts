import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import { createClock } from '#common/clock.ts'
import { checkAsked } from '#main/provision/check.ts'
import { provisionJsonSchema } from '#main/provision/document.ts'
import {
  createProvisionSource,
  machineFile,
  provisionFile,
  type ProvisionSource,
} from '#main/provision/source.ts'
import { watchProvision } from '#main/provision/watch.ts'
import { readLaunch } from '#main/app/launch.ts'
import { openStore } from '#test/support/open-store.ts'

let folder = ''
let file = ''
const env: NodeJS.ProcessEnv = { KEY: 'k-secret' }
const write = (text: string): void => {
  writeFileSync(file, text)
}
const source = (): ProvisionSource => createProvisionSource({ file, env, homeDir: folder })
const copy = (): string => path.join(folder, 'terminal.last-good.json')

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'provision-'))
  file = path.join(folder, 'terminal.json')
  onTestFinished(() => {
    rmSync(folder, { recursive: true })
  })
})

describe('the provisioning file of a terminal', () => {
  it('is named by a flag, else by a variable', () => {
    const variable = { FORECOURT_PROVISION: '/b/terminal.json' }
    expect(provisionFile(['--provision', '/a/terminal.json'], variable)).toBe('/a/terminal.json')
    expect(provisionFile([], variable)).toBe('/b/terminal.json')
  })

  it('lies where only administrators of the system write', () => {
    const windows = { ProgramData: 'D:\\ProgramData' }
    expect(machineFile({}, 'linux')).toBe('/etc/forecourt/terminal.json')
    expect(machineFile(windows, 'win32')).toBe('D:\\ProgramData\\Forecourt\\terminal.json')
    expect(machineFile({}, 'win32')).toBe('C:\\ProgramData\\Forecourt\\terminal.json')
  })

  it('is kept as a good copy, without what its variables stand for', () => {
    write('{"key": "${KEY}", "language": "de"}')
    expect(source().load().document).toMatchObject({ key: 'k-secret', language: 'de' })
    expect(readFileSync(copy(), 'utf8')).toBe('{"key": "${KEY}", "language": "de"}')
    expect(statSync(copy()).mode & 0o777).toBe(0o600)
  })

  it('gives way to its last good copy while it is broken or gone, and says why', () => {
    write('{"language": "de"}')
    source().load()
    write('{"language": "no such"}')
    const again = source()
    expect(again.load()).toMatchObject({
      document: { language: 'de' },
      isLastGood: true,
      faults: [{ line: 1 }],
    })
    rmSync(file)
    expect(again.load()).toMatchObject({ document: { language: 'de' }, faults: [{ line: null }] })
    write('{"language": "fr"}')
    expect(again.load()).toMatchObject({ document: { language: 'fr' }, faults: [] })
  })

  it('stays in force while a file that it names is being replaced', () => {
    const credential = path.join(folder, 'key')
    writeFileSync(credential, 'k-1\n')
    write('{"key": "${file:key}"}')
    const held = source()
    held.load()
    rmSync(credential)
    expect(held.load()).toMatchObject({
      document: { key: 'k-1' },
      isLastGood: true,
      faults: [{ line: 1 }],
    })
    writeFileSync(credential, 'k-2\n')
    expect(held.load()).toMatchObject({ document: { key: 'k-2' }, isLastGood: false, faults: [] })
  })

  it.each([
    ['is nested without end', '{"guest":'.repeat(100_000)],
    ['is larger than any settings', ' '.repeat(5_000_000)],
  ])('gives way to its copy when it %s', (_name, text) => {
    write('{"language": "de"}')
    source().load()
    write(text)
    expect(source().load()).toMatchObject({ document: { language: 'de' }, isLastGood: true })
  })

  it('holds where no copy of it can be written', () => {
    mkdirSync(`${copy()}.new`)
    write('{"language": "de"}')
    expect(source().load()).toMatchObject({ document: { language: 'de' }, isLastGood: false })
  })

  it('is forgotten once nobody names it and other settings are in force', () => {
    write('{"language": "de"}')
    source().load()
    const unnamed = createProvisionSource({ file: null, env, homeDir: folder })
    unnamed.load()
    expect(statSync(copy()).isFile()).toBe(true)
    unnamed.forgetOld()
    expect(() => statSync(copy())).toThrow()
  })
})

describe('a launch with a provisioning file', () => {
  const launch = (settings: Record<string, unknown>, argv: string[] = [], more = {}) => {
    writeFileSync(path.join(folder, 'settings.json'), JSON.stringify(settings))
    return readLaunch({
      argv: ['--provision', file, ...argv],
      env: { ...env, ...more },
      userData: folder,
      openStore,
      nowMs: 0,
    })
  }

  it('goes by flags, variables, this file and the settings file, name by name', () => {
    write(
      '{"language": "fr", "timeZone": "Europe/Paris", "site": "p", "guest": {"packages": false}}',
    )
    const settings = { language: 'de', site: 's', guest: { packages: true, deskPhone: '12' } }
    expect(launch(settings, ['--site', 'f'], { FORECOURT_LANGUAGE: 'it' })).toMatchObject({
      options: { language: 'it', timeZone: 'Europe/Paris', site: 'f' },
      guest: { shown: { deskPhone: '12' }, rules: { packages: false } },
    })
  })

  it('shows stations instead of the site that was set by hand', () => {
    write('{"stations": ["a", "b"]}')
    expect(launch({ site: 's' })).toMatchObject({ options: { site: null, stations: ['a', 'b'] } })
  })

  it('is refused while the file is broken and none was ever good', () => {
    write('{"languag": "de"}')
    expect(launch({})).toMatchObject({
      kind: 'wrong',
      text: expect.stringContaining(`${file}:1: `) as unknown,
    })
  })
})

describe('watching the file', () => {
  function watched() {
    write('{}')
    const clock = createClock({ startMs: 0, speed: 0 })
    let changes = 0
    const end = watchProvision(source(), clock, () => (changes += 1))
    onTestFinished(end)
    return { clock, changes: () => changes }
  }

  it('tells a change once, after it has come to rest', async () => {
    const { clock, changes } = watched()
    write('{"language":')
    await clock.advance(1_000)
    write('{"language": "de"}')
    await clock.advance(1_000)
    expect(changes()).toBe(0)
    await clock.advance(1_000)
    expect(changes()).toBe(1)
    await clock.advance(10_000)
    expect(changes()).toBe(1)
  })

  it('sees a file that was put in its place, and bears its absence', async () => {
    const { clock, changes } = watched()
    rmSync(file)
    await clock.advance(5_000)
    expect(changes()).toBe(0)
    writeFileSync(`${file}.new`, '{"language": "de"}')
    renameSync(`${file}.new`, file)
    await clock.advance(2_000)
    expect(changes()).toBe(1)
  })
})

describe('--check-config', () => {
  it('says that a file can be used', () => {
    write('{"language": "de"}')
    expect(checkAsked(['--check-config', file], {})).toMatchObject({ ok: true })
  })

  it('tells each fault with file and line', () => {
    write('{"language": "no such",\n"kiosk": 1}')
    const checked = checkAsked([`--check-config=${file}`], {})
    expect(checked).toMatchObject({ ok: false })
    expect(checked?.text.split('\n').map((line) => line.split(': ')[0])).toEqual([
      `${file}:1`,
      `${file}:2`,
    ])
  })

  it('warns of a file that everybody can read, and of PINs that are short for a kiosk', () => {
    const person = { name: 'Ida', role: 'staff', pin: '2846' }
    const people = [person, { name: 'Max', role: 'manager', pin: '864213' }]
    write(JSON.stringify({ kiosk: true, desk: { people } }))
    chmodSync(file, 0o644)
    const checked = checkAsked(['--check-config', file], {})
    expect(checked).toMatchObject({ ok: true })
    expect(checked?.text.split('\n').map((line) => line.split(' ').slice(0, 3))).toEqual([
      [file, 'can', 'be'],
      ['Warning:', 'Others', 'on'],
      ['Warning:', 'In', 'kiosk'],
    ])
    expect(source().load().warnings).toEqual(['open', 'short-pins'])
    chmodSync(file, 0o640)
    expect(source().load().warnings).toEqual(['short-pins'])
  })

  it.runIf(process.platform !== 'win32').each([
    [
      'others read it',
      () => {
        chmodSync(file, 0o644)
      },
    ],
    [
      'its group changes it',
      () => {
        chmodSync(file, 0o660)
      },
    ],
    [
      'others change it',
      () => {
        chmodSync(file, 0o602)
      },
    ],
    [
      'others replace it',
      () => {
        chmodSync(path.dirname(file), 0o777)
      },
    ],
  ])('warns of a file where %s', (_who, open) => {
    write('{"language": "de"}')
    chmodSync(file, 0o640)
    expect(source().load().warnings).toEqual([])
    open()
    expect(source().load().warnings).toEqual(['open'])
  })

  it('is not asked by other command lines', () => {
    expect(checkAsked(['--kiosk'], {})).toBeNull()
  })
})

describe('the published schema', () => {
  it('is the one that the terminal reads by', () => {
    const published = path.resolve(
      import.meta.dirname,
      '../../../../resources/terminal.schema.json',
    )
    expect(readFileSync(published, 'utf8').replaceAll('\r\n', '\n')).toBe(provisionJsonSchema())
  })
})
