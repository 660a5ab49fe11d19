import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { createClock, type Clock } from '#common/clock.ts'
import { openDesk, type Desk } from '#main/desk/desk.ts'
import { readDeskSettings } from '#main/settings/desk-settings.ts'
import { createMemoryVault } from '#main/settings/vault.ts'
import { createQuietLog } from '../support/quiet-log.ts'

const DAY_MS = 86_400_000

function aFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'audit-'))
  onTestFinished(() => {
    rmSync(folder, { recursive: true })
  })
  return folder
}

const opened = (folder: string, clock: Clock): Promise<Desk> =>
  openDesk({
    file: path.join(folder, 'desk.db'),
    vault: createMemoryVault(),
    log: createQuietLog(),
    clock,
    settings: () => readDeskSettings({ keepAuditDays: 10 }).settings,
    isUnset: () => false,
  })

const written = ({ audit }: Desk): string[] =>
  audit.list({ beforeId: null, limit: 10 }).map(({ action }) => action)

it('the audit trail is kept for the days that the operator resolved, and not one longer', async () => {
  const clock = createClock({ speed: 0 })
  const desk = await opened(aFolder(), clock)
  desk.audit.write({ action: 'first' })
  await clock.advance(5.5 * DAY_MS)
  desk.audit.write({ action: 'second' })
  await clock.advance(4 * DAY_MS)
  expect(written(desk)).toEqual(['second', 'first'])
  await clock.advance(2 * DAY_MS)
  expect(written(desk)).toEqual(['second'])
  await clock.advance(5 * DAY_MS)
  expect(written(desk)).toEqual([])
  desk.close()
})

it('a demo or training that runs by a clock of its own keeps its records by that clock', async () => {
  const folder = aFolder()
  const home = await opened(folder, createClock({ speed: 0 }))
  const shown = createClock({ speed: 0 })
  const desk = await home.elsewhere(path.join(folder, 'elsewhere.db'), shown)
  desk.audit.write({ action: 'shown' })
  await shown.advance(12 * DAY_MS)
  expect(written(desk)).toEqual([])
  desk.close()
  home.close()
})
