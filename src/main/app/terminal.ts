import path from 'node:path'
import { fullNumber } from '#common/plug-number.ts'
import { createAccountDesk } from '#main/account/account.ts'
import type { ClockReading, TerminalInfo } from '#contract/terminal.ts'
import { createCharging } from '#main/charging/charging.ts'
import { createDeskSessions } from '#main/desk/sessions/desk-sessions.ts'
import { historySession } from '#main/desk/sessions/history.ts'
import { createDocuments } from '#main/documents/documents.ts'
import { healthOf } from './health.ts'
import { failureOf } from '#main/core/errors.ts'
import { createHandlers, type HandlerParts } from '#main/ipc/handlers.ts'
import { createAsk } from '#main/ask/ask.ts'
import { isClockOff } from '#main/platform/clock-off.ts'
import { createClient } from '#main/platform/client.ts'
import { createHttp } from '#main/platform/http.ts'
import { countLeftOutValues } from '#main/platform/left-out.ts'
import type { Platform } from '#main/platform/platform.ts'
import { countRequests } from '#main/platform/request-rate.ts'
import { createSession } from '#main/platform/auth-session.ts'
import { stableSkew } from '#main/platform/stable-skew.ts'
import { createTokenStore } from '#main/platform/tokens.ts'
import { createReceipts } from '#main/receipt/receipts.ts'
import { findByEvseId } from '#main/site/find.ts'
import { createMonitor } from '#main/site/monitor.ts'
import { createPictures } from '#main/site/pictures.ts'
import { createPrices } from '#main/site/prices.ts'
import { pollingPhaseMs } from '#main/site/polling-phase.ts'
import { createSnapshotFile } from '#main/site/snapshot-file.ts'
import { createSnapshot } from '#main/site/snapshot.ts'
import type { Terminal, TerminalDeps } from './terminal-deps.ts'
import { createTrouble } from './trouble.ts'

