import path from 'node:path'
import { createTurns } from '#common/turns.ts'
import { carryOut } from './desk/carry-out.ts'
import { openDesk } from './desk/desk.ts'
import { leastDigitsOf } from '#common/pin-rules.ts'
import type { Host, House } from './house.ts'
import type { Handlers } from './ipc/dispatch.ts'
import { logWarnings, reprovision } from './provision/reprovision.ts'
import { watchProvision } from './provision/watch.ts'
import type { Launch } from './settings/launch.ts'
import { createSettingsBook } from './settings/settings-book.ts'
import type { Picture } from './site/picture-file.ts'
import { isLogoId, logoOf } from './settings/logo.ts'
import type { Settled } from './settings/settled.ts'
import { openVault } from './settings/vault.ts'
import { siteScene } from './site-scene.ts'
import { openSetup } from './setup/open-setup.ts'
import { withSiteKey } from './setup/site-key.ts'
import { openStage } from './stage.ts'
import type { Terminal } from './terminal-deps.ts'
import { trainingScene } from './training-scene.ts'
import { whenIdle } from './when-idle.ts'

/** A training that everybody has left must not stand there in place of the site. */
const TRAINING_IDLE_MS = 30 * 60_000

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
  const vault = await openVault(homeDir, host.safeStorage, log)
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
    leastDigits: () => leastDigitsOf(settled.options),
  })
  const inTurn = createTurns()
  let training = false
  let stopWatching = (): void => undefined

  let logo = logoOf(settled, homeDir, log)
  const picture = (): Picture | null => (typeof logo === 'string' ? null : logo)

  const takeUp = (next: Settled): void => {
    settled = next
    logo = logoOf(next, homeDir, log)
  }
  /** Who may come in, where the provisioning file says it: a forgotten PIN is a new one then. */
  const setPeople = async ({ people }: Settled): Promise<void> => {
    if (people) await desk.people.replace(people)
    desk.access.peopleChanged()
  }
  const keepSecrets = async ({ options }: Settled): Promise<void> => {
    // Without its settings nobody knows where a site's secrets belong, and the demo has none.
    if (options.endpoint === null) return
    if (await vault.moveTo(options.secrets)) {
      await desk.keepPeople()
      await withSiteKey({ vault, log, homeDir }, (key) => key.get())
    }
    vault.tidy()
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
    setup: openSetup({ house: () => house, desk, vault, log, homeDir }, host),
    provisioned: provision.current,
    vault,
    homeDir,
    logo: picture,
    logoFault: () => (typeof logo === 'string' ? logo : null),
    restage: () =>
      inTurn(async () => {
        const next = await settings.read()
        await keepSecrets(next)
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
        await carryOut(desk.auditNow(), { action: 'training.enter' }, async () => {
          stage.swap(await trainingScene(settled, { house, host }))
        })
        training = true
        stopWatching = whenIdle({
          clock,
          touchedAtMs: desk.access.touchedAtMs,
          afterMs: TRAINING_IDLE_MS,
          end: () => {
            house.leaveTraining().catch((error: unknown) => {
              log.error({ error: String(error) }, 'training cannot end')
            })
          },
        })
        log.info({}, 'training begins')
      }),
    leaveTraining: () =>
      inTurn(async () => {
        if (!training) return
        await show(await settings.read())
        training = false
        stopWatching()
        desk.auditNow().note({ action: 'training.leave' })
        log.info({}, 'training ends')
      }),
  }
  await keepSecrets(settled)
  const [first] = await Promise.all([
    siteScene(settled, { house, host, vault }),
    setPeople(settled),
  ])
  const stage = openStage(first, host.emit)
  logWarnings(provision.current(), log)
  const unwatch = watchProvision(provision, clock, () => {
    reprovision({ provision, log, restage: house.restage, announce: stage.announce })
  })
  return {
    handlers: stage.handlers,
    condition: stage.condition,
    picture: (id) => (isLogoId(id) ? Promise.resolve(picture()) : stage.picture(id)),
    house,
    linkChanged: stage.linkChanged,
    close() {
      unwatch()
      stopWatching()
      stage.close()
      desk.close()
    },
  }
}
