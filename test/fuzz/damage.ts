import {
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { DatabaseSync } from 'node:sqlite'

/** What may happen to a file. `pick` chooses where, from 0 to 1. */
export interface Damage {
  readonly name: string
  /** Null: this cannot happen to this file. */
  readonly apply: (file: string, pick: number) => boolean
}

const isDatabase = (file: string): boolean => file.endsWith('.db')

const always =
  (apply: (file: string, pick: number) => void): Damage['apply'] =>
  (file, pick) => {
    apply(file, pick)
    return true
  }

export const damages: readonly Damage[] = [
  {
    name: 'truncated',
    apply: always((file, pick) => {
      truncateSync(file, Math.floor(statSync(file).size * pick))
    }),
  },
  {
    name: 'empty',
    apply: always((file) => {
      truncateSync(file, 0)
    }),
  },
  {
    name: 'random bytes',
    apply: always((file, pick) => {
      const bytes = Uint8Array.from(
        { length: 5_000 },
        (_, index) => (index * 7919 * (pick + 1)) % 256,
      )
      writeFileSync(file, bytes)
    }),
  },
  {
    name: 'a part overwritten',
    apply: always((file, pick) => {
      const bytes = readFileSync(file)
      const from = Math.floor(bytes.length * pick)
      bytes.fill(0xa5, from, Math.min(bytes.length, from + 600))
      writeFileSync(file, bytes)
    }),
  },
  {
    name: 'of a newer version',
    apply(file) {
      if (!isDatabase(file)) {
        if (!file.endsWith('.json')) return false
        const known = JSON.parse(readFileSync(file, 'utf8')) as object
        writeFileSync(file, JSON.stringify({ ...known, version: 99, later: { thing: true } }))
        return true
      }
      const database = new DatabaseSync(file)
      database.exec('PRAGMA user_version = 99')
      database.close()
      return true
    },
  },
  {
    name: 'rows that nobody can read',
    apply(file) {
      if (!file.endsWith('ledger.db')) return false
      const database = new DatabaseSync(file)
      database.exec("UPDATE starts SET history = 'no json', step = 'later'")
      database.close()
      return true
    },
  },
  {
    name: 'another kind of JSON',
    apply(file, pick) {
      if (isDatabase(file)) return false
      const texts = ['[]', 'null', '7', '"text"', '{"a":{"b":[1,2', '['.repeat(50_000), '{}x']
      writeFileSync(file, texts[Math.floor(pick * texts.length)] ?? '')
      return true
    },
  },
  {
    name: 'a folder in its place',
    apply: always((file) => {
      rmSync(file)
      mkdirSync(file)
    }),
  },
  {
    name: 'gone',
    apply: always((file) => {
      rmSync(file)
    }),
  },
  {
    name: 'not writable',
    apply(file) {
      if (isDatabase(file)) return false
      // A folder in the place of the draft: rights would not hold root.
      mkdirSync(`${file}.new`, { recursive: true })
      return true
    },
  },
  {
    name: 'on a full disk',
    apply(file) {
      if (process.platform !== 'linux' || !existsSync('/dev/full')) return false
      if (isDatabase(file)) {
        // Nothing was left behind to roll forward: the log of writes is on the full disk.
        for (const part of ['-wal', '-journal']) rmSync(file + part, { force: true })
        symlinkSync('/dev/full', `${file}-wal`)
        return true
      }
      symlinkSync('/dev/full', `${file}.new`)
      return true
    },
  },
]

/** The files of a terminal that may be damaged, below its data folder. */
export const damagedFiles: readonly string[] = [
  'settings.json',
  'settings.last-good.json',
  'terminal.json',
  'terminal.last-good.json',
  'vault.json',
  'snapshot.json',
  'ledger.db',
  'desk.db',
]
