import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, onTestFinished, vi } from 'vitest'
import { createClock } from '#common/clock.ts'
import type {
  SessionExport,
  SessionExportKind,
  SessionFilter,
  SessionNote,
} from '#contract/desk-sessions.ts'
import { createExports, type Exports } from '#main/desk/sessions/exports.ts'
import type { HistoryLog } from '#main/desk/sessions/history.ts'
import type { Starter } from '#main/desk/sessions/session-starters.ts'
import type { Platform } from '#main/platform/platform.ts'
import { createQuietLog } from '../support/quiet-log.ts'

// A platform with sessions, and lists of them that are written into a folder of the test's own.

export const START_MS = Date.parse('2026-11-23T09:00:00Z')
export const DAY_MS = 86_400_000
export const ALL: SessionFilter = { status: 'all', fromMs: null, untilMs: null, text: '' }
export const BOM = '\uFEFF'

export const log = (id: string, parts: Partial<HistoryLog> = {}): HistoryLog => ({
  id,
  status: 'stopped',
  dateStart: '2026-11-01T10:00:00Z',
  dateEnd: '2026-11-01T11:30:00Z',
  energyConsumption: 12.345,
  authType: 'RFID',
  meterStart: 1000,
  meterEnd: 13_345,
  rateName: 'Standard',
  cost: {
    currency: 'EUR',
    total: 6,
    grossAmount: 6,
    costItems: [
      { netAmount: 4.1, taxRate: 20, taxAmount: 0.82 },
      { netAmount: 0.9, taxRate: 20, taxAmount: 0.18 },
    ],
  },
  accountDocument: null,
  connector: {
    id: 'c1',
    label: null,
    evseId: 'AT*HTB*E1*1',
    physicalReference: '7',
    cp: {
      label: null,
      publicName: 'Garage "Nord"; Ebene 2',
      site: { label: 'Hotel Mozart' },
    },
  },
  ...parts,
})

export const many = (count: number): HistoryLog[] =>
  Array.from({ length: count }, (_, index) => log(`log-${String(index)}`))

export interface Asked {
  filters: unknown
  timeframe: unknown
  pagination: { limit: number; offset: number }
}

/** A platform with these sessions; `onPage` is told before each page and may throw. */
export function platformWith(
  logs: readonly (HistoryLog | null)[],
  onPage: (asked: Asked) => unknown = () => undefined,
) {
  const asked: Asked[] = []
  const execute = async (_: unknown, variables: Asked): Promise<unknown> => {
    asked.push(variables)
    await onPage(variables)
    const { limit, offset } = variables.pagination
    const data = logs.slice(offset, offset + limit)
    const pagination = { limit, offset, totalCount: logs.length, isLastPage: null }
    return {
      data: { chargelogsPaged: { data, pagination } },
      errors: [],
      askedAtMs: 0,
      atMs: 0,
      bytes: 0,
    }
  }
  return { asked, platform: { execute } as unknown as Platform }
}

export function setUp(
  platform: Platform,
  notes: SessionNote[] = [],
  starters: ReadonlyMap<string, Starter> = new Map(),
) {
  const root = mkdtempSync(path.join(tmpdir(), 'exports-'))
  onTestFinished(() => {
    rmSync(root, { recursive: true })
  })
  const folder = path.join(root, 'exports')
  const clock = createClock({ startMs: START_MS, speed: 0 })
  const told: SessionExport[] = []
  const exports: Exports = createExports({
    platform,
    records: {
      notes: (ids) => notes.filter(({ sessionId }) => ids.includes(sessionId)),
      starters: () => starters,
    },
    clock,
    log: createQuietLog(),
    folder,
    timeZone: 'Europe/Vienna',
    keepMs: () => 30 * DAY_MS,
    onProgress: (progress) => told.push(progress),
  })
  const over = (): Promise<SessionExport> =>
    vi.waitFor(() => {
      const last = told.at(-1)
      if (!last || last.state === 'running') throw new Error('It is under way.')
      return last
    })
  const exported = async (
    language = 'en',
    filter: Partial<SessionFilter> = {},
    sessionIds?: readonly string[],
    kind?: SessionExportKind,
  ): Promise<string[]> => {
    exports.start({ filter: { ...ALL, ...filter }, language, sessionIds, kind })
    const { file, failure } = await over()
    if (file === null) throw new Error(failure?.message ?? 'There is no file.')
    const text = readFileSync(file, 'utf8')
    expect(text.startsWith(BOM)).toBe(true)
    expect(text.endsWith('\r\n')).toBe(true)
    return text.slice(1, -2).split('\r\n')
  }
  const files = (): string[] => (existsSync(folder) ? readdirSync(folder) : [])
  return { exports, told, over, exported, files, folder, clock }
}
