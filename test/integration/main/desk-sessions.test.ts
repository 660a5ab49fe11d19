import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import type { SessionExport, SessionFilter } from '#contract/desk-sessions.ts'
import { STAFF_PIN, startStand, type Stand } from './stand.ts'

const ALL: SessionFilter = { status: 'all', fromMs: null, untilMs: null, text: '' }

async function atTheDesk(): Promise<Stand> {
  const stand = await startStand()
  await stand.desk.access.unlock(STAFF_PIN)
  return stand
}

/** Staff start at a free connector for a booking, and it charges. */
async function chargeFor(stand: Stand, bookingReference: string): Promise<string> {
  const { handlers } = stand.terminal
  const free = stand.model().connectors.find(({ startBlock }) => startBlock === null)
  const connectorId = free?.id ?? ''
  const offer = await handlers['charging.options']({ connectorId })
  const optionId = offer.options.find(({ kind }) => kind !== 'phone')?.id ?? ''
  await handlers['desk.start']({
    ...{ connectorId, optionId, bookingReference },
    requestId: 'r1',
    withoutInvoice: false,
  })
  await stand.simulator.control.plugIn(connectorId)
  const sessionAt = (): string | null | undefined =>
    stand.model().connectors.find(({ id }) => id === connectorId)?.sessionId
  await stand.passUntil(() => typeof sessionAt() === 'string')
  return sessionAt() ?? ''
}

/** Stops it, and time passes until nothing of it is in the live model any more. */
async function stopAndForget(stand: Stand, sessionId: string): Promise<void> {
  const { handlers } = stand.terminal
  const session = () => stand.model().sessions.find(({ id }) => id === sessionId)
  await stand.passUntil(() => (session()?.powerCurve.length ?? 0) > 2)
  await handlers['desk.stop']({ sessionId, requestId: 'r2', reason: 'checks out' })
  await stand.passUntil(() => session()?.summary?.complete === true)
  await stand.passUntil(() => session() === undefined, 600_000, 1_000)
}

async function exported(stand: Stand, filter: Partial<SessionFilter> = {}): Promise<SessionExport> {
  const { handlers } = stand.terminal
  await handlers['desk.exportSessions']({ filter: { ...ALL, ...filter }, language: 'de' })
  return vi.waitFor(
    async () => {
      const { last } = await handlers['desk.lastExport']({})
      if (!last || last.state === 'running') throw new Error('It is under way.')
      return last
    },
    { timeout: 20_000 },
  )
}

const linesOf = ({ file }: SessionExport): string[] =>
  readFileSync(file ?? '', 'utf8')
    .trimEnd()
    .split('\r\n')

describe('the desk’s sessions', () => {
  it('keep booking, note and power curve when the session is long over; its receipt is printed', async () => {
    const stand = await atTheDesk()
    const { handlers } = stand.terminal
    const sessionId = await chargeFor(stand, 'Zimmer 214')
    const record = () => handlers['desk.sessionRecord']({ sessionId })
    expect(await record()).toMatchObject({ bookingReference: 'Zimmer 214', note: null })
    expect((await record()).powerCurve).toEqual([])
    await handlers['desk.setNote']({ sessionId, bookingReference: 'Zimmer 215', note: 'Umzug' })

    await expect(
      handlers['desk.printReceipt']({ sessionId, language: 'de' }),
    ).rejects.toMatchObject({ failure: { code: 'invalid' } })
    await stopAndForget(stand, sessionId)
    expect((await record()).powerCurve.length).toBeGreaterThan(2)
    await handlers['desk.printReceipt']({ sessionId, language: 'de' })
    expect(stand.printed.at(-1)).toContain('Ladebeleg')

    const list = await exported(stand, { text: 'zimmer 215' })
    expect(list).toMatchObject({ state: 'done', rows: 1, read: list.total })
    expect(linesOf(list)[1]).toMatch(/;Zimmer 215;Umzug;.*;Rezeption: Ida;[^;]*$/)

    const deeds = stand.desk.audit.list({ beforeId: null, limit: 20 })
    const actions = deeds.map(({ action }) => action)
    expect(actions).toEqual(
      expect.arrayContaining(['set-note', 'print-receipt', 'export-sessions']),
    )
    const kept = deeds.filter(({ action }) => action !== 'start')
    expect(JSON.stringify(kept)).not.toMatch(/Zimmer|Umzug/)
  })

  it('are all in the file, however small the platform makes its pages', async () => {
    const stand = await atTheDesk()
    await chargeFor(stand, '214')
    const whole = await exported(stand)
    await stand.simulator.control.setFault('smallPages', { limit: 40 })
    const byPages = await exported(stand)
    expect(byPages).toMatchObject({ state: 'done', read: whole.read, total: whole.total })
    expect(linesOf(byPages)).toEqual(linesOf(whole))
    expect(whole.read).toBe(whole.total)
  })

  it('ask the platform for what runs, and leave no file behind when it fails', async () => {
    const stand = await atTheDesk()
    await chargeFor(stand, '214')
    const running = await exported(stand, { status: 'running' })
    const lines = linesOf(running).slice(1)
    expect(lines.filter((line) => line.includes(';214;;'))).toHaveLength(1)
    for (const line of lines) expect(line).toMatch(/^[^;]+;;/)
    const folder = path.dirname(running.file ?? '')
    const before = readdirSync(folder)
    await stand.simulator.control.setFault('refuse')
    const { handlers } = stand.terminal
    await handlers['desk.exportSessions']({ filter: ALL, language: 'en' })
    await stand.passUntil(() => lastState(stand) === 'failed')
    expect(existsSync(folder) && readdirSync(folder)).toEqual(before)
  })
})

function lastState(stand: Stand): SessionExport['state'] | undefined {
  const told = stand.terminal.handlers['desk.lastExport']({})
  return told instanceof Promise ? undefined : told.last?.state
}
