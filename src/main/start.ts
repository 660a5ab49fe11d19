import path from 'node:path'
import { demoPeople } from './desk/demo-people.ts'
import { openDesk } from './desk/desk.ts'
import type { Host, House } from './house.ts'
import type { Handlers } from './ipc/dispatch.ts'
import { reprovision } from './provision/reprovision.ts'
import { watchProvision } from './provision/watch.ts'
import type { Launch } from './settings/launch.ts'
import { createSettingsBook } from './settings/settings-book.ts'
import { isLogoId, logoOf } from './settings/logo.ts'
import type { Settled } from './settings/settled.ts'
import { openVault } from './settings/vault.ts'
import { siteScene } from './site-scene.ts'
import { openSetup } from './setup/open-setup.ts'
import { openStage } from './stage.ts'
import type { Terminal } from './terminal-deps.ts'
import { trainingScene } from './training-scene.ts'

/** A terminal on its stage, and the door to its desk. */
export interface Started {
  handlers(): Handlers
  /** For the outside: status file and metrics. */
  condition: Terminal['condition']
  /** A picture that the page may show: the operator's logo, or one of the site. */
  picture: Terminal['picture']
  readonly house: House
  linkChanged(): void
  close(): void
}

/** Starts the terminal that this launch was asked for: on the demo network, or at a platform. */
export async function startTerminal(launch: Launch, host: Host): Promise<Started> {
  const { log, clock, argv, env, openStore } = host
  const { homeDir, provision } = launch
  const vault = await openVault(homeDir, host.safeStorage, log, launch.options.secrets)
  const book = { argv, env, homeDir, openStore, nowMs: clock.now, vault, provision }
  const settings = createSettingsBook(book)
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
  let training = false

  let logo = logoOf(settled, homeDir, log)

  const takeUp = (next: Settled): void => {
    settled = next
    logo = logoOf(next, homeDir, log)
  }
  /** Who may come in, where the provisioning file says it: a forgotten PIN is a new one then. */
  const setPeople = async ({ people }: Settled): Promise<void> => {
    if (people) await desk.people.replace(people)
  }
  const show = async (next: Settled): Promise<void> => {
    const before = settled
    const scene = await siteScene(next, { house, host, vault })
    takeUp(next)
    try {
      stage.swap(scene)
    } catch (error) {
      takeUp(before)
      throw error
    }
  }
  const house: House = {
    desk,
    settled: () => settled,
    settings,
    setup: openSetup(
      {
        ...{ house: () => house, desk, vault, log, homeDir },
        openFileVault: () => openVault(homeDir, host.safeStorage, log, 'file'),
      },
      host,
    ),
    provisioned: provision.current,
    vault,
    homeDir,
    logo: () => logo,
    restage: () =>
      inTurn(async () => {
        const next = await settings.read()
        await setPeople(next)
        if (training) takeUp(next)
        else await show(next)
        log.info({ demo: next.options.demo }, 'the terminal has new settings')
        if (training) stage.announce()
      }),
    isTraining: () => training,
    quit: host.quit,
    relaunch: host.relaunch,
    enterTraining: () =>
      inTurn(async () => {
        if (training) return
        desk.audit.write({ action: 'training.enter' })
        stage.swap(await trainingScene(settled, { house, host }))
        training = true
        log.info({}, 'training begins')
      }),
    leaveTraining: () =>
      inTurn(async () => {
        if (!training) return
        await show(await settings.read())
        training = false
        desk.audit.note({ action: 'training.leave' })
        log.info({}, 'training ends')
      }),
  }
  const [first] = await Promise.all([
    siteScene(settled, { house, host, vault }),
    setPeople(settled),
  ])
  const stage = openStage(first, host.emit)
  const unwatch = watchProvision(provision, clock, () => {
    reprovision({ provision, log, restage: house.restage, announce: stage.announce })
  })
  return {
    handlers: stage.handlers,
    condition: stage.condition,
    picture: (id) => (isLogoId(id) ? Promise.resolve(logo) : stage.picture(id)),
    house,
    linkChanged: stage.linkChanged,
    close() {
      unwatch()
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
