import { fullNumber } from '#common/plug-number.ts'
import type { ClockReading, TerminalInfo } from '#contract/terminal.ts'
import { createAccountDesk } from '#main/account/account.ts'
import { createAsk } from '#main/ask/ask.ts'
import { failureOf } from '#main/core/errors.ts'
import { historySession } from '#main/desk/sessions/history.ts'
import { createDocuments } from '#main/documents/documents.ts'
import { createHandlers, type HandlerParts } from '#main/ipc/handlers.ts'
import { isClockOff } from '#main/platform/clock-off.ts'
import { createToldPlaces } from '#main/site/told-place.ts'
import { createReceipts } from '#main/receipt/receipts.ts'
import { findByEvseId } from '#main/site/find.ts'
import type { Monitor } from '#main/site/monitor.ts'
import type { Condition } from '#main/status/status.ts'
import { healthOf, unknownOnPlan } from './health.ts'
import { openOutgoing } from './outgoing.ts'
import type { Terminal, TerminalDeps } from './terminal-deps.ts'
import { openSiteLink } from './site-link.ts'
import { createSiteMonitor, createTerminalParts, type TerminalParts } from './terminal-parts.ts'
import { createTrouble, type Trouble } from './trouble.ts'

/** The whole terminal but its window: everything of main that needs no Electron, put together. */
export function createTerminal(deps: TerminalDeps): Terminal {
  const parts = createTerminalParts(deps)
  const { charging, liveModel, prices, pictures, sessions } = parts
  const trouble = troubleOf(deps)
  const monitor = createSiteMonitor(deps, parts, trouble)
  const announcer = createAnnouncer(deps, trouble)
  const made = handlerPartsOf({ deps, parts, monitor, info: announcer.info })
  const unwire = wire({ deps, parts, monitor, trouble, announcer })
  const condition = (): Condition =>
    conditionOf({ deps, parts, monitor, trouble, health: made.health() })
  const outgoing = openOutgoing(deps, {
    parts,
    siteName: () => liveModel.current().site?.label ?? '',
    sight: () => ({
      ...{ link: monitor.link, connectors: liveModel.current().connectors },
      ...{ trouble: condition().trouble, failedInARow: charging.failedInARow() },
    }),
  })
  const link = openSiteLink(deps, { parts, state: () => toldOf(deps, condition()) })
  return {
    handlers: createHandlers({
      ...made,
      testAlert: outgoing?.alerts?.test ?? null,
      outgoingWays: () => outgoing?.ways() ?? [],
      siteLink: () => link?.standing() ?? null,
    }),
    condition,
    picture: pictures.read,
    start() {
      void charging.reconcile()
      monitor.start()
      outgoing?.start()
      link?.start()
    },
    announce() {
      announcer.clock()
      announcer.terminal()
    },
    linkChanged: monitor.linkChanged,
    close() {
      unwire()
      outgoing?.close()
      link?.close()
      monitor.close()
      prices.close()
      charging.close()
      sessions.close()
      deps.view.forget()
      liveModel.save()
    },
  }
}

/** Where nothing says where the platform is, that is the trouble, whatever else there is. */
function troubleOf({ notSetUp }: TerminalDeps): Trouble {
  const trouble = createTrouble()
  const notSetUpFailure = failureOf('not-set-up', 'nothing says where the platform is')
  return notSetUp ? { ...trouble, current: () => notSetUpFailure } : trouble
}

/** What the page hears of the terminal itself. */
interface Announcer {
  info(): TerminalInfo
  terminal(): void
  clock(): void
}

function createAnnouncer(deps: TerminalDeps, trouble: Trouble): Announcer {
  const { clock } = deps
  const { generation, emit } = deps.context
  const { access } = deps.desk
  const { idleAlertMs, withoutInvoice } = deps.deskSettings
  const clockReading = (): ClockReading => ({ nowMs: clock.now(), speed: clock.speed })
  const info = (): TerminalInfo => ({
    ...deps.facts,
    generation,
    hasSettingsFault: deps.services.provisioned().faults.length > 0,
    mode: access.mode(),
    desk: access.state(),
    deskRules: { idleAlertMs, withoutInvoice },
    clock: clockReading(),
    trouble: trouble.current(),
  })
  return {
    info,
    terminal() {
      emit('terminal', info())
    },
    clock() {
      emit('clock', clockReading())
    },
  }
}

