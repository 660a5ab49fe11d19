import path from 'node:path'
import { createClock, type AdjustableClock } from '#common/clock.ts'
import { startDemo } from './demo.ts'
import type { Host, House } from './house.ts'
import { accountOf, factsOf } from './settings/facts.ts'
import type { Settled } from './settings/settled.ts'
import { createMemoryVault, type Vault } from './settings/vault.ts'
import type { Scene } from './stage.ts'
import { createTerminal } from './terminal.ts'

const KEEP_TIME_EVERY_MS = 10_000

/** The terminal of the site: at its platform, or on the demo network. */
export async function siteScene(
  { options, guest, desk: deskSettings, dataDir }: Settled,
  { house, host, vault }: { house: House; host: Host; vault: Vault },
): Promise<Scene> {
  const { log, fetch, onAlive } = host
  const clock = createClock({ speed: options.demo ? options.demoSpeed : 1 })
  const demo = options.demo ? await startDemo(clock, options) : null
  if (demo) process.stdout.write(`simulator ${demo.origin}\n`)
  const stopKeeping = demo ? () => undefined : keepTime(clock)
  // The demo's account is worth nothing, and another one at each launch.
  const accountVault = demo ? createMemoryVault() : vault
  return {
    raise: (place) =>
      createTerminal({
        clock,
        log,
        fetch,
        vault: accountVault,
        account: demo?.account ?? accountOf(options),
        siteId: demo?.siteId ?? options.site,
        dataDir,
        rules: guest.rules,
        desk: house.desk,
        deskSettings,
        house,
        printPage: host.printerOf({
          printer: guest.printer,
          folder: path.join(dataDir, 'receipts'),
        }),
        facts: factsOf(options, guest, host),
        place,
        onAlive,
        onFirstLive: () => process.stdout.write('board live\n'),
      }),
    strike() {
      stopKeeping()
      void demo?.close()
    },
  }
}

/** The machine may sleep, and its time may be corrected: the terminal's clock goes along. */
function keepTime(clock: AdjustableClock): () => void {
  let cancel = (): void => undefined
  const follow = (): void => {
    clock.followMachine()
    cancel = clock.setTimer(KEEP_TIME_EVERY_MS, follow)
  }
  cancel = clock.setTimer(KEEP_TIME_EVERY_MS, follow)
  return () => {
    cancel()
  }
}
