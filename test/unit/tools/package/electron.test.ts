import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { electronFacts } from '#tools/lib/electron.ts'
import { debianVersion } from '#tools/package/deb.ts'
import { checkedZip, type ElectronWish } from '#tools/package/electron.ts'
import { epochSeconds } from '#tools/package/files.ts'
import { burnFuses, readFuses, wantedFuses } from '#tools/package/fuses.ts'
import { makePlaceholder } from '#tools/package/placeholder.ts'
import { lockFileFaults, type LockFile } from '#tools/packages/lock-file.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'forecourt-electron-'))
})
afterEach(() => {
  rmSync(folder, { recursive: true, force: true })
})

describe("Electron's zip", () => {
  const wish: ElectronWish = { source: null, platform: 'linux', arch: 'x64' }
  const name = `electron-v${electronFacts().version}-linux-x64.zip`

  it('is not taken with another hash than the one that the locked package names', () => {
    const zip = path.join(folder, name)
    writeFileSync(zip, 'not Electron')
    expect(() => checkedZip(zip, wish)).toThrow(/is not electron-v.*: its SHA-256 is/)
    expect(() => checkedZip(folder, wish)).toThrow('its SHA-256 is')
  })

  it('is said to be missing by its name', () => {
    expect(() => checkedZip(folder, wish)).toThrow(`there is no ${name} in ${folder}`)
    expect(() => checkedZip('/nowhere.zip', wish)).toThrow('there is no /nowhere.zip')
  })
})

describe('fuses', () => {
  const binary = (): string => path.join(folder, 'electron')

  it('are burnt all nine, and read back', async () => {
    await makePlaceholder(folder)
    expect(Object.values(await readFuses(binary()))).toEqual(Array(9).fill(true))
    await burnFuses(binary())
    expect(await readFuses(binary())).toEqual(wantedFuses())
  })

  it.each([
    ['one that is not settled', { wasmTrapHandlers: undefined }, 'missing wasmTrapHandlers'],
    ['one that nobody knows', { flyToTheMoon: true }, 'not known flyToTheMoon'],
  ])('%s is told by its name, and nothing is burnt', async (_what, changed, told) => {
    await makePlaceholder(folder)
    const before = readFileSync(binary())
    await expect(burnFuses(binary(), { ...wantedFuses(), ...changed } as never)).rejects.toThrow(
      told,
    )
    expect(readFileSync(binary())).toEqual(before)
  })

  it('are missed in a binary without a wire', async () => {
    writeFileSync(binary(), 'no wire here')
    chmodSync(binary(), 0o755)
    await expect(burnFuses(binary())).rejects.toThrow('sentinel')
  })
})

it('a version before a release sorts before it for Debian', () => {
  expect(debianVersion('1.2.0-beta.1')).toBe('1.2.0~beta.1')
  expect(debianVersion('1.2.0')).toBe('1.2.0')
})

it('the time of everything is the one that is given', () => {
  expect(epochSeconds({ SOURCE_DATE_EPOCH: '1700000000' })).toBe(1_700_000_000)
  expect(epochSeconds({})).toBeGreaterThan(1_700_000_000)
})

it('what makes the installers for Windows is pinned by a lock file of its own', () => {
  const file = path.join(import.meta.dirname, '../../../../tools/package/windows/package-lock.json')
  const lock = JSON.parse(readFileSync(file, 'utf8')) as LockFile
  // A tool is not passed on: WTFPL lets everybody do anything.
  expect(lockFileFaults(lock).filter((fault) => !fault.endsWith('WTFPL'))).toEqual([])
})
