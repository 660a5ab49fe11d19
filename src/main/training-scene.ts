import { rmSync } from 'node:fs'
import path from 'node:path'
import { createClock } from '#common/clock.ts'
import { openAccountKeeper } from './account/keeper.ts'
import { startDemo } from './demo.ts'
import type { Host, House } from './house.ts'
import { factsOf } from './settings/facts.ts'
import { makeFolder } from './settings/files.ts'
import { createRulesStore } from './settings/rules-store.ts'
import type { Settled } from './settings/settled.ts'
import { createMemoryVault } from './settings/vault.ts'
import { hostParts } from './site-scene.ts'
import type { Scene } from './stage.ts'
import { createTerminal } from './terminal.ts'

/**
 * The simulator in the place of the site, with the site's own rules. Each training begins anew, in
 * `<home>/training`: ledger, snapshot, receipts and what is written down at the desk stay there.
 */
export async function trainingScene(
  settled: Settled,
  { house, host }: { house: House; host: Host },
): Promise<Scene> {
  const clock = createClock()
  const { demoSeed, demoSite, demoBustle } = settled.options
  const demo = await startDemo(clock, { demoSeed, demoSite, demoBustle, site: null })
  process.stdout.write(`training ${demo.origin}\n`)
  const dataDir = path.join(house.homeDir, 'training')
  rmSync(dataDir, { recursive: true, force: true })
  makeFolder(dataDir)
  const desk = await house.desk.elsewhere(path.join(dataDir, 'desk.db'), clock)
  const vault = createMemoryVault()
  const accounts = await openAccountKeeper({ vault, told: demo.account, log: host.log })
  return {
    raise: (place) => {
      desk.takeOver()
      return createTerminal({
        ...hostParts(settled, host),
        terminalId: 'training',
        clock,
        vault,
        accounts,
        rules: createRulesStore(settled.guest.rules, null),
        choice: demo.siteId,
        dataDir,
        desk,
        house,
        printPage: host.printerOf({
          printer: settled.guest.printer,
          folder: path.join(dataDir, 'receipts'),
        }),
        facts: { ...factsOf(settled, host, house.logo() !== null), training: true },
        place,
      })
    },
    strike() {
      desk.close()
      void demo.close()
    },
  }
}
