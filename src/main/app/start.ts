import path from 'node:path'
import { leastDigitsOf } from '#common/pin-rules.ts'
import { openDesk, type Desk } from '#main/desk/desk.ts'
import type { Log } from '#main/core/log.ts'
import type { Handlers } from '#main/ipc/dispatch.ts'
import { logWarnings, reprovision } from '#main/provision/reprovision.ts'
import { watchProvision } from '#main/provision/watch.ts'
import type { AppServices } from '#main/services/app-services.ts'
import { isLogoId } from '#main/settings/logo.ts'
import { isPlanId } from '#main/settings/plan.ts'
import type { ResolvedSettings } from '#main/settings/resolved.ts'
import { createSettingsStore } from '#main/settings/settings-store.ts'
import { openVault, type MovableVault } from '#main/settings/vault.ts'
import { openSetup } from '#main/setup/open-setup.ts'
import { withSiteKey } from '#main/setup/site-key.ts'
import { createActiveTerminal, type ActiveTerminal } from './active-terminal.ts'
import { createCurrentSettings, type CurrentSettings } from './current-settings.ts'
import type { Host } from './host.ts'
import type { Launch } from './launch.ts'
import { siteTerminalFactory } from './site-terminal.ts'
import type { Terminal } from './terminal-deps.ts'
import { createTerminalSwitch, type TerminalFactories } from './terminal-switch.ts'
import { trainingTerminalFactory } from './training-terminal.ts'

/** The running program: its active terminal and its services. */
export interface Started {
  handlers(): Handlers
  /** For the outside: status file and metrics. */
  condition: Terminal['condition']
  /** A picture that the page may show: one of the operator's own, or of the site. */
  picture: Terminal['picture']
  readonly services: AppServices
  linkChanged(): void
  close(): void
}

/** Starts the terminal that this launch was asked for: on the demo network, or at a platform. */
export async function startTerminal(launch: Launch, host: Host): Promise<Started> {
  const { log, clock } = host
  const { provision } = launch
  // Made, each of those before it.
  const { homeDir } = launch
  const vault = await openVault(homeDir, host.safeStorage, host)
  const settings = createSettingsStore({ ...host, homeDir, nowMs: clock.now, vault, provision })
  const current = createCurrentSettings(await settings.read(), { homeDir, log })
  const desk = await openDeskOf({ launch, host, vault, current })
  const active = createActiveTerminal(host.emit)
  const prepare = preparation({ desk, vault, host, homeDir })
  const factories = (): TerminalFactories => ({
    site: (next) => siteTerminalFactory(next, { services, host, vault }),
    training: (next) => trainingTerminalFactory(next, { services, host }),
  })
  const switching = createTerminalSwitch({
    ...{ active, factories, current, settings, desk, clock, log },
    prepare: async (next) => {
      await prepare.secrets(next)
      await prepare.people(next)
    },
  })
  const program = { resolved: current.get, settings, applySettings: switching.applySettings }
  const services: AppServices = {
    ...{ desk, ...program, vault, homeDir, provisioned: provision.current },
    setup: openSetup({ program, desk, vault, log, homeDir }, host),
    installedVersion: host.installedVersion,
    ...{ logo: current.logo, logoFault: current.logoFault },
    ...{ plan: current.plan, planFault: current.planFault },
    isTraining: switching.isTraining,
    enterTraining: switching.enterTraining,
    leaveTraining: switching.leaveTraining,
    quit: host.quit,
    relaunch: host.relaunch,
  }
  // Started.
  await prepare.secrets(current.get())
  const [first] = await Promise.all([
    factories().site(current.get()),
    prepare.people(current.get()),
  ])
  active.start(first)
  const unwatch = watchProvisioning({ launch, host, services, active })
  vault.onOpened(() => {
    takeUpSecrets({ desk, services, log })
  })
  return {
    ...{ handlers: active.handlers, condition: active.condition, services },
    picture: pictureOf(current, active),
    linkChanged: active.linkChanged,
    close() {
      unwatch()
      switching.close()
      active.close()
      desk.close()
    },
  }
}

/** The operator's own, else one of the site. */
function pictureOf(current: CurrentSettings, active: ActiveTerminal): Terminal['picture'] {
  return async (id) => {
    if (isLogoId(id)) return current.logo()
    return isPlanId(id) ? current.plan() : active.picture(id)
  }
}

function openDeskOf(parts: {
  launch: Launch
  host: Host
  vault: MovableVault
  current: CurrentSettings
}): Promise<Desk> {
  const { launch, host, vault, current } = parts
  return openDesk({
    file: path.join(launch.homeDir, 'desk.db'),
    ...{ vault, log: host.log, clock: host.clock },
    settings: () => current.get().desk,
    isUnset: () => current.get().options.demo,
    leastDigits: () => leastDigitsOf(current.get().options),
  })
}

/** What settings move besides the terminal: where secrets lie, and who may come in. */
function preparation(parts: { desk: Desk; vault: MovableVault; host: Host; homeDir: string }): {
  secrets(next: ResolvedSettings): Promise<void>
  people(next: ResolvedSettings): Promise<void>
} {
  const { desk, vault, host, homeDir } = parts
  return {
    async secrets({ options }) {
      // Without its settings nobody knows where a site's secrets belong, and the demo has none.
      if (options.endpoint === null) return
      if (await vault.moveTo(options.secrets)) {
        await desk.keepPeople()
        await withSiteKey({ vault, log: host.log, homeDir }, (key) => key.get())
      }
      vault.tidy()
    },
    /** Where the provisioning file names them: a forgotten PIN is a new one then. */
    async people({ people }) {
      if (people) await desk.people.replace(people)
      desk.access.peopleChanged()
    },
  }
}

/** Secrets that came late: people may come in again, and the terminal signs in as it would have. */
function takeUpSecrets({
  desk,
  services,
  log,
}: {
  desk: Desk
  services: AppServices
  log: Log
}): void {
  desk.people
    .readAgain()
    .then(() => services.applySettings())
    .catch((error: unknown) => {
      log.error({ error: String(error) }, 'secrets that came late cannot be taken up')
    })
}

/** A changed provisioning file takes effect by itself. Returns what ends that. */
function watchProvisioning(parts: {
  launch: Launch
  host: Host
  services: AppServices
  active: ActiveTerminal
}): () => void {
  const { provision } = parts.launch
  const { log, clock } = parts.host
  const { applySettings } = parts.services
  logWarnings(provision.current(), log)
  return watchProvision(provision, clock, () => {
    reprovision({ provision, log, applySettings, announce: parts.active.announce })
  })
}
