import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { createDispatch } from '#main/ipc/dispatch.ts'
import { createQuietLog } from '#test/unit/main/support/quiet-log.ts'
import { STAFF_PIN, startStand, type Stand } from './stand.ts'

const PAGE = { beforeId: null, limit: 50 }

async function refusedStart(stand: Stand, reason: string): Promise<string> {
  const { handlers } = stand.terminal
  await stand.passUntil(() => stand.model().link.state === 'live')
  await stand.simulator.control.setFault('rejectStart', { reason, times: 1 })
  const free = stand.model().connectors.find(({ startBlock }) => startBlock === null)
  const connectorId = free?.id ?? ''
  const { options } = await handlers['charging.options']({ connectorId })
  const optionId = options.find(({ kind }) => kind === 'card')?.id ?? ''
  await handlers['charging.start']({ connectorId, optionId, requestId: 'r1' })
  await stand.passUntil(() => stand.model().starts.some(({ step }) => step === 'rejected'))
  return connectorId
}

it('staff are told why a start began no charge, after a restart too, in a list and in a file', async () => {
  const stand = await startStand()
  const connectorId = await refusedStart(stand, 'Locked by 04A1B2C3D4E5F6.')
  const connector = stand.model().connectors.find(({ id }) => id === connectorId)
  await stand.restart()
  await stand.desk.access.unlock(STAFF_PIN)
  const { handlers } = stand.terminal
  const list = await handlers['desk.failedStarts'](PAGE)
  expect(list).toHaveLength(1)
  expect(list[0]).toMatchObject({
    ...{ connectorId, connectorNumber: connector?.number, evseId: connector?.evseId },
    ...{ end: 'rejected', code: 'rejected', reason: 'Locked by (hidden).', startedBy: 'guest' },
  })
  const { file, rows } = await handlers['desk.exportFailedStarts']({})
  expect(rows).toBe(1)
  expect(readFileSync(file, 'utf8')).toContain('Locked by (hidden).')
  const [latest] = stand.desk.audit.list({ beforeId: null, limit: 1 })
  expect(latest).toMatchObject({ action: 'export-failed-starts', who: 'Ida' })
  const told = [JSON.stringify(list), readFileSync(file, 'utf8')].join()
  expect(told).not.toContain('04A1B2C3D4E5F6')
})

it('guests are not told', async () => {
  const stand = await startStand()
  const { access } = stand.desk
  const dispatch = createDispatch({
    ...{ access, log: createQuietLog() },
    handlers: () => stand.terminal.handlers,
  })
  expect(await dispatch('desk.failedStarts', PAGE)).toMatchObject({
    ok: false,
    error: { code: 'wrong-mode' },
  })
})
