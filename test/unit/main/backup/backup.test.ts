import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readArchive, writeArchive } from '#main/backup/archive.ts'
import { backUp } from '#main/backup/back-up.ts'
import { backupAsked } from '#main/backup/asked.ts'
import { restore } from '#main/backup/restore.ts'
import { openWatchedLedger } from '#main/charging/ledger/lost-ledger.ts'
import { openDeskFile } from '#main/desk/desk-file.ts'
import { createClock } from '#common/clock.ts'
import { createNoteStore } from '#main/storage/notes.ts'
import { createQuietLog } from '../support/quiet-log.ts'

const NOW_MS = Date.parse('2026-11-30T12:00:00Z')
const program = { version: '1.2.3', nowMs: NOW_MS }

let root: string
let home: string
let other: string
let file: string

beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'forecourt-backup-'))
  home = path.join(root, 'home')
  other = path.join(root, 'other')
  file = path.join(root, 'terminal.backup')
  mkdirSync(path.join(home, 'branding'), { recursive: true })
  mkdirSync(path.join(home, 'logs'))
  writeFileSync(path.join(home, 'settings.json'), '{"site":"s1"}')
  writeFileSync(path.join(home, 'terminal-id'), 'id\n')
  writeFileSync(path.join(home, 'branding', 'logo.svg'), '<svg/>')
  writeFileSync(path.join(home, 'logs', 'main.log'), 'not kept')
  writeFileSync(path.join(home, 'snapshot.json'), 'not kept')
})
afterEach(() => {
  rmSync(root, { recursive: true, force: true })
})

const read = (folder: string, name: string): string => readFileSync(path.join(folder, name), 'utf8')

function openDesk(folder: string) {
  const database = openDeskFile(path.join(folder, 'desk.db'))
  return { notes: createNoteStore(database), close: () => database.close() }
}

function openLedgerAt(folder: string, nowMs: number) {
  const clock = createClock({ startMs: nowMs, speed: 0 })
  return openWatchedLedger({
    ...{ databaseFile: path.join(folder, 'ledger.db'), clock, log: createQuietLog() },
  })
}

describe('a backup', () => {
  it('brings settings, logo and desk to another machine, and nothing that is made again', async () => {
    const desk = openDesk(home)
    desk.notes.setNote('deskPeople', 'Anna')
    await backUp(home, file, program)
    desk.close()

    const words = await restore(other, file, NOW_MS)
    expect(read(other, 'settings.json')).toBe('{"site":"s1"}')
    expect(read(other, 'terminal-id')).toBe('id\n')
    expect(read(other, 'branding/logo.svg')).toBe('<svg/>')
    expect(existsSync(path.join(other, 'logs'))).toBe(false)
    expect(existsSync(path.join(other, 'snapshot.json'))).toBe(false)
    const restored = openDesk(other)
    expect(restored.notes.note('deskPeople')).toBe('Anna')
    restored.close()
    expect(words).toContain('2026-11-30T12:00:00.000Z (version 1.2.3)')
  })

  it('is made while the terminal writes: what is committed is in it, what is not is not', async () => {
    const desk = openDesk(home)
    desk.notes.setNote('before', 'kept')
    const writer = new DatabaseSync(path.join(home, 'desk.db'))
    writer.exec("BEGIN; INSERT INTO notes VALUES ('during', 'half')")
    await backUp(home, file, program)
    writer.exec('ROLLBACK')
    writer.close()
    desk.close()

    await restore(other, file, NOW_MS)
    const restored = openDesk(other)
    expect(restored.notes.note('before')).toBe('kept')
    expect(restored.notes.note('during')).toBeNull()
    restored.close()
  })

  it('can be read by this user alone, and leaves nothing beside the terminal', async () => {
    openDesk(home).close()
    const before = readdirSync(home).toSorted()
    await backUp(home, file, program)
    expect(readdirSync(home).toSorted()).toEqual(before)
    if (process.platform !== 'win32') expect(statSync(file).mode & 0o777).toBe(0o600)
  })

  it('says what the machine has sealed, and does not carry it', async () => {
    writeFileSync(path.join(home, 'vault.json'), '{"key":"sealed"}')
    expect(await backUp(home, file, program)).toContain('this machine alone can open them')
    expect(await restore(other, file, NOW_MS)).toContain('give them again')
    expect(existsSync(path.join(other, 'vault.json'))).toBe(false)
  })

  it('is refused where there is no terminal', async () => {
    await expect(backUp(other, file, program)).rejects.toThrow(`There is no terminal in ${other}.`)
    expect(existsSync(file)).toBe(false)
  })
})

