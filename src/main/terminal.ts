import path from 'node:path'
import type { AdjustableClock } from '#common/clock.ts'
import type { TerminalInfo } from '#contract/terminal.ts'
import { createAccountDesk } from './account/account.ts'
import { createCharging } from './charging/charging.ts'
import type { Desk } from './desk/desk.ts'
import { createDocuments, type OpenOutside } from './documents/documents.ts'
import type { Emit } from './ipc/bridge.ts'
import type { Handlers } from './ipc/dispatch.ts'
import { createHandlers, type HandlerParts } from './ipc/handlers.ts'
import type { Log } from './log.ts'
import { createAsk } from './platform/ask.ts'
import { createClient } from './platform/client.ts'
import { createHttp, type Fetch } from './platform/http.ts'
import { createSession } from './platform/session.ts'
import { createTokenStore } from './platform/tokens.ts'
import { createReceipts, type PrintPage } from './receipt/receipts.ts'
import type { DeskSettings } from './settings/desk-settings.ts'
import type { RulesStore } from './settings/rules-store.ts'
import type { AccountKeeper } from './settings/kept-account.ts'
import type { Vault } from './settings/vault.ts'
import { findByEvseId } from './site/find.ts'
import { createMonitor } from './site/monitor.ts'
import { createPictures, type Pictures } from './site/pictures.ts'
import { createPrices } from './site/prices.ts'
import { createSnapshotFile } from './site/snapshot-file.ts'
import { createSnapshot } from './site/snapshot.ts'
import { createTrouble } from './trouble.ts'

export interface TerminalDeps {
  clock: AdjustableClock
  log: Log
  fetch: Fetch
  vault: Vault
  /** Whom the terminal signs in as. */
  accounts: AccountKeeper
  /** Null: the account's first site. */
  siteId: string | null
  /** Where ledger and last snapshot lie. */
  dataDir: string
  /** The operator's rules for guests. */
  rules: RulesStore
  desk: Desk
  deskSettings: DeskSettings
  printPage: PrintPage
  /** Null in kiosk mode. */
  openOutside: OpenOutside | null
  facts: Omit<TerminalInfo, 'mode' | 'desk' | 'clock' | 'trouble'>
  emit: Emit
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
  /** The machine's own link came, went or changed. */
  linkChanged: () => void
  close: () => void
}

/** The whole terminal but its window: everything of main that needs no Electron, put together. */
export function createTerminal(deps: TerminalDeps): Terminal {
  const { clock, log, accounts, emit, rules } = deps
  const { access, audit } = deps.desk
  const file = createSnapshotFile(path.join(deps.dataDir, 'snapshot.json'), ownerOf(deps), log)
  const kept = file.load()

  const knownGood = kept !== null
  const http = createHttp({ endpoint: accounts.endpoint, fetch: deps.fetch, clock, knownGood })
  const store = createTokenStore(deps.vault, accounts.current)
  const session = createSession({ http, accounts, store, clock, log })
  const platform = createClient({ http, session, clock })
  const { role } = session

  const trouble = createTrouble(() => {
    emit('terminal', info())
  })
  const info = (): TerminalInfo => ({
    ...deps.facts,
    mode: access.mode(),
    desk: access.door(),
    clock: { nowMs: clock.now(), speed: clock.speed },
    trouble: trouble.current(),
  })

  const charging = createCharging({
    platform,
    clock,
    log,
    databaseFile: path.join(deps.dataDir, 'ledger.db'),
    connector: (id) => snapshot.connector(id),
    skewMs: () => http.skewMs,
    vault: deps.vault,
    rules: rules.current,
    isDesk: () => access.mode() === 'desk',
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
    siteId: deps.siteId,
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
      emit('clock', { nowMs: clock.now(), speed: clock.speed })
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
  const ask = createAsk({ platform, standing: access, audit })
  const receipts = createReceipts({
    model: snapshot.model,
    timeZone: deps.facts.timeZone,
    printPage: deps.printPage,
    printed: charging.printed,
  })
  const find = (evseId: string): Promise<string | null> =>
    findByEvseId(evseId, snapshot.staticConnectors(), platform)
  const documents = createDocuments({ platform, audit, openOutside: deps.openOutside })
  const { onAlive } = deps
  const parts: HandlerParts = {
    ...{ log, info, monitor, snapshot, charging, receipts, pictures, find, ask, onAlive },
    ...{ access, account, rules, documents },
    desk: deps.desk,
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
    linkChanged: monitor.linkChanged,
    close() {
      for (const end of endings) end()
      monitor.close()
      prices.close()
      charging.close()
      snapshot.save()
    },
  }
}

/** Whose last snapshot may be shown. The demo network has another port at each launch. */
function ownerOf({ accounts, facts, siteId }: TerminalDeps): string {
  const username = accounts.current()?.username ?? null
  return JSON.stringify([facts.demo ? 'demo' : accounts.endpoint, username, siteId])
}

function once(run: () => void): () => void {
  let done = false
  return () => {
    if (!done) run()
    done = true
  }
}
