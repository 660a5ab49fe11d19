import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { createClock } from '#common/clock.ts'
import { openLinkFile } from '#main/link/fact-store.ts'
import { createLink } from '#main/link/link.ts'
import { createQuietLog } from '../support/quiet-log.ts'

const HOUR_MS = 3_600_000

/** A link whose broker is not there. */
function openAlone() {
  const folder = mkdtempSync(path.join(tmpdir(), 'link-'))
  const database = openLinkFile(path.join(folder, 'link.db'))
  const clock = createClock({ startMs: Date.parse('2026-12-01T12:00:00Z'), speed: 0 })
  const link = createLink({
    settings: {
      ...{ url: 'mqtt://127.0.0.1:1', site: 'mozart', key: 'k'.repeat(43) },
      ...{ user: null, password: null, ca: null, certificate: null, certificateKey: null },
    },
    ...{ terminalId: '0b0e7a5e-6f5c-4d53-9b0f-6a3f0a1f2c3d', database, clock },
    log: createQuietLog(),
    apply: () => undefined,
    state: () => ({}),
  })
  onTestFinished(async () => {
    await link.close()
    database.close()
    rmSync(folder, { recursive: true })
  })
  return { link, clock, kept: () => JSON.stringify(database.all('SELECT * FROM facts')) }
}

it('what a guest has typed is gone in time, also where the broker has never been there', async () => {
  const { link, clock, kept } = openAlone()
  link.start()
  link.say({ kind: 'booking', subject: 's1', value: 'room 214', keptMs: 2 * HOUR_MS })
  await clock.advance(HOUR_MS)
  expect(kept()).toContain('room 214')
  await clock.advance(2 * HOUR_MS)
  expect(kept()).not.toContain('room 214')
  expect(link.standing().waiting).toBe(0)
})