describe('a restore', () => {
  it('keeps what lay in its place', async () => {
    await backUp(home, file, program)
    writeFileSync(path.join(home, 'settings.json'), '{"site":"s2"}')
    const words = await restore(home, file, NOW_MS)
    expect(read(home, 'settings.json')).toBe('{"site":"s1"}')
    const aside = path.join(home, `replaced-${String(NOW_MS)}`)
    expect(words).toContain(aside)
    expect(read(aside, 'settings.json')).toBe('{"site":"s2"}')
  })

  it('holds new starts until those that the old terminal may have sent cannot begin any more', async () => {
    openLedgerAt(home, NOW_MS).ledger.close()
    await backUp(home, file, program)
    expect(await restore(other, file, NOW_MS)).toContain('nothing new is started')
    const soon = openLedgerAt(other, NOW_MS + 60_000)
    expect(() => soon.lost.assertOver()).toThrow('may still begin')
    soon.ledger.close()
    const later = openLedgerAt(other, NOW_MS + 3_600_000)
    expect(() => later.lost.assertOver()).not.toThrow()
    later.ledger.close()
  })

  /** What the terminal at `home` has after a restore that was refused. */
  async function refused(archive: Buffer, why: RegExp): Promise<void> {
    writeFileSync(file, archive)
    const before = readdirSync(home).toSorted()
    await expect(restore(home, file, NOW_MS)).rejects.toThrow(why)
    expect(readdirSync(home).toSorted()).toEqual(before)
    expect(read(home, 'settings.json')).toBe('{"site":"s1"}')
  }

  it('changes nothing where the file is none, is cut short or was changed', async () => {
    await backUp(home, file, program)
    const whole = readFileSync(file)
    await refused(Buffer.from('a letter'), /is no backup of a terminal/)
    await refused(whole.subarray(0, whole.length / 2), /is no backup of a terminal/)
    const files = new Map(await readArchive(whole))
    files.set('settings.json', Buffer.from('{}'))
    await refused(await writeArchive(files, NOW_MS), /settings\.json is not what was written/)
  })

  it('changes nothing where a newer version has written the databases', async () => {
    openDesk(home).close()
    const database = new DatabaseSync(path.join(home, 'desk.db'))
    database.exec('PRAGMA user_version = 999')
    database.close()
    await backUp(home, file, program)
    await refused(readFileSync(file), /newer version/)
  })

  it('takes no file that leads out of the folder', async () => {
    const manifest = {
      ...{ format: 1, version: '1', createdAtMs: 0, isSealed: false },
      files: { '../outside': 'x' },
    }
    const files = new Map([
      ['manifest.json', Buffer.from(JSON.stringify(manifest))],
      ['../outside', Buffer.from('x')],
    ])
    await refused(await writeArchive(files, NOW_MS), /is no backup of a terminal/)
    expect(existsSync(path.join(root, 'outside'))).toBe(false)
  })
})

describe('the command line', () => {
  it('asks for a backup or a restore by its first words', () => {
    expect(backupAsked(['backup', '/tmp/a'])).toEqual({ kind: 'backup', file: '/tmp/a' })
    expect(backupAsked(['restore', '/tmp/a'])).toEqual({ kind: 'restore', file: '/tmp/a' })
    expect(backupAsked([])).toBeNull()
    expect(backupAsked(['.'])).toBeNull()
  })

  it('says what is missing or too much', () => {
    expect(backupAsked(['backup'])).toEqual({ wrong: 'backup needs a file: forecourt backup FILE' })
    expect(backupAsked(['restore', 'a', 'b'])).toEqual({
      wrong: 'restore takes one file, not also b.',
    })
  })
})
