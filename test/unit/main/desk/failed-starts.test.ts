import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { createClock } from '#common/clock.ts'
import { openDeskFile } from '#main/desk/desk-file.ts'
import { createRecordStore } from '#main/desk/sessions/session-records.ts'
import { exportFailedStarts } from '#main/desk/sessions/failed-starts-csv.ts'
import type { FailedStarts } from '#main/desk/sessions/failed-starts.ts'
import { createQuietLog } from '../support/quiet-log.ts'

const DAY_MS = 86_400_000

function aFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'failed-starts-'))
  onTestFinished(() => {
    rmSync(folder, { recursive: true })
  })
  return folder
}

const failure = (startId: string, over: Partial<Parameters<FailedStarts['failed']>[0]> = {}) => ({
  ...{ startId, atMs: 0, connectorId: 'c5', connectorNumber: '5', evseId: 'AT*HTB*E5' },
  ...{ kind: 'card' as const, option: '=Staff car', startedBy: 'guest' as const },
  ...{ step: 'accepted' as const, end: 'rejected' as const, code: 'rejected' as const },
  reason: 'ConcurrentTx',
  ...over,
})

function opened() {
  const folder = aFolder()
  const clock = createClock({ startMs: 0, speed: 0 })
  const open = () => {
    const database = openDeskFile(path.join(folder, 'desk.db'))
    const log = createQuietLog()
    const store = createRecordStore({ database, clock, log, keepMs: () => 10 * DAY_MS })
    return { store, records: store.of('ours'), others: store.of('others'), close: database.close }
  }
  return { folder, clock, open }
}

const ALL = { beforeId: null, limit: 50 }
const idsOf = (records: FailedStarts, page = {}): string[] =>
  records.failedStarts({ ...ALL, ...page }).map(({ startId }) => startId)

it('failed starts are there after a restart, newest first, each once, and only for their account', () => {
  const { open } = opened()
  const first = open()
  first.records.failed(failure('s1'))
  first.records.failed(failure('s1', { code: 'unavailable' }))
  first.records.failed(failure('s2', { end: 'timed-out' }))
  first.close()
  const again = open()
  expect(idsOf(again.records)).toEqual(['s2', 's1'])
  expect(again.records.failedStarts(ALL)[1]).toEqual({
    ...failure('s1'),
    ...{ id: 1, beganAtMs: null },
  })
  expect(idsOf(again.others)).toEqual([])
  again.close()
})

it('they are found by plug and by end, and paged back', () => {
  const { records, close } = opened().open()
  records.failed(failure('s1'))
  records.failed(failure('s2', { connectorId: 'c6' }))
  records.failed(failure('s3', { end: 'timed-out' }))
  expect(idsOf(records, { connectorId: 'c5' })).toEqual(['s3', 's1'])
  expect(idsOf(records, { end: 'rejected' })).toEqual(['s2', 's1'])
  expect(idsOf(records, { beforeId: 3, limit: 1 })).toEqual(['s2'])
  close()
})

it('one that began late says so, and all go when their time is over', async () => {
  const { open, clock } = opened()
  const { store, records, close } = open()
  records.failed(failure('s1'))
  records.beganLate('s1', 5_000)
  expect(records.failedStarts(ALL)[0]?.beganAtMs).toBe(5_000)
  await clock.advance(11 * DAY_MS)
  expect(idsOf(records)).toEqual([])
  store.purge()
  close()
})

it('the file has a row for each, oldest first, and no formula', () => {
  const { folder, open } = opened()
  const { records, close } = open()
  records.failed(failure('s1'))
  records.failed(failure('s2', { reason: null, evseId: null }))
  const { file, rows } = exportFailedStarts(records, { folder, nowMs: 0 })
  close()
  expect(rows).toBe(2)
  const [head, first, second] = readFileSync(file, 'utf8').split('\r\n')
  expect(head).toBe(
    '\uFEFFtime,connector,evseId,kind,option,startedBy,step,end,code,reason,beganLate,startId',
  )
  expect(first).toBe(
    "1970-01-01T00:00:00.000Z,5,AT*HTB*E5,card,'=Staff car,guest,accepted,rejected,rejected,ConcurrentTx,,s1",
  )
  expect(second).toContain(',rejected,,,s2')
})

it('the file has those of one end alone, where they are filtered', () => {
  const { folder, open } = opened()
  const { records, close } = open()
  records.failed(failure('s1'))
  records.failed(failure('s2', { end: 'timed-out' }))
  const { file, rows } = exportFailedStarts(records, { folder, nowMs: 0, end: 'timed-out' })
  close()
  expect(rows).toBe(1)
  expect(readFileSync(file, 'utf8')).toMatch(/,s2\s*$/)
})
