import { rmSync } from 'node:fs'
import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { planOf, type Plan } from '#test/faults/plan.ts'
import { playRound, type Spoil } from '#test/faults/run.ts'
import { expect, test } from './host/fixture.ts'

/** What the judge finds in these cycles. */
async function findingsOf(plans: readonly Plan[], spoil?: Spoil): Promise<string[]> {
  const findings: string[] = []
  await playRound(plans, (result) => findings.push(...result.findings), spoil)
  return findings
}

const CALM: Partial<Plan> = {
  ...{ faults: [], cancels: false, hasOther: false, leaves: false, elsewhere: null },
  ...{ second: null, offMs: 0, outageMs: 0, damage: null, target: null, takesReceipt: false },
}

test.describe('the crash suite', () => {
  test('finds nothing wrong in some cycles of power cuts and a bad network', async () => {
    test.setTimeout(180_000)
    const plans = [1, 2, 3].map((cycle) => ({ ...planOf(7, cycle), hasWindow: false }))
    expect(await findingsOf(plans)).toEqual([])
  })

  test('finds nothing wrong in a charge to a target, past wrong readings and a late sum, with its receipt', async () => {
    const faults: Plan['faults'] = [
      { name: 'wrongReading', options: { as: 'soc' }, stage: 'follow' },
      { name: 'lateSum', options: { ms: 30_000 }, stage: 'launch' },
      { name: 'noSessionIds', options: {}, stage: 'launch' },
    ]
    const plan: Plan = {
      ...{ ...planOf(7, 1), ...CALM, hasWindow: false, way: 'card', plug: 'before', faults },
      ...{ stage: 'follow', kill: { point: 'start.charging' }, impatientAfterMs: null },
      target: { kind: 'energy', energyKWh: 1 },
    }
    expect(await findingsOf([plan])).toEqual([])
  })

  test.describe('sees a ledger that forgets', () => {
    const forget: Spoil = ({ folder: { dir } }) => {
      rmSync(path.join(dir, 'ledger.db.starts'), { force: true })
      const ledger = new DatabaseSync(path.join(dir, 'ledger.db'))
      ledger.exec('DELETE FROM starts')
      ledger.close()
    }

    const impatient: Plan = {
      ...{ ...planOf(7, 1), ...CALM, hasWindow: false, way: 'card', plug: 'never' },
      ...{ stage: 'start', kill: { arrived: 'attemptRemoteStart' } },
      ...{ impatientAfterMs: 20_000, impatientWay: 'card' },
    }

    test('by a second start', async () => {
      expect((await findingsOf([impatient], forget)).join()).toContain('doubleStarts')
    })

    test('but a ledger whose file has gone holds the second start back', async () => {
      const lose: Spoil = ({ folder: { dir } }) => {
        for (const end of ['', '-wal', '-shm'])
          rmSync(path.join(dir, `ledger.db${end}`), { force: true })
      }
      expect((await findingsOf([impatient], lose)).join()).not.toContain('doubleStarts')
    })

    test('by a session that belongs to no start', async () => {
      const plan: Plan = {
        ...{ ...planOf(7, 2), ...CALM, hasWindow: false, way: 'card', plug: 'before' },
        ...{ stage: 'follow', kill: { point: 'start.charging' }, impatientAfterMs: null },
      }
      expect((await findingsOf([plan], forget)).join()).toContain('belongs to no start')
    })
  })
})
