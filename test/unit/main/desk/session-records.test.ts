import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { createClock } from '#common/clock.ts'
import { openDesk, type Desk } from '#main/desk/desk.ts'
import { createMemoryVault } from '#main/settings/vault.ts'
import { createQuietLog } from '../support/quiet-log.ts'

const DAY_MS = 86_400_000
const START_MS = Date.parse('2026-11-23T09:00:00Z')
const clock = () => createClock({ startMs: START_MS, speed: 0 })

function aFile(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'desk-'))
  onTestFinished(() => {
    rmSync(folder, { recursive: true })
  })
  return path.join(folder, 'desk.db')
}

const opened = (file: string, at = clock()): Promise<Desk> =>
  openDesk({
    file,
    vault: createMemoryVault(),
    log: createQuietLog(),
    clock: at,
    settings: () => ({
      lockAfterMs: 1,
      idleAlertMs: 1_800_000,
      withoutInvoice: 'manager',
      keepNotesMs: 30 * DAY_MS,
      keepAuditMs: 1095 * DAY_MS,
    }),
    isUnset: () => false,
  })

describe('what the desk writes down for a session', () => {
  it('is there after a restart, for the account that it was written for', async () => {
    const file = aFile()
    const first = await opened(file)
    first.records.of('a').setNote({ sessionId: 's1', bookingReference: '214', note: 'late' })
    first.close()
    const desk = await opened(file)
    expect(desk.records.of('a').notes(['s1', 's2'])).toEqual([
      { sessionId: 's1', bookingReference: '214', note: 'late' },
    ])
    expect(desk.records.of('b').notes(['s1'])).toEqual([])
    desk.close()
  })

  it('is forgotten when reference and note are emptied', async () => {
    const desk = await opened(aFile())
    const records = desk.records.of('a')
    records.setNote({ sessionId: 's1', bookingReference: '214', note: null })
    records.setNote({ sessionId: 's1', bookingReference: null, note: null })
    expect(records.notes(['s1'])).toEqual([])
    desk.close()
  })

  it('takes the booking over when the session begins, and never over what staff wrote', async () => {
    const desk = await opened(aFile())
    const records = desk.records.of('a')
    records.began('s1', '214')
    records.setNote({ sessionId: 's2', bookingReference: '99', note: null })
    records.setNote({ sessionId: 's3', bookingReference: null, note: 'VIP' })
    records.began('s2', '215')
    records.began('s3', '216')
    expect(records.notes(['s1', 's2', 's3'])).toEqual([
      { sessionId: 's1', bookingReference: '214', note: null },
      { sessionId: 's2', bookingReference: '99', note: null },
      { sessionId: 's3', bookingReference: '216', note: 'VIP' },
    ])
    desk.close()
  })

  it('knows who began a session, and by name who was at the desk', async () => {
    const file = aFile()
    const first = await opened(file)
    const records = first.records.of('a')
    records.startedAtDesk('start1', 'Anna')
    records.startedBy('s1', { id: 'start1', startedBy: 'desk' })
    records.startedBy('s2', { id: 'start2', startedBy: 'guest' })
    first.close()
    const desk = await opened(file)
    expect([...desk.records.of('a').starters(['s1', 's2', 's3'])]).toEqual([
      ['s1', { startedBy: 'desk', person: 'Anna' }],
      ['s2', { startedBy: 'guest', person: null }],
    ])
    expect(desk.records.of('b').starters(['s1']).size).toBe(0)
    desk.close()
  })

  it('keeps the power curve of a session that has ended', async () => {
    const desk = await opened(aFile())
    const records = desk.records.of('a')
    records.ended('s1', [{ atMs: 1, powerW: 11_000 }])
    records.ended('s2', [])
    expect(records.curve('s1')).toEqual([{ atMs: 1, powerW: 11_000 }])
    expect(records.curve('s2')).toEqual([])
    desk.close()
  })

  it('can be forgotten for an account as a whole', async () => {
    const desk = await opened(aFile())
    desk.records.of('demo').began('s1', '214')
    desk.records.of('a').began('s1', '214')
    desk.records.forget('demo')
    expect(desk.records.of('demo').notes(['s1'])).toEqual([])
    expect(desk.records.of('a').notes(['s1'])).toHaveLength(1)
    desk.close()
  })
})

describe('the operator’s time for it', () => {
  it('is told no longer than that, and is gone from the file with the day’s purge', async () => {
    const file = aFile()
    const time = clock()
    const desk = await opened(file, time)
    const records = desk.records.of('a')
    records.setNote({ sessionId: 'old', bookingReference: '214', note: null })
    records.ended('old', [{ atMs: 1, powerW: 11_000 }])
    await time.advance(29 * DAY_MS)
    records.setNote({ sessionId: 'new', bookingReference: '215', note: null })
    expect(records.notes(['old', 'new'])).toHaveLength(2)
    await time.advance(1.5 * DAY_MS)
    expect(records.notes(['old', 'new'])).toEqual([
      { sessionId: 'new', bookingReference: '215', note: null },
    ])
    expect(records.curve('old')).toEqual([])
    await time.advance(DAY_MS)
    desk.close()
    // Back at the first day: what was only left out would be told again.
    const early = await opened(file)
    const ids = early.records
      .of('a')
      .notes(['old', 'new'])
      .map(({ sessionId }) => sessionId)
    expect(ids).toEqual(['new'])
    expect(early.records.of('a').curve('old')).toEqual([])
    early.close()
  })

  it('is kept to at launch, too', async () => {
    const file = aFile()
    const desk = await opened(file)
    desk.records.of('a').began('old', '214')
    desk.close()
    const later = createClock({ startMs: START_MS + 31 * DAY_MS, speed: 0 })
    const relaunched = await opened(file, later)
    relaunched.close()
    const early = await opened(file)
    expect(early.records.of('a').notes(['old'])).toEqual([])
    early.close()
  })

  it('counts from the last change', async () => {
    const time = clock()
    const desk = await opened(aFile(), time)
    const records = desk.records.of('a')
    records.began('s1', '214')
    await time.advance(20 * DAY_MS)
    records.setNote({ sessionId: 's1', bookingReference: '214', note: 'paid' })
    await time.advance(20 * DAY_MS)
    expect(records.notes(['s1'])).toHaveLength(1)
    desk.close()
  })
})
