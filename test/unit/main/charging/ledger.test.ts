import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { StartStep } from '#contract/charging.ts'
import { openLedger } from '#main/charging/ledger/ledger.ts'
import type { StartRecord, StopRecord } from '#main/charging/ledger/records.ts'
import { startSteps } from '#contract/charging.ts'
import { codeOf } from './rig.ts'

function databaseFile(): string {
  const folder = mkdtempSync(join(tmpdir(), 'forecourt-ledger-'))
  onTestFinished(() => {
    rmSync(folder, { recursive: true, force: true })
  })
  return join(folder, 'ledger.db')
}

const record = (change: Partial<StartRecord> = {}): StartRecord => ({
  id: 'start-1',
  requestId: 'r1',
  connectorId: 'c1',
  optionLabel: 'Hotel card',
  kind: 'phone',
  cardId: 'card-1',
  step: 'requested',
  history: [{ step: 'requested', atMs: 1_000, source: 'terminal' }],
  validUntilMs: 301_000,
  attemptId: null,
  chargelogId: null,
  payment: {
    hold: { amount: 50, currency: 'EUR' },
    url: 'https://pay.example/1',
    dueMs: 601_000,
    state: 'pending',
  },
  preauthId: 'preauth-1',
  transaction: null,
  cardFingerprint: null,
  tagFingerprint: 'a-mark',
  packageId: 'package-1',
  target: { kind: 'energy', energyKWh: 20 },
  rate: { short: '0.35 EUR/kWh', full: null },
  bookingReference: '204',
  startedBy: 'desk',
  withoutInvoice: true,
  endedAtMs: null,
  cancelled: true,
  left: false,
  closed: null,
  failure: { code: 'rejected', message: 'no', retryable: true, details: { reason: 'full' } },
  createdAtMs: 1_000,
  updatedAtMs: 1_000,
  ...change,
})

const stop = (change: Partial<StopRecord> = {}): StopRecord => ({
  requestId: 's1',
  sessionId: 'log-1',
  state: 'accepted',
  failure: null,
  requestedAtMs: 1_000,
  ...change,
})

/** The file as the first version made it. */
const firstForm = `
  CREATE TABLE starts (
    id TEXT PRIMARY KEY, request_id TEXT NOT NULL UNIQUE, connector_id TEXT NOT NULL,
    option_label TEXT, card_id TEXT NOT NULL, step TEXT NOT NULL, history TEXT NOT NULL,
    valid_until_ms INTEGER NOT NULL, attempt_id TEXT, chargelog_id TEXT,
    cancelled INTEGER NOT NULL, has_left INTEGER NOT NULL, failure TEXT,
    created_at_ms INTEGER NOT NULL, updated_at_ms INTEGER NOT NULL
  ) STRICT;
  CREATE UNIQUE INDEX one_open_start_a_connector ON starts (connector_id)
    WHERE step IN ('chosen', 'requested', 'accepted', 'waiting-for-plug', 'unknown');
  CREATE TABLE stops (
    request_id TEXT PRIMARY KEY, session_id TEXT NOT NULL, state TEXT NOT NULL, failure TEXT,
    requested_at_ms INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX stops_by_session ON stops (session_id);
  PRAGMA user_version = 1;`

