import path from 'node:path'
import type { houseCommands } from '#contract/commands/house.ts'
import type { Health } from '#contract/house.ts'
import { exportAudit } from '#main/desk/audit-csv.ts'
import { carryOut } from '#main/desk/carry-out.ts'
import type { Desk } from '#main/desk/desk.ts'
import { CommandError, failureOf } from '#main/errors.ts'
import type { House } from '#main/house.ts'
import { lastLogLines } from '#main/log-lines.ts'
import type { Handlers } from './dispatch.ts'

export interface HouseParts {
  /** Settings, and another terminal on stage. */
  house: House
  desk: Desk
  health: () => Omit<Health, 'vault' | 'provisioning' | 'endpoint' | 'logoFault'>
  /** Where this terminal's files lie. */
  dataDir: string
  nowMs: () => number
}

/** The terminal itself: training, health, settings. */
export function houseHandlers(parts: HouseParts): Pick<Handlers, keyof typeof houseCommands> {
  const { house, desk } = parts
  return {
    'training.enter': async () => {
      await house.enterTraining()
      return null
    },
    'training.leave': async () => {
      await house.leaveTraining()
      return null
    },
    'terminal.quit': () => {
      desk.audit.write({ action: 'terminal.quit' })
      house.quit()
      return null
    },
    'terminal.relaunch': () => {
      desk.audit.write({ action: 'terminal.relaunch' })
      house.relaunch()
      return null
    },
    'terminal.health': () => {
      const { file, isLastGood, faults, warnings } = house.provisioned()
      return {
        ...parts.health(),
        endpoint: house.settled().options.endpoint,
        vault: house.vault.kind,
        logoFault: house.logoFault(),
        provisioning:
          file === null ? null : { file, isLastGood, faults: [...faults], warnings: [...warnings] },
      }
    },
    'terminal.settings': () => house.settings.shown(),
    'terminal.changeSettings': async ({ changes }) => {
      assertNoTraining(house)
      const deed = { action: 'settings.change', subject: Object.keys(changes).join(', ') }
      await carryOut(desk.audit, deed, async () => {
        await house.settings.write(changes)
        await house.restage()
      })
      return null
    },
    'terminal.log': () => lastLogLines(house.homeDir),
    'desk.exportAudit': () =>
      carryOut(desk.audit, { action: 'audit.export' }, () =>
        exportAudit(desk.audit, path.join(parts.dataDir, 'exports'), parts.nowMs()),
      ),
  }
}

/** In training nothing of the site's own may change. Throws a CommandError `wrong-mode`. */
export function assertNoTraining(house: Pick<House, 'isTraining'>): void {
  if (house.isTraining()) {
    throw new CommandError(failureOf('wrong-mode', 'Training changes nothing of the terminal.'))
  }
}
