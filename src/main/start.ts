import path from 'node:path'
import { demoPeople } from './desk/demo-people.ts'
import { openDesk } from './desk/desk.ts'
import type { Host, House } from './house.ts'
import type { Handlers } from './ipc/dispatch.ts'
import type { Launch } from './settings/launch.ts'
import { createSettingsBook } from './settings/settings-book.ts'
import { openVault } from './settings/vault.ts'
import { siteScene } from './site-scene.ts'
import { openSetup } from './setup/open-setup.ts'
import { openStage } from './stage.ts'

/** A terminal on its stage, and the door to its desk. */
export interface Started {
  handlers(): Handlers
  readonly house: House
  linkChanged(): void
  close(): void
}

/** Starts the terminal that this launch was asked for: on the demo network, or at a platform. */
export async function startTerminal(launch: Launch, host: Host): Promise<Started> {
  const { log, clock, argv, env, openStore } = host
  const { homeDir } = launch
  const vault = await openVault(homeDir, host.safeStorage, log)
  const settings = createSettingsBook({ argv, env, homeDir, openStore, nowMs: clock.now, vault })
  let settled = await settings.read()
  const desk = await openDesk({
    file: path.join(homeDir, 'desk.db'),
    vault,
    log,
    clock,
    settings: () => settled.desk,
    isUnset: () => settled.options.demo,
    examples: () => (settled.options.demo ? demoPeople : []),
  })
  const inTurn = createTurns()
  const house: Omit<House, 'setup'> = {
    desk,
    settled: () => settled,
    settings,
    restage: () =>
      inTurn(async () => {
        const next = await settings.read()
        stage.swap(await siteScene(next, { house: whole, host, vault }))
        settled = next
        log.info({ demo: next.options.demo }, 'the terminal has new settings')
      }),
  }
  const whole: House = { ...house, setup: openSetup({ house, vault, log, homeDir }, host) }
  const stage = openStage(await siteScene(settled, { house: whole, host, vault }), host.emit)
  return {
    handlers: stage.handlers,
    house: whole,
    linkChanged: stage.linkChanged,
    close() {
      stage.close()
      desk.close()
    },
  }
}

/** One after the other, whatever became of the one before. */
function createTurns(): (work: () => Promise<void>) => Promise<void> {
  let last: Promise<unknown> = Promise.resolve()
  return (work) => {
    const turn = last.then(work, work)
    last = turn.catch(() => undefined)
    return turn
  }
}