describe('the ledger', () => {
  it('gives back what was written, from a file that was never closed', () => {
    const file = databaseFile()
    const first = openLedger(file)
    first.insertStart(record())
    first.updateStart(record({ attemptId: 'a1', step: 'accepted' }))
    first.saveStop(stop())
    first.saveStop(stop({ state: 'done' }))
    const second = openLedger(file)
    expect(second.starts()).toEqual([record({ attemptId: 'a1', step: 'accepted' })])
    expect(second.stops()).toEqual([stop({ state: 'done' })])
    first.close()
    second.close()
  })

  it('survives a power cut: write-ahead log, synchronous to the disk', () => {
    const file = databaseFile()
    openLedger(file).close()
    const database = new DatabaseSync(file)
    expect(database.prepare('PRAGMA journal_mode').get()).toEqual({ journal_mode: 'wal' })
    database.close()
  })

  const open: StartStep[] = [
    'chosen',
    'requested',
    'paying',
    'accepted',
    'waiting-for-plug',
    'unknown',
  ]
  it.each(startSteps)(
    'lets a second start to a connector whose start is %s only if it is over',
    async (step) => {
      const ledger = openLedger(databaseFile())
      ledger.insertStart(record({ step }))
      const second = () => {
        ledger.insertStart(record({ id: 'start-2', requestId: 'r2' }))
      }
      if (open.includes(step)) expect(await codeOf(second)).toBe('storage')
      else second()
      ledger.close()
    },
  )

  it('knows each request once', async () => {
    const ledger = openLedger(databaseFile())
    ledger.insertStart(record({ step: 'failed' }))
    const again = () => {
      ledger.insertStart(record({ id: 'start-2', connectorId: 'c2' }))
    }
    expect(await codeOf(again)).toBe('storage')
    ledger.close()
  })

  it('forgets what is long over, never an open start', () => {
    const ledger = openLedger(databaseFile())
    ledger.insertStart(record({ id: 'open' }))
    ledger.insertStart(record({ id: 'over', requestId: 'r2', step: 'failed' }))
    ledger.saveStop(stop())
    ledger.prune(2_000)
    expect(ledger.starts().map(({ id }) => id)).toEqual(['open'])
    expect(ledger.stops()).toEqual([])
    ledger.close()
  })

  it('keeps a closing for a year, and not for ever', () => {
    const ledger = openLedger(databaseFile())
    const yearMs = 366 * 86_400_000
    ledger.saveClosing('log-1', { by: 'Ida', atMs: 1_000 })
    ledger.prune(yearMs)
    expect([...ledger.closings().keys()]).toEqual(['log-1'])
    ledger.prune(yearMs + 2_000)
    expect(ledger.closings().size).toBe(0)
    ledger.close()
  })

  it('keeps the starts of a file that knew cards only', () => {
    const file = databaseFile()
    const database = new DatabaseSync(file)
    database.exec(firstForm)
    database.exec(
      `INSERT INTO starts VALUES ('start-1', 'r1', 'c1', NULL, 'card-1', 'accepted',
       '[{"step":"accepted","atMs":1,"source":"terminal"}]', 2, 'a1', NULL, 0, 0, NULL, 1, 1)`,
    )
    database.close()
    const ledger = openLedger(file)
    expect(ledger.starts()).toMatchObject([
      { id: 'start-1', kind: 'card', step: 'accepted', payment: null, target: null },
    ])
    expect(() => {
      ledger.insertStart(record({ id: 'start-2', requestId: 'r2', step: 'paying' }))
    }).toThrow()
    ledger.close()
  })

  it('leaves a file of a newer version alone', async () => {
    const file = databaseFile()
    const database = new DatabaseSync(file)
    database.exec('PRAGMA user_version = 99')
    database.close()
    expect(await codeOf(() => openLedger(file))).toBe('storage')
  })

  it('sets a file aside that is no database, and begins a new one', () => {
    const file = databaseFile()
    const garbage = 'this is no database, and long enough to be looked at twice. '.repeat(50)
    for (const aside of [`${file}.broken`, `${file}.broken-2`]) {
      writeFileSync(file, garbage)
      const told: string[] = []
      const ledger = openLedger(file, (asideFile) => told.push(asideFile))
      expect(ledger.starts()).toEqual([])
      expect(told).toEqual([aside])
      expect(readFileSync(aside, 'utf8')).toBe(garbage)
      ledger.close()
    }
  })

  it('sets a file aside that is damaged inside', () => {
    const file = databaseFile()
    const ledger = openLedger(file)
    for (let n = 0; n < 200; n += 1) {
      ledger.insertStart(
        record({ id: `s${String(n)}`, requestId: `r${String(n)}`, step: 'failed' }),
      )
    }
    ledger.close()
    const bytes = readFileSync(file)
    writeFileSync(file, bytes.fill(0x55, 8_192, 20_480))
    let broken = 0
    openLedger(file, () => (broken += 1)).close()
    expect(broken).toBe(1)
  })

  it('says that the storage fails where there is none', async () => {
    expect(await codeOf(() => openLedger('/nowhere/at/all/ledger.db'))).toBe('storage')
  })

  it('says that the storage fails when it is closed', async () => {
    const ledger = openLedger(databaseFile())
    ledger.close()
    ledger.close()
    expect(
      await codeOf(() => {
        ledger.insertStart(record())
      }),
    ).toBe('storage')
  })
})
