import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { openLedger } from '#main/charging/ledger/ledger.ts'
import { createLog } from '#main/core/log.ts'
import { writeAtomically } from '#main/core/files.ts'
import { shutFolder } from '#main/settings/folder-rights.ts'

function folder(): string {
  const made = mkdtempSync(path.join(tmpdir(), 'rights-'))
  onTestFinished(() => {
    rmSync(made, { recursive: true })
  })
  return made
}
const rights = (...place: string[]): string =>
  (statSync(path.join(...place)).mode & 0o777).toString(8)

/** Whatever the user's own mask lets others do. */
function withoutMask(): void {
  const before = process.umask(0)
  onTestFinished(() => void process.umask(before))
}

describe.skipIf(process.platform === 'win32')('nobody else on the machine reads', () => {
  it('the ledger, which may hold the key of the stop codes, nor what lies beside it', () => {
    withoutMask()
    const home = folder()
    const ledger = openLedger(path.join(home, 'ledger.db'))
    ledger.guests.setNote('stopCodeKey', 'secret')
    const told = ['ledger.db', 'ledger.db-wal', 'ledger.db-shm'].map((name) => rights(home, name))
    ledger.close()
    expect(told).toEqual(['600', '600', '600'])
  })

  it('a file that is written whole, nor the folder that is made for it', () => {
    withoutMask()
    const home = folder()
    writeFileSync(path.join(home, 'kept.json.new'), 'left by a power cut', { mode: 0o666 })
    writeAtomically(path.join(home, 'kept.json'), '{}')
    writeAtomically(path.join(home, 'exports', 'list.csv'), '')
    expect(rights(home, 'kept.json')).toBe('600')
    expect([rights(home, 'exports'), rights(home, 'exports', 'list.csv')]).toEqual(['700', '600'])
  })

  it('the log', async () => {
    withoutMask()
    const home = path.join(folder(), 'home')
    const log = createLog(home)
    log.info({}, 'a line')
    await expect.poll(() => statSync(path.join(home, 'logs', 'main.log')).size).toBeGreaterThan(0)
    expect([rights(home), rights(home, 'logs'), rights(home, 'logs', 'main.log')]).toEqual([
      ...['700', '700', '600'],
    ])
  })

  it('what an older version left open, once it is launched', () => {
    const home = path.join(folder(), 'home')
    mkdirSync(path.join(home, 'demo'), { recursive: true, mode: 0o755 })
    const names = [
      'settings.json',
      'settings.last-good.json',
      'desk.db',
      'desk.db-wal',
      'status.json',
    ]
    for (const name of [...names, 'demo/ledger.db']) {
      writeFileSync(path.join(home, name), '')
      chmodSync(path.join(home, name), 0o644)
    }
    expect(shutFolder(home)).toEqual([])
    expect(names.map((name) => rights(home, name))).toEqual(names.map(() => '600'))
    expect([rights(home), rights(home, 'demo'), rights(home, 'demo/ledger.db')]).toEqual([
      ...['700', '700', '600'],
    ])
  })
})

describe.skipIf(process.platform === 'win32')('a launch leaves as it is', () => {
  it('what is not the terminal’s own, and where a link leads', () => {
    const home = folder()
    const others = path.join(home, 'notes.sh')
    const elsewhere = path.join(home, 'elsewhere')
    for (const file of [others, elsewhere]) {
      writeFileSync(file, '')
      chmodSync(file, 0o755)
    }
    symlinkSync(elsewhere, path.join(home, 'settings.json'))
    shutFolder(home)
    expect([rights(others), rights(elsewhere)]).toEqual(['755', '755'])
  })

  it('a folder that is everybody’s', () => {
    const home = folder()
    chmodSync(home, 0o1777)
    shutFolder(home)
    expect(rights(home)).toBe('777')
  })
})
