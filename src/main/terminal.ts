import path from 'node:path'
import type { AdjustableClock } from '#common/clock.ts'
import { createAccountDesk } from './account/account.ts'
import type { AccountKeeper } from './account/keeper.ts'
import type { DeskRules } from '#contract/desk.ts'
import type { Health } from '#contract/house.ts'
import type { ClockReading, TerminalInfo } from '#contract/terminal.ts'
import { createCharging, type Charging } from './charging/charging.ts'
import { isOpenStep } from './charging/start-steps.ts'
import type { Desk } from './desk/desk.ts'
import { createDeskSessions } from './desk/sessions/desk-sessions.ts'
import { historySession } from './desk/sessions/history.ts'
import type { House } from './house.ts'
import { createDocuments, type OpenOutside } from './documents/documents.ts'
import type { Emit } from './ipc/bridge.ts'
import type { Handlers } from './ipc/dispatch.ts'
import { createHandlers, type HandlerParts } from './ipc/handlers.ts'
import type { Log } from './log.ts'
import { createAsk } from './platform/ask.ts'
import { createClient } from './platform/client.ts'
import { createHttp, type Fetch } from './platform/http.ts'
import type { Platform } from './platform/platform.ts'
import { countRequests } from './platform/request-rate.ts'
import { createSession } from './platform/session.ts'
import { createTokenStore } from './platform/tokens.ts'
import { createReceipts, type PrintPage } from './receipt/receipts.ts'
import type { DeskSettings } from './settings/desk-settings.ts'
import type { RulesStore } from './settings/rules-store.ts'
import type { Vault } from './settings/vault.ts'
import type { SiteChoice } from './site/choice.ts'
import { findByEvseId } from './site/find.ts'
import { createMonitor } from './site/monitor.ts'
import { createPictures, type Pictures } from './site/pictures.ts'
import { createPrices } from './site/prices.ts'
import { createSnapshotFile } from './site/snapshot-file.ts'
import { createSnapshot } from './site/snapshot.ts'
import { createTrouble } from './trouble.ts'

/** Where a terminal stands while it is shown. */
export interface Place {
  /** Told to the page: another number, another terminal. */
  readonly stage: number
  /** The live model's revisions go on here, with a gap: nobody takes one terminal's for another's. */
  readonly firstRevision: number
  /** Reaches the page only as long as this terminal is on stage. */
  readonly emit: Emit
}

/** What never changes while a terminal is on stage. */
export type Facts = Omit<
  TerminalInfo,
  'mode' | 'stage' | 'desk' | 'deskRules' | 'clock' | 'trouble' | 'hasSettingsFault'
>

export interface TerminalDeps {
  clock: AdjustableClock
  log: Log
  fetch: Fetch
  vault: Vault
  /** Whom the terminal signs in as. */
  accounts: AccountKeeper
  /** Null: the account's first site. */
  choice: SiteChoice | null
  /** The key of the stop codes, where the operator says it. */
  stopCodeKey?: string | null
  /** Where ledger and last snapshot lie. */
  dataDir: string
  /** The operator's rules for guests. */
  rules: RulesStore
  desk: Desk
  deskSettings: DeskSettings
  house: House
  printPage: PrintPage
  /** Null in kiosk mode. */
  openOutside: OpenOutside | null
  facts: Facts
  place: Place
  /** The renderer's answer to a probe. */
  onAlive: (probe: number, painted: boolean) => void
  /** The board is live for the first time. */
  onFirstLive: () => void
}

export interface Terminal {
  handlers: Handlers
  /** A picture of the site by its id: what the page may show of it. */
  picture: Pictures['read']
  start: () => void
  /** Tells the page what it sees now: another terminal was there before. */
  announce: () => void
  /** The machine's own link came, went or changed. */
  linkChanged: () => void
  close: () => void
}

