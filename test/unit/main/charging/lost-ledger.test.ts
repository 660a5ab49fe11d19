import { readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { describe, expect, it } from 'vitest'
import { createMemoryVault } from '#main/settings/vault.ts'
import { createCharging } from '#main/charging/charging.ts'
import { statusNow } from './fake-platform.ts'
import { codeOf, createRig, freeConnector, MINUTE_MS, optionOf, settle, type Rig } from './rig.ts'

/** Opens again as a terminal that has shown this site before. */
function openAgain(rig: Rig): void {
  rig.charging = createCharging({
    ...{ platform: rig.platform, clock: rig.clock, databaseFile: rig.databaseFile },
    hasRunBefore: true,
    log: { info: () => undefined, warn: () => undefined, error: () => undefined },
    connector: () => freeConnector(),
    vault: createMemoryVault(),
    rules: () => rig.rules,
    learnPrices: () => undefined,
    isDesk: () => false,
  })
}

const fates: Record<string, (file: string) => void> = {
  'is no database any more': (file) => {
    writeFileSync(file, 'no database '.repeat(500))
  },
  'is empty': (file) => {
    truncateSync(file, 0)
  },
  'is cut off': (file) => {
    truncateSync(file, 9_000)
  },
  'has gone': (file) => {
    rmSync(file)
  },
  'has lost a row, and is whole otherwise': (file) => {
    const database = new DatabaseSync(file)
    database.exec('DELETE FROM starts')
    database.close()
  },
  'holds rows that nobody can read': (file) => {
    const database = new DatabaseSync(file)
    database.exec("UPDATE starts SET history = 'no json'")
    database.close()
  },
}

describe('after a start, when the ledger', () => {
  it.each(Object.entries(fates))(
    '%s, nothing is started until that start can begin no more',
    async (_name, befall) => {
      const rig = createRig()
      await rig.start()
      rig.charging.close()
      befall(rig.databaseFile)
      openAgain(rig)
      await settle()
      expect(await codeOf(() => rig.start('r2'))).toBe('start-open')
      rig.restart()
      await rig.clock.advance(14 * MINUTE_MS)
      expect(await codeOf(() => rig.start('r3'))).toBe('start-open')
      expect(rig.platform.count('AttemptRemoteStart')).toBe(1)
      await rig.clock.advance(MINUTE_MS)
      const optionId = await optionOf(rig)
      await rig.charging.start({ connectorId: 'c1', optionId, requestId: 'r4' })
      await settle()
      expect(rig.platform.count('AttemptRemoteStart')).toBe(2)
    },
  )

  it('is an older copy of itself, nothing is started until that start can begin no more', async () => {
    const rig = createRig()
    rig.charging.close()
    const copy = readFileSync(rig.databaseFile)
    rig.restart()
    await rig.start()
    rig.charging.close()
    for (const part of ['-wal', '-shm']) rmSync(rig.databaseFile + part, { force: true })
    writeFileSync(rig.databaseFile, copy)
    openAgain(rig)
    await settle()
    expect(await codeOf(() => rig.start('r2'))).toBe('start-open')
    await rig.clock.advance(15 * MINUTE_MS)
    expect((await rig.start('r3')).step).toBe('requested')
  })

  it('is whole, a start that was never sent is not missed', async () => {
    const rig = createRig()
    rig.platform.on('ConnectorNow', () => statusNow('Faulted'))
    expect(await codeOf(() => rig.start())).toBe('connector-not-startable')
    rig.platform.on('ConnectorNow', () => statusNow('Available'))
    rig.restart()
    expect((await rig.start('r2')).step).toBe('requested')
  })
})
