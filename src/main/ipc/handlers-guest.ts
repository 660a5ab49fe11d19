import type { guestCommands } from '#contract/commands/guest.ts'
import type { TerminalInfo } from '#contract/terminal.ts'
import type { Charging } from '#main/charging/charging.ts'
import type { Access } from '#main/desk/access.ts'
import type { KeptView } from '#main/core/kept-view.ts'
import type { Log } from '#main/core/log.ts'
import type { Receipts } from '#main/receipt/receipts.ts'
import { knownStation } from '#main/site/known-station.ts'
import type { Monitor } from '#main/site/monitor.ts'
import type { Pictures } from '#main/site/pictures.ts'
import type { LiveModelStore } from '#main/site/live-model-store.ts'
import type { Handlers } from './dispatch.ts'

export interface GuestParts {
  log: Log
  info: () => TerminalInfo
  monitor: Monitor
  liveModel: LiveModelStore
  charging: Charging
  receipts: Receipts
  pictures: Pictures
  access: Pick<Access, 'touched'>
  /** The connector of this site with an EVSE ID. */
  find: (evseId: string) => Promise<string | null>
  ask: Handlers['platform.ask']
  /** The renderer's answer to a probe. */
  onAlive: (probe: number, painted: boolean) => void
  view: KeptView
}

/** What guests' screens ask for. */
export function guestHandlers(parts: GuestParts): Pick<Handlers, keyof typeof guestCommands> {
  return {
    ...screenHandlers(parts),
    ...chargingHandlers(parts),
    ...siteHandlers(parts),
    'receipt.print': async (input) => {
      await parts.receipts.print(input)
      return null
    },
    'platform.ask': parts.ask,
  }
}

function screenHandlers(parts: GuestParts) {
  const { log, monitor, liveModel, charging, view } = parts
  return {
    'terminal.info': parts.info,
    'terminal.touched': () => {
      monitor.touched()
      parts.access.touched()
      view.touched()
      return null
    },
    'terminal.alive': ({ probe, painted }) => {
      parts.onAlive(probe, painted)
      return null
    },
    'terminal.keepView': (kept) => {
      view.keep(kept)
      return null
    },
    'terminal.view': view.current,
    'terminal.report': ({ message, stack }) => {
      log.error({ reason: message, stack }, 'an error in the renderer')
      return null
    },
    'live.model': () => liveModel.current(),
    'live.watch': ({ sessionId }) => {
      charging.watch(sessionId)
      monitor.showsSession(sessionId !== null)
      return null
    },
  } satisfies Partial<Handlers>
}

function chargingHandlers({ charging }: GuestParts) {
  return {
    'charging.options': ({ connectorId }) => charging.options(connectorId),
    'charging.start': (input) => charging.start(input),
    'charging.request': (input) => charging.request(input),
    'charging.withdraw': ({ approvalId }) => {
      charging.withdraw(approvalId)
      return null
    },
    'charging.cancel': ({ startId }) => charging.cancel(startId),
    'charging.claim': async (input) => {
      await charging.claim(input)
      return null
    },
    'charging.claimStart': async (input) => {
      await charging.claimStart(input)
      return null
    },
    'charging.stop': async (input) => {
      await charging.stop(input)
      return null
    },
    'charging.leave': (input) => {
      charging.leave(input)
      return null
    },
    'reader.scan': (input) => charging.scan(input),
    'receipt.reopen': (input) => charging.reopen(input),
    'guest.left': () => {
      charging.guestLeft()
      return null
    },
  } satisfies Partial<Handlers>
}

function siteHandlers({ find, liveModel, pictures }: GuestParts) {
  return {
    'site.find': async ({ evseId }) => ({ connectorId: await find(evseId) }),
    'site.station': ({ stationId }) => knownStation(liveModel.staticConnectors(), stationId),
    'site.pictures': ({ stationId }) => ({ paths: pictures.pathsOf(stationId) }),
  } satisfies Partial<Handlers>
}
