import path from 'node:path'
import type { systemCommands } from '#contract/commands/system.ts'
import type { Health, OutgoingWay } from '#contract/system.ts'
import { exportAudit } from '#main/desk/audit-csv.ts'
import { carryOut } from '#main/desk/carry-out.ts'
import type { Desk } from '#main/desk/desk.ts'
import { CommandError, failureOf } from '#main/core/errors.ts'
import type { AppServices } from '#main/services/app-services.ts'
import { lastLogLines } from '#main/core/log-lines.ts'
import type { Handlers } from './dispatch.ts'

export interface SystemParts {
  /** Settings, training, and the end of the program. */
  services: AppServices
  desk: Desk
  health: () => Omit<
    Health,
    | 'installed'
    | 'vault'
    | 'provisioning'
    | 'endpoint'
    | 'logoFault'
    | 'planFault'
    | 'outgoing'
    | 'siteLink'
  >
  /** Where this terminal's files lie. */
  dataDir: string
  nowMs: () => number
  /** Tries the ways that alerts go; null: nobody is told of any. */
  testAlert: (() => void) | null
  /** How the ways out of this terminal stand. */
  outgoingWays: () => OutgoingWay[]
  /** Null: this terminal stands alone. */
  siteLink: () => Health['siteLink']
}

/** The terminal itself: training, health, settings. */
export function systemHandlers(parts: SystemParts): Pick<Handlers, keyof typeof systemCommands> {
  const { services, desk } = parts
  return {
    'training.enter': async () => {
      await services.enterTraining()
      return null
    },
    'training.leave': async () => {
      await services.leaveTraining()
      return null
    },
    'terminal.quit': () => {
      desk.audit.write({ action: 'terminal.quit' })
      services.quit()
      return null
    },
    'terminal.relaunch': () => {
      desk.audit.write({ action: 'terminal.relaunch' })
      services.relaunch()
      return null
    },
    'terminal.health': () => {
      const { file, isLastGood, faults, warnings } = services.provisioned()
      const health = parts.health()
      const installed = services.installedVersion()
      return {
        ...health,
        installed: installed === health.version ? null : installed,
        endpoint: services.resolved().options.endpoint,
        vault: services.vault.kind,
        outgoing: parts.outgoingWays(),
        siteLink: parts.siteLink(),
        ...{ logoFault: services.logoFault(), planFault: services.planFault() },
        provisioning:
          file === null ? null : { file, isLastGood, faults: [...faults], warnings: [...warnings] },
      }
    },
    'terminal.settings': () => services.settings.shown(),
    'terminal.changeSettings': async ({ changes }) => {
      assertNoTraining(services)
      const event = { action: 'settings.change', subject: Object.keys(changes).join(', ') }
      await carryOut(desk.audit, event, async () => {
        await services.settings.write(changes)
        await services.applySettings()
      })
      return null
    },
    'terminal.testAlert': async () => {
      const { testAlert } = parts
      if (!testAlert) throw new CommandError(failureOf('invalid', 'Nobody is told of trouble.'))
      await carryOut(desk.audit, { action: 'alerts.test' }, testAlert)
      return null
    },
    'terminal.log': () => lastLogLines(services.homeDir),
    'desk.exportAudit': () =>
      carryOut(desk.audit, { action: 'audit.export' }, () =>
        exportAudit(desk.audit, path.join(parts.dataDir, 'exports'), parts.nowMs()),
      ),
  }
}

/** In training nothing of the site's own may change. Throws a CommandError `wrong-mode`. */
export function assertNoTraining(services: Pick<AppServices, 'isTraining'>): void {
  if (services.isTraining()) {
    throw new CommandError(failureOf('wrong-mode', 'Training changes nothing of the terminal.'))
  }
}
