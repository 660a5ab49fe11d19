import { createSerialQueue } from '#common/serial-queue.ts'
import type { Clock } from '#common/clock.ts'
import type { Log } from '#main/core/log.ts'
import { carryOut } from '#main/desk/carry-out.ts'
import type { Desk } from '#main/desk/desk.ts'
import type { AppServices } from '#main/services/app-services.ts'
import type { ResolvedSettings } from '#main/settings/resolved.ts'
import type { SettingsStore } from '#main/settings/settings-store.ts'
import type { ActiveTerminal, TerminalFactory } from './active-terminal.ts'
import type { CurrentSettings } from './current-settings.ts'
import { whenIdle } from './when-idle.ts'

/** A training that everybody has left must not stand there in place of the site. */
const TRAINING_IDLE_MS = 30 * 60_000

/** What can be active. */
export interface TerminalFactories {
  site(settings: ResolvedSettings): Promise<TerminalFactory>
  training(settings: ResolvedSettings): Promise<TerminalFactory>
}

/** How another terminal becomes active: with new settings, for training, and back. One change at a time. */
export interface TerminalSwitch extends Pick<
  AppServices,
  'applySettings' | 'isTraining' | 'enterTraining' | 'leaveTraining'
> {
  close(): void
}

export function createTerminalSwitch(deps: {
  active: ActiveTerminal
  /** Asked for when a terminal is made: they need what this is a part of. */
  factories: () => TerminalFactories
  current: CurrentSettings
  settings: Pick<SettingsStore, 'read'>
  desk: Desk
  /** Brings secrets and people to where these settings say. Throws a CommandError `storage`. */
  prepare(next: ResolvedSettings): Promise<void>
  clock: Clock
  log: Log
}): TerminalSwitch {
  const { active, factories, current, settings, desk, clock, log } = deps
  const queue = createSerialQueue()
  let training = false
  let stopWatching = (): void => undefined

  const showSite = async (next: ResolvedSettings): Promise<void> => {
    const before = current.get()
    const factory = await factories().site(next)
    current.replace(next)
    try {
      active.replace(factory)
    } catch (error) {
      current.replace(before)
      throw error
    }
  }

  const leaveTraining = (): Promise<void> =>
    queue(async () => {
      if (!training) return
      await showSite(await settings.read())
      training = false
      stopWatching()
      desk.auditNow().note({ action: 'training.leave' })
      log.info({}, 'training ends')
    })

  const endWhenIdle = (): (() => void) =>
    whenIdle({
      clock,
      touchedAtMs: desk.access.touchedAtMs,
      afterMs: TRAINING_IDLE_MS,
      end: () => {
        leaveTraining().catch((error: unknown) => {
          log.error({ error: String(error) }, 'training cannot end')
        })
      },
    })

  return {
    isTraining: () => training,
    applySettings: () =>
      queue(async () => {
        const next = await settings.read()
        await deps.prepare(next)
        if (training) current.replace(next)
        else await showSite(next)
        log.info({ demo: next.options.demo }, 'the terminal has new settings')
        if (training) active.announce()
      }),
    enterTraining: () =>
      queue(async () => {
        if (training) return
        await carryOut(desk.auditNow(), { action: 'training.enter' }, async () => {
          active.replace(await factories().training(current.get()))
        })
        training = true
        stopWatching = endWhenIdle()
        log.info({}, 'training begins')
      }),
    leaveTraining,
    close() {
      stopWatching()
    },
  }
}