/** Who hears of whom. Returns what ends that. */
function wire(wired: {
  deps: TerminalDeps
  parts: TerminalParts
  monitor: Monitor
  trouble: Trouble
  announcer: Announcer
}): () => void {
  const { deps, parts, monitor, trouble, announcer } = wired
  const { charging, liveModel } = parts
  const { access } = deps.desk
  trouble.listen(announcer.terminal)
  const unwire = [
    charging.onChange(liveModel.changed),
    deps.rules.onChange(liveModel.changed),
    charging.onUrgent(monitor.refreshNow),
    access.onChange(({ keepsGuest }) => {
      if (access.mode() === 'guest' && !keepsGuest) {
        charging.guestLeft()
        deps.view.forget()
      }
      announcer.terminal()
      liveModel.changed()
    }),
    deps.clock.onJump(() => {
      announcer.clock()
      liveModel.changed()
    }),
  ]
  return () => {
    for (const end of unwire) end()
  }
}

/** What the commands of the page are carried out with. */
function handlerPartsOf(made: {
  deps: TerminalDeps
  parts: TerminalParts
  monitor: Monitor
  info: () => TerminalInfo
}): Omit<HandlerParts, 'testAlert' | 'outgoingWays' | 'siteLink'> {
  const { deps, parts, monitor, info } = made
  const { clock, log, accounts, rules, services, dataDir } = deps
  const { platform, session, http, rate, skewMs } = parts
  const { charging, prices, liveModel, pictures, sessions } = parts
  const { access, audit } = deps.desk
  const account = createAccountDesk({
    ...{ platform, session, accounts, audit },
    onChange() {
      prices.forget()
      monitor.linkChanged()
    },
  })
  const receipts = createReceipts({
    model: liveModel.current,
    timeZone: deps.facts.timeZone,
    printPage: deps.printPage,
    logo: services.logo,
    station: createToldPlaces(platform),
    printed: charging.printed,
    currency: charging.desk.currency,
    session: (id) => historySession(platform, id),
    platformNowMs: () => clock.now() + skewMs(),
  })
  const asked = () => (access.mode() === 'setup' ? services.setup.platform() : platform)
  return {
    ...{ log, info, monitor, liveModel, charging, receipts, pictures, access, account, sessions },
    ...{ rules, services, dataDir, desk: deps.desk, setup: services.setup },
    ...{ onAlive: deps.onAlive, voice: deps.voice, view: deps.view, nowMs: clock.now },
    ask: createAsk({ platform: asked, access, audit }),
    find: (evseId) => findByEvseId(evseId, liveModel.staticConnectors(), platform),
    documents: createDocuments({ platform, audit, openOutside: deps.openOutside }),
    health: () => ({
      ...healthOf(deps.facts, charging.state()),
      requestsLastMinute: rate.lastMinute(),
      skewMs: http.skewMs,
      isClockOff: isClockOff(http),
      planUnknown: unknownOnPlan(deps.facts, liveModel.current()),
    }),
    deskSettings: () => deps.deskSettings,
    numberOf(connectorId) {
      const connector = liveModel.connector(connectorId)
      return connector ? fullNumber(connector) : connectorId
    },
  }
}

/** For the outside: status file and metrics. */
function conditionOf(made: {
  deps: TerminalDeps
  parts: TerminalParts
  monitor: ReturnType<typeof createSiteMonitor>
  trouble: Trouble
  health: ReturnType<HandlerParts['health']>
}): Condition {
  const { deps, parts, monitor, trouble, health } = made
  const { charging, leftOut } = parts
  const { access } = deps.desk
  const { requestsLastMinute, skewMs, openStarts, runningSessions } = health
  return {
    mode: access.mode(),
    training: deps.facts.training,
    link: monitor.link,
    refreshedAtMs: monitor.refreshedAtMs(),
    trouble: trouble.current()?.code ?? (health.isClockOff ? 'clock-wrong' : null),
    door: access.tries(),
    ...{ openStarts, runningSessions, requestsLastMinute, skewMs },
    ...{ starts: charging.startEnds(), stops: charging.stopEnds() },
    connectors: countedBy(parts.liveModel.current().connectors.map(({ state }) => state)),
    platformErrors: Object.fromEntries(parts.errors.counts()),
    readingsLeftOut: charging.readingsLeftOut(),
    valuesLeftOut: leftOut.count(),
    unheededStops: charging.unheededStops(),
  }
}

/** What the other terminals and the site's own systems are told of this one: nothing of guests. */
function toldOf({ facts }: TerminalDeps, condition: Condition): Readonly<Record<string, unknown>> {
  const { mode, link, trouble, connectors, openStarts, runningSessions } = condition
  return {
    version: facts.version,
    platform: { state: link.state, sinceMs: link.sinceMs },
    ...{ mode, trouble, connectors, openStarts, runningSessions },
    ...{ starts: condition.starts, stops: condition.stops },
    refreshedAtMs: condition.refreshedAtMs,
  }
}

/** How often each word is there. */
function countedBy(words: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const word of words) counts[word] = (counts[word] ?? 0) + 1
  return counts
}
