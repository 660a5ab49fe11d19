import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { createClock } from '#common/clock.ts'
import { openDesk, type Desk } from '#main/desk/desk.ts'
import { createMemoryVault } from '#main/settings/vault.ts'
import { createQuietLog } from '../support/quiet-log.ts'

const MINUTE_MS = 60_000
const DAY_MS = 24 * 60 * MINUTE_MS
const STAFF = '2468'
const MANAGER = '135790'

async function rig(options: { isUnset?: boolean; noPins?: boolean } = {}) {
  const folder = mkdtempSync(path.join(tmpdir(), 'forecourt-desk-'))
  const clock = createClock({ startMs: Date.parse('2026-11-23T08:00:00Z'), speed: 0 })
  const open = async (): Promise<Desk> =>
    openDesk({
      file: path.join(folder, 'desk.db'),
      vault: createMemoryVault(),
      log: createQuietLog(),
      clock,
      settings: () => ({
        lockAfterMs: 5 * MINUTE_MS,
        idleAlertMs: 1_800_000,
        withoutInvoice: 'manager',
        keepNotesMs: DAY_MS,
        keepAuditMs: 1095 * DAY_MS,
      }),
      isUnset: () => options.isUnset ?? false,
    })
  let desk = await open()
  if (!options.noPins) {
    await desk.people.replace([
      { name: 'Ida', role: 'staff', pin: STAFF },
      { name: 'Max', role: 'manager', pin: MANAGER },
    ])
  }
  onTestFinished(() => {
    desk.close()
    rmSync(folder, { recursive: true })
  })
  return {
    clock,
    get desk() {
      return desk
    },
    get access() {
      return desk.access
    },
    async restart() {
      desk.close()
      desk = await open()
    },
    deeds: () =>
      desk.audit.list({ beforeId: null, limit: 100 }).map(({ who, action }) => [who, action]),
  }
}

const code = (work: Promise<unknown>) =>
  work.then(
    () => null,
    (error: unknown) => (error as { failure: { code: string } }).failure.code,
  )