/** The whole terminal but its window: everything of main that needs no Electron, put together. */
export function createTerminal(deps: TerminalDeps): Terminal {
  const { clock, log, accounts, rules } = deps
  const { stage, firstRevision, emit } = deps.place
  const { access, audit } = deps.desk
  const file = createSnapshotFile(path.join(deps.dataDir, 'snapshot.json'), ownerOf(deps), log)
  const kept = file.load()

  const knownGood = kept !== null
  const rate = countRequests(deps.fetch)
  const http = createHttp({ endpoint: accounts.endpoint, fetch: rate.fetch, clock, knownGood })
  const store = createTokenStore(deps.vault, accounts.current)
  const session = createSession({ http, accounts, store, clock, log })
  const platform = createClient({ http, session, clock })
  const { role } = session

  const trouble = createTrouble(() => {
    emit('terminal', info())
  })
  const hands = (): ClockReading => ({ nowMs: clock.now(), speed: clock.speed })
  const info = (): TerminalInfo => ({
    ...deps.facts,
    stage,
    hasSettingsFault: deps.house.provisioned().faults.length > 0,
    mode: access.mode(),
    desk: access.door(),
    deskRules: deskRulesOf(deps.deskSettings),
    clock: hands(),
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
    connector: (id) => snapshot.connector(id),
    skewMs: () => http.skewMs,
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
    onChange: () => {
      snapshot.changed()
    },
  })
  const snapshot = createSnapshot({
    clock,
    file,
    kept,
    firstRevision,
    showsOnly: () => role() === 'ANYM',
    charging: () => charging.state(),
    priceOf: (connector) => prices.price(connector),
    onUpdate: (update) => {
      emit('live', update)
    },
  })
  const pictures = createPictures({ fetch: deps.fetch, clock })
  const monitor = createMonitor({
    platform,
    clock,
    log,
    role,
    choice: deps.choice,
    lastGoodAtMs: kept?.refreshedAtMs ?? null,
    plan: () => charging.plan(),
    onStatic: (site) => {
      snapshot.takeStatic(site)
      pictures.takeStatic(site)
    },
    onReading: (reading) => {
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
      if (access.mode() === 'guest' && !keepsGuest) charging.guestLeft()
      emit('terminal', info())
      snapshot.changed()
    }),
    clock.onJump(() => {
      emit('clock', hands())
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
  const { house } = deps
  const asked = (): Platform => (access.mode() === 'setup' ? house.setup.platform() : platform)
  const ask = createAsk({ platform: asked, standing: access, audit })
  const receipts = createReceipts({
    model: snapshot.model,
    timeZone: deps.facts.timeZone,
    printPage: deps.printPage,
    printed: charging.printed,
    session: (id) => historySession(platform, id),
  })
  const find = (evseId: string): Promise<string | null> =>
    findByEvseId(evseId, snapshot.staticConnectors(), platform)
  const documents = createDocuments({ platform, audit, openOutside: deps.openOutside })
  const { onAlive } = deps
  const parts: HandlerParts = {
    ...{ log, info, monitor, snapshot, charging, receipts, pictures, find, ask, onAlive },
    ...{ access, account, sessions, rules, documents },
    desk: deps.desk,
    house,
    setup: house.setup,
    dataDir: deps.dataDir,
    nowMs: clock.now,
    health: () => ({
      ...runsOn(deps.facts),
      requestsLastMinute: rate.lastMinute(),
      skewMs: http.skewMs,
      ...countsOf(charging.state()),
    }),
    deskSettings: () => deps.deskSettings,
    numberOf: (connectorId) => snapshot.connector(connectorId)?.number ?? connectorId,
  }

  return {
    handlers: createHandlers(parts),
    picture: pictures.read,
    start() {
      void charging.reconcile()
      monitor.start()
    },
    announce() {
      emit('clock', hands())
      emit('terminal', info())
    },
    linkChanged: monitor.linkChanged,
    close() {
      for (const end of endings) end()
      monitor.close()
      prices.close()
      charging.close()
      sessions.close()
      snapshot.save()
    },
  }
}

const deskRulesOf = ({ idleAlertMs, withoutInvoice }: DeskSettings): DeskRules => ({
  idleAlertMs,
  withoutInvoice,
})

/** Whose last snapshot may be shown. The demo network has another port at each launch. */
function ownerOf({ accounts, facts, choice }: TerminalDeps): string {
  const username = accounts.current()?.username ?? null
  return JSON.stringify([facts.demo ? 'demo' : accounts.endpoint, username, choice])
}

function runsOn({ version, host }: Facts): Pick<Health, 'version' | 'host' | 'runsOn'> {
  const { node, v8, electron, chrome } = process.versions as Record<string, string | undefined>
  const all = Object.entries({ Node: node, V8: v8, Electron: electron, Chromium: chrome })
  const known = all.filter((entry): entry is [string, string] => entry[1] !== undefined)
  return { version, host, runsOn: Object.fromEntries(known) }
}

function countsOf({
  starts,
  sessions,
}: ReturnType<Charging['state']>): Pick<Health, 'openStarts' | 'runningSessions'> {
  return {
    openStarts: starts.filter(({ step }) => isOpenStep(step)).length,
    runningSessions: sessions.filter(({ status }) => status !== 'stopped').length,
  }
}

function once(run: () => void): () => void {
  let done = false
  return () => {
    if (!done) run()
    done = true
  }
}
