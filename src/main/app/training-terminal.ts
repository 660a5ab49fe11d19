import { rmSync } from 'node:fs'
import path from 'node:path'
import { createClock } from '#common/clock.ts'
import { openAccountKeeper } from '#main/platform/account-keeper.ts'
import { startDemo } from './demo.ts'
import type { AppServices } from '#main/services/app-services.ts'
import type { Host } from './host.ts'
import { makeFolder } from '#main/core/files.ts'
import { createRulesStore } from '#main/settings/rules-store.ts'
import type { ResolvedSettings } from '#main/settings/resolved.ts'
import { createMemoryVault } from '#main/settings/vault.ts'
import { hostParts } from './site-terminal.ts'
import type { TerminalFactory } from './active-terminal.ts'
import { factsOf } from './facts.ts'
import { createTerminal } from './terminal.ts'

/**
 * The simulator in the place of the site, with the site's own rules. Each training starts empty, in
 * `<home>/training`: ledger, snapshot, receipts and what is written down at the desk stay there.
 */
export async function trainingTerminalFactory(
  resolved: ResolvedSettings,
  { services, host }: { services: AppServices; host: Host },
): Promise<TerminalFactory> {
  const clock = createClock()
  const { demoSeed, demoSite, demoBustle } = resolved.options
  const demo = await startDemo(clock, { demoSeed, demoSite, demoBustle, site: null })
  process.stdout.write(`training ${demo.origin}\n`)
  const dataDir = path.join(services.homeDir, 'training')
  rmSync(dataDir, { recursive: true, force: true })
  makeFolder(dataDir)
  const desk = await services.desk.elsewhere(path.join(dataDir, 'desk.db'), clock)
  const vault = createMemoryVault()
  const accounts = await openAccountKeeper({ vault, configured: demo.account, log: host.log })
  return {
    create: (context) => {
      desk.takeOver()
      return createTerminal({
        ...hostParts(resolved, host),
        terminalId: 'training',
        clock,
        vault,
        accounts,
        rules: createRulesStore(resolved.guest.rules, null),
        choice: demo.siteId,
        dataDir,
        desk,
        services,
        printPage: host.printerOf({
          ...{ printer: resolved.guest.printer, paper: resolved.guest.paper },
          folder: path.join(dataDir, 'receipts'),
        }),
        // The plan is of the site's own plugs.
        facts: {
          ...factsOf(resolved, host, { logo: services.logo() !== null, plan: false }),
          training: true,
        },
        context,
      })
    },
    dispose() {
      desk.close()
      void demo.close()
    },
  }
}