/** The whole terminal but its window: everything of main that needs no Electron, put together. */
export function createTerminal(deps: TerminalDeps): Terminal {
  const { clock, log, accounts, rules } = deps
  const { generation, firstRevision, emit } = deps.context
  const { access, audit } = deps.desk
  const { idleAlertMs, withoutInvoice } = deps.deskSettings
  const file = createSnapshotFile(path.join(deps.dataDir, 'snapshot.json'), ownerOf(deps), log)
  const kept = file.load()

  const knownGood = kept !== null
  let refreshedAtMs = kept?.refreshedAtMs ?? null
  const rate = countRequests(deps.fetch)
  const http = createHttp({ endpoint: accounts.endpoint, fetch: rate.fetch, clock, knownGood, log })
  const store = createTokenStore(deps.vault, accounts.current)
  const session = createSession({ http, accounts, store, clock, log })
  const leftOut = countLeftOutValues(log)
  const platform = createClient({ http, session, clock, leftOut })
  const { role } = session
  const skewMs = stableSkew(() => http.skewMs, clock)

  const told = createTrouble(() => {
    emit('terminal', info())
  })
  const notSetUp = failureOf('not-set-up', 'nothing says where the platform is')
  const trouble = deps.notSetUp ? { ...told, current: () => notSetUp } : told
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

  const sessions = createDeskSessions({
    ...{ platform, clock, log },
    store: deps.desk.records,
    owner: () => [accounts.endpoint, accounts.current()?.username ?? null],
    isDemo: deps.facts.demo,
    folder: path.join(deps.dataDir, 'exports'),
    timeZone: deps.facts.timeZone,
    keepMs: () => deps.deskSettings.keepNotesMs,
    onProgress: (progress) => {
      emit('export', progress)
    },
  })
  const charging = createCharging({
    platform,
    clock,
    log,
    databaseFile: path.join(deps.dataDir, 'ledger.db'),
    hasRunBefore: kept !== null,
    connector: (id) => snapshot.connector(id),
    skewMs,
    vault: deps.vault,
    stopCodeKey: deps.stopCodeKey ?? null,
    rules: rules.current,
    isDesk: () => access.mode() !== 'guest',
    records: sessions.records,
    learnPrices: (connectorId, cards) => {
      prices.learn(connectorId, cards)
    },
  })
  const prices = createPrices({
    platform,
    clock,
    log,
    role,
    rules: rules.current,
    skewMs,
    onChange: () => {
      snapshot.changed()
    },
  })
  const snapshot = createSnapshot({
    clock,
    file,
    kept,
    firstRevision,
    skewMs,
    timeZone: deps.facts.timeZone,
    showsOnly: () => role() === 'ANYM',
    charging: () => charging.state(),
    priceOf: (connector) => prices.price(connector),
    onUpdate: (update) => {
      emit('live', update)
    },
  })
  const pictures = createPictures({
    ...{ fetch: deps.fetch, clock, resolveHost: deps.resolveHost },
    endpoint: accounts.endpoint,
  })
  const monitor = createMonitor({
    isOff: deps.notSetUp ?? false,
    platform,
    clock,
    log,
    role,
    skewMs,
    choice: deps.choice,
    kept,
    phaseMs: pollingPhaseMs(deps.terminalId),
    plan: () => charging.plan(),
    onStatic: (site) => {
      snapshot.takeStatic(site)
      pictures.takeStatic(site)
    },
    onReading: (reading) => {
      refreshedAtMs = reading.askedAtMs
      charging.take(reading)
      snapshot.takeReading(reading)
    },
    onMeters: (readings, atMs) => {
      charging.takeMeters(readings, atMs)
      snapshot.changed()
    },
    onLink: (link, failure) => {
      snapshot.takeLink(link)
      trouble.take(failure)
      if (link.state !== 'live') return
      prices.freshen(snapshot.staticConnectors())
      tellFirstLive()
    },
  })
  const tellFirstLive = once(deps.onFirstLive)

  const endings = [
    charging.onChange(snapshot.changed),
    rules.onChange(snapshot.changed),
    charging.onUrgent(monitor.refreshNow),
    access.onChange(({ keepsGuest }) => {
      if (access.mode() === 'guest' && !keepsGuest) {
        charging.guestLeft()
        view.forget()
      }
      emit('terminal', info())
      snapshot.changed()
    }),
    clock.onJump(() => {
      emit('clock', clockReading())
      snapshot.changed()
    }),
  ]
  const account = createAccountDesk({
    ...{ platform, session, accounts, audit },
    onChange() {
      prices.forget()
      monitor.linkChanged()
    },
  })
  const { services } = deps
  const asked = (): Platform => (access.mode() === 'setup' ? services.setup.platform() : platform)
  const ask = createAsk({ platform: asked, access, audit })
  const receipts = createReceipts({
    model: snapshot.model,
    timeZone: deps.facts.timeZone,
    printPage: deps.printPage,
    printed: charging.printed,
    currency: charging.desk.currency,
    session: (id) => historySession(platform, id),
    platformNowMs: () => clock.now() + skewMs(),
  })
  const find = (evseId: string): Promise<string | null> =>
    findByEvseId(evseId, snapshot.staticConnectors(), platform)
  const documents = createDocuments({ platform, audit, openOutside: deps.openOutside })
  const { onAlive, view } = deps
  const parts: HandlerParts = {
    ...{ log, info, monitor, snapshot, charging, receipts, pictures, find, ask, onAlive, view },
    ...{ access, account, sessions, rules, documents },
    desk: deps.desk,
    services,
    setup: services.setup,
    dataDir: deps.dataDir,
    nowMs: clock.now,
    health: () => ({
      ...healthOf(deps.facts, charging.state()),
      requestsLastMinute: rate.lastMinute(),
      skewMs: http.skewMs,
      isClockOff: isClockOff(http),
    }),
    deskSettings: () => deps.deskSettings,
    numberOf(connectorId) {
      const connector = snapshot.connector(connectorId)
      return connector ? fullNumber(connector) : connectorId
    },
  }

  return {
    handlers: createHandlers(parts),
    condition() {
      const { requestsLastMinute, skewMs, openStarts, runningSessions, ...rest } = parts.health()
      return {
        mode: access.mode(),
        training: deps.facts.training,
        link: monitor.link,
        refreshedAtMs,
        trouble: trouble.current()?.code ?? (rest.isClockOff ? 'clock-wrong' : null),
        door: access.tries(),
        ...{ openStarts, runningSessions, requestsLastMinute, skewMs },
        readingsLeftOut: charging.readingsLeftOut(),
        valuesLeftOut: leftOut.count(),
        unheededStops: charging.unheededStops(),
      }
    },
    picture: pictures.read,
    start() {
      void charging.reconcile()
      monitor.start()
    },
    announce() {
      emit('clock', clockReading())
      emit('terminal', info())
    },
    linkChanged: monitor.linkChanged,
    close() {
      for (const end of endings) end()
      monitor.close()
      prices.close()
      charging.close()
      sessions.close()
      view.forget()
      snapshot.save()
    },
  }
}

/** Whose last snapshot may be shown. The demo network has another port at each launch. */
function ownerOf({ accounts, facts, choice }: TerminalDeps): string {
  const username = accounts.current()?.username ?? null
  return JSON.stringify([facts.demo ? 'demo' : accounts.endpoint, username, choice])
}

function once(run: () => void): () => void {
  let done = false
  return () => {
    if (!done) run()
    done = true
  }
}
