import path from 'node:path'
import { createSerialQueue } from '#common/serial-queue.ts'
import { carryOut } from './desk/carry-out.ts'
import { openDesk } from './desk/desk.ts'
import { leastDigitsOf } from '#common/pin-rules.ts'
import type { Host, AppServices } from './app-services.ts'
import type { Handlers } from './ipc/dispatch.ts'
import { logWarnings, reprovision } from './provision/reprovision.ts'
import { watchProvision } from './provision/watch.ts'
import type { Launch } from './settings/launch.ts'
import { createSettingsStore } from './settings/settings-store.ts'
import type { Picture } from './site/picture-file.ts'
import { isLogoId, logoOf } from './settings/logo.ts'
import type { ResolvedSettings } from './settings/resolved.ts'
import { openVault } from './settings/vault.ts'
import { siteTerminalFactory } from './site-terminal.ts'
import { openSetup } from './setup/open-setup.ts'
import { withSiteKey } from './setup/site-key.ts'
import { openActiveTerminal } from './active-terminal.ts'
import type { Terminal } from './terminal-deps.ts'
import { trainingTerminalFactory } from './training-terminal.ts'
import { whenIdle } from './when-idle.ts'

/** A training that everybody has left must not stand there in place of the site. */
const TRAINING_IDLE_MS = 30 * 60_000

/** The running program: its active terminal and its services. */
export interface Started {
  handlers(): Handlers
  /** For the outside: status file and metrics. */
  condition: Terminal['condition']
  /** A picture that the page may show: the operator's logo, or one of the site. */
  picture: Terminal['picture']
  readonly services: AppServices
  linkChanged(): void
  close(): void
}

/** Starts the terminal that this launch was asked for: on the demo network, or at a platform. */
export async function startTerminal(launch: Launch, host: Host): Promise<Started> {
  const { log, clock, argv, env, openStore } = host
  const { homeDir, provision } = launch
  const vault = await openVault(homeDir, host.safeStorage, log)
  const book = { argv, env, homeDir, openStore, nowMs: clock.now, vault, provision }
  const settings = createSettingsStore(book)
  let resolved = await settings.read()
  const desk = await openDesk({
    file: path.join(homeDir, 'desk.db'),
    vault,
    log,
    clock,
    settings: () => resolved.desk,
    isUnset: () => resolved.options.demo,
    leastDigits: () => leastDigitsOf(resolved.options),
  })
  const queue = createSerialQueue()
  let training = false
  let stopWatching = (): void => undefined

  let logo = logoOf(resolved, homeDir, log)
  const picture = (): Picture | null => (typeof logo === 'string' ? null : logo)

  const apply = (next: ResolvedSettings): void => {
    resolved = next
    logo = logoOf(next, homeDir, log)
  }
  /** Who may come in, where the provisioning file says it: a forgotten PIN is a new one then. */
  const setPeople = async ({ people }: ResolvedSettings): Promise<void> => {
    if (people) await desk.people.replace(people)
    desk.access.peopleChanged()
  }
  const keepSecrets = async ({ options }: ResolvedSettings): Promise<void> => {
    // Without its settings nobody knows where a site's secrets belong, and the demo has none.
    if (options.endpoint === null) return
    if (await vault.moveTo(options.secrets)) {
      await desk.keepPeople()
      await withSiteKey({ vault, log, homeDir }, (key) => key.get())
    }
    vault.tidy()
  }
  const show = async (next: ResolvedSettings): Promise<void> => {
    const before = resolved
    const factory = await siteTerminalFactory(next, { services, host, vault })
    apply(next)
    try {
      active.replace(factory)
    } catch (error) {
      apply(before)
      throw error
    }
  }
  const services: AppServices = {
    desk,
    resolved: () => resolved,
    settings,
    setup: openSetup({ services: () => services, desk, vault, log, homeDir }, host),
    provisioned: provision.current,
    vault,
    homeDir,
    logo: picture,
    logoFault: () => (typeof logo === 'string' ? logo : null),
    applySettings: () =>
      queue(async () => {
        const next = await settings.read()
        await keepSecrets(next)
        await setPeople(next)
        if (training) apply(next)
        else await show(next)
        log.info({ demo: next.options.demo }, 'the terminal has new settings')
        if (training) active.announce()
      }),
    isTraining: () => training,
    quit: host.quit,
    relaunch: host.relaunch,
    enterTraining: () =>
      queue(async () => {
        if (training) return
        await carryOut(desk.auditNow(), { action: 'training.enter' }, async () => {
          active.replace(await trainingTerminalFactory(resolved, { services, host }))
        })
        training = true
        stopWatching = whenIdle({
          clock,
          touchedAtMs: desk.access.touchedAtMs,
          afterMs: TRAINING_IDLE_MS,
          end: () => {
            services.leaveTraining().catch((error: unknown) => {
              log.error({ error: String(error) }, 'training cannot end')
            })
          },
        })
        log.info({}, 'training begins')
      }),
    leaveTraining: () =>
      queue(async () => {
        if (!training) return
        await show(await settings.read())
        training = false
        stopWatching()
        desk.auditNow().note({ action: 'training.leave' })
        log.info({}, 'training ends')
      }),
  }
  await keepSecrets(resolved)
  const [first] = await Promise.all([
    siteTerminalFactory(resolved, { services, host, vault }),
    setPeople(resolved),
  ])
  const active = openActiveTerminal(first, host.emit)
  logWarnings(provision.current(), log)
  const unwatch = watchProvision(provision, clock, () => {
    reprovision({
      provision,
      log,
      applySettings: services.applySettings,
      announce: active.announce,
    })
  })
  return {
    handlers: active.handlers,
    condition: active.condition,
    picture: (id) => (isLogoId(id) ? Promise.resolve(picture()) : active.picture(id)),
    services,
    linkChanged: active.linkChanged,
    close() {
      unwatch()
      stopWatching()
      active.close()
      desk.close()
    },
  }
}