describe('the door of the desk', () => {
  it('opens to a PIN, and closes again', async () => {
    const { access } = await rig()
    expect(access.mode()).toBe('guest')
    expect(await access.unlock(STAFF)).toEqual({ name: 'Ida', role: 'staff' })
    expect([access.mode(), access.person()?.name]).toEqual(['desk', 'Ida'])
    access.lock()
    expect([access.mode(), access.person()]).toEqual(['guest', null])
  })

  it('keeps the language that each person reads, over a restart', async () => {
    const stand = await rig()
    await stand.access.unlock(STAFF)
    expect(stand.access.state().language).toBeNull()
    stand.desk.languages.set('Ida', 'de')
    expect(stand.access.state().language).toBe('de')
    stand.access.lock()
    expect(stand.access.state().language).toBeNull()
    await stand.access.unlock(MANAGER)
    expect(stand.access.state().language).toBeNull()
    await stand.restart()
    await stand.desk.people.replace([
      { name: 'Ida', role: 'staff', pin: STAFF },
      { name: 'Max', role: 'manager', pin: MANAGER },
    ])
    await stand.access.unlock(STAFF)
    expect(stand.access.state().language).toBe('de')
  })

  it('slows wrong PINs down, and a restart changes nothing', async () => {
    const stand = await rig()
    for (const wrong of ['0001', '0002', '0003'])
      expect(await code(stand.access.unlock(wrong))).toBe('wrong-pin')
    expect(await code(stand.access.unlock(STAFF))).toBe('too-many-tries')
    await stand.restart()
    expect(await code(stand.access.unlock(STAFF))).toBe('too-many-tries')
    await stand.clock.advance(31_000)
    expect(await code(stand.access.unlock(STAFF))).toBeNull()
  })

  it('lets a manager in while a guest types wrong PINs, and after a restart', async () => {
    const stand = await rig()
    for (const wrong of ['9999', '0000', '99999', '1111']) {
      await code(stand.access.unlock(wrong))
      await stand.clock.advance(15 * MINUTE_MS)
    }
    expect(await code(stand.access.unlock('9999'))).toBe('wrong-pin')
    expect(await code(stand.access.unlock(STAFF))).toBe('too-many-tries')
    await stand.restart()
    expect(await code(stand.access.unlock('9999'))).toBe('too-many-tries')
    expect(await code(stand.access.unlock(MANAGER))).toBeNull()
  })

  it('tells how many wrong PINs there were, and how long some are not taken', async () => {
    const { access, clock } = await rig()
    expect(access.tries()).toEqual({ wrong: 0, untilMs: null })
    for (const wrong of ['0001', '0002', '0003']) await code(access.unlock(wrong))
    expect(access.tries()).toEqual({ wrong: 3, untilMs: clock.now() + 30_000 })
    await clock.advance(30_000)
    expect(access.tries()).toEqual({ wrong: 3, untilMs: null })
  })

  it('takes a new PIN at once, whatever was tried with the old one', async () => {
    const stand = await rig()
    for (const wrong of ['0001', '0002', '0003']) await code(stand.access.unlock(wrong))
    expect(await code(stand.access.unlock('0004'))).toBe('too-many-tries')
    await stand.desk.people.replace([
      { name: 'Ida', role: 'staff', pin: '8642' },
      { name: 'Max', role: 'manager', pin: MANAGER },
    ])
    expect(await code(stand.access.unlock('8642'))).toBeNull()
  })

  it('goes on slowing down where a launch sets the same PINs again', async () => {
    const stand = await rig()
    for (const wrong of ['0001', '0002', '0003']) await code(stand.access.unlock(wrong))
    await stand.restart()
    await stand.desk.people.replace([
      { name: 'Ida', role: 'staff', pin: STAFF },
      { name: 'Max', role: 'manager', pin: MANAGER },
    ])
    expect(await code(stand.access.unlock(STAFF))).toBe('too-many-tries')
  })

  it('counts PINs that are tried at once one by one', async () => {
    const { access } = await rig()
    const tries = Array.from({ length: 8 }, (_, n) => code(access.unlock(`100${String(n)}`)))
    const codes = await Promise.all(tries)
    expect(codes.filter((each) => each === 'wrong-pin')).toHaveLength(3)
    expect(codes.filter((each) => each === 'too-many-tries')).toHaveLength(5)
  })

  it('locks by itself when nobody touches anything, and not before', async () => {
    const { access, clock, deeds } = await rig()
    await access.unlock(STAFF)
    await clock.advance(4 * MINUTE_MS)
    access.touched()
    await clock.advance(4 * MINUTE_MS)
    expect(access.mode()).toBe('desk')
    await clock.advance(MINUTE_MS)
    expect(access.mode()).toBe('guest')
    expect(deeds()[0]).toEqual(['Ida', 'desk.lock'])
  })

  it('stays closed where no PIN is set', async () => {
    const { access } = await rig({ noPins: true })
    expect(await code(access.unlock(STAFF))).toBe('no-pins')
    expect(access.state()).toMatchObject({ hasPins: false, person: null })
  })

  it('leads nobody back to the desk from set-up who may not come in any more', async () => {
    const { access, desk } = await rig()
    await access.unlock(MANAGER)
    access.enterSetup()
    await desk.people.replace([{ name: 'Eva', role: 'manager', pin: '975310' }])
    access.leaveSetup()
    expect([access.mode(), access.person()]).toEqual(['guest', null])
  })

  it('leads a manager to set-up and back, and staff not', async () => {
    const { access } = await rig()
    await access.unlock(STAFF)
    expect(() => {
      access.enterSetup()
    }).toThrow()
    access.lock()
    await access.unlock(MANAGER)
    access.enterSetup()
    expect(access.mode()).toBe('setup')
    expect(access.state().lockAfterMs).toBe(30 * 60_000)
    access.leaveSetup()
    expect(access.mode()).toBe('desk')
    expect(access.state().lockAfterMs).toBeLessThan(30 * 60_000)
  })

  it('lets anybody set up a terminal that nobody has set up', async () => {
    const { access } = await rig({ isUnset: true, noPins: true })
    access.enterSetup()
    expect(access.mode()).toBe('setup')
    access.leaveSetup()
    expect(access.mode()).toBe('guest')
  })

  it('writes down who came, who went, and who could not', async () => {
    const { access, desk, deeds } = await rig()
    await code(access.unlock('0001'))
    await access.unlock(MANAGER)
    desk.audit.write({ action: 'stop', subject: 'log-1', details: { reason: 'left the car' } })
    access.lock()
    expect(deeds()).toEqual([
      ['Max', 'desk.lock'],
      ['Max', 'stop'],
      ['Max', 'desk.unlock'],
      [null, 'desk.wrong-pin'],
    ])
    const pinned = JSON.stringify(desk.audit.list({ beforeId: null, limit: 9 }))
    expect(pinned).not.toContain(MANAGER)
    expect(pinned).not.toContain('0001')
  })
})
