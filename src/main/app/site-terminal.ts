import path from 'node:path'
import { createClock, type AdjustableClock, type Clock } from '#common/clock.ts'
import { openAccountKeeper } from '#main/platform/account-keeper.ts'
import { startDemo } from './demo.ts'
import { demoPeople } from '#main/desk/demo-people.ts'
import type { Desk } from '#main/desk/desk.ts'
import type { AppServices } from '#main/services/app-services.ts'
import type { Host } from './host.ts'
import { makeFolder } from '#main/core/files.ts'
import { createRulesStore } from '#main/settings/rules-store.ts'
import { isNotSetUp, type ResolvedSettings } from '#main/settings/resolved.ts'
import { terminalId } from '#main/settings/terminal-id.ts'
import { createMemoryVault, type Vault } from '#main/settings/vault.ts'
import type { TerminalFactory } from './active-terminal.ts'
import { accountOf, factsOf } from './facts.ts'
import { createTerminal } from './terminal.ts'
import type { TerminalDeps } from './terminal-deps.ts'

const KEEP_TIME_EVERY_MS = 10_000

/** The terminal of the site: at its platform, or on the demo network. */
export async function siteTerminalFactory(
  resolved: ResolvedSettings,
  { services, host, vault }: { services: AppServices; host: Host; vault: Vault },
): Promise<TerminalFactory> {
  const { options, guest, dataDir } = resolved
  makeFolder(dataDir)
  const clock = createClock({ speed: options.demo ? options.demoSpeed : 1 })
  const demo = options.demo ? await startDemo(clock, options) : null
  if (demo) process.stdout.write(`simulator ${demo.origin}\n`)
  const stopKeeping = demo ? () => undefined : keepTime(clock)
  // The demo's account is worth nothing, and another one at each launch.
  const notSetUp = isNotSetUp(options)
  const accountVault = demo || notSetUp ? createMemoryVault() : vault
  const configured = demo?.account ?? accountOf(options)
  const accounts = await openAccountKeeper({ vault: accountVault, configured, log: host.log })
  const desk = demo ? await demoDesk(resolved, services.desk, clock) : services.desk
  const id = terminalId(services.homeDir, host.log)
  return {
    create: (context) => {
      desk.takeOver()
      return createTerminal({
        ...hostParts(resolved, host),
        notSetUp,
        terminalId: id,
        clock,
        vault: accountVault,
        accounts,
        // The demo's cards are not the terminal's: its rules last as long as itself.
        rules: createRulesStore(
          guest.rules,
          demo ? null : (changed) => services.settings.write({ guest: changed }),
        ),
        choice: demo?.siteId ?? options.stations ?? options.site,
        stopCodeKey: resolved.stopCodeKey,
        // Nobody is to be told of a demo's faults.
        ...(!demo && !notSetUp && { outgoing: resolved.outgoing, link: resolved.link }),
        dataDir,
        desk,
        services,
        printPage: host.printerOf({
          ...{ printer: guest.printer, paper: guest.paper },
          folder: path.join(dataDir, 'receipts'),
        }),
        facts: factsOf(resolved, host, {
          logo: services.logo() !== null,
          plan: services.plan() !== null,
        }),
        context,
      })
    },
    dispose() {
      stopKeeping()
      if (demo) desk.close()
      void demo?.close()
    },
  }
}

/** The demo's own desk: PINs that were set by hand there open no other. The provisioning file's hold here, too. */
async function demoDesk(
  { dataDir, people }: ResolvedSettings,
  site: Desk,
  clock: Clock,
): Promise<Desk> {
  const desk = await site.elsewhere(path.join(dataDir, 'desk.db'), clock, demoPeople)
  if (people) await desk.people.replace(people)
  return desk
}

/** What a terminal has of its host and its operator, whatever it shows. */
export function hostParts(
  { options, desk }: ResolvedSettings,
  { log, fetch, resolveHost, onAlive, openOutside, voice, view }: Host,
): Pick<
  TerminalDeps,
  | 'log'
  | 'fetch'
  | 'resolveHost'
  | 'openOutside'
  | 'deskSettings'
  | 'onAlive'
  | 'voice'
  | 'view'
  | 'onFirstLive'
> {
  return {
    log,
    fetch,
    resolveHost,
    openOutside: options.kiosk ? null : openOutside,
    deskSettings: desk,
    onAlive,
    voice,
    view,
    onFirstLive: () => process.stdout.write('board live\n'),
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
