import path from 'node:path'
import { createCharging } from '#main/charging/charging.ts'
import { createDeskSessions } from '#main/desk/sessions/desk-sessions.ts'
import { createAuthSession } from '#main/platform/auth-session.ts'
import { createClient } from '#main/platform/client.ts'
import { countErrors } from '#main/platform/error-counts.ts'
import { createHttp } from '#main/platform/http.ts'
import { countLeftOutValues } from '#main/platform/left-out.ts'
import { countRequests } from '#main/platform/request-rate.ts'
import { stableSkew } from '#main/platform/stable-skew.ts'
import { createTokenStore } from '#main/platform/tokens.ts'
import { createLiveModelStore } from '#main/site/live-model-store.ts'
import { createMonitor, type Monitor } from '#main/site/monitor.ts'
import { createPictures } from '#main/site/pictures.ts'
import { pollingPhaseMs } from '#main/site/polling-phase.ts'
import { createPrices } from '#main/site/prices.ts'
import { createSnapshotFile } from '#main/site/snapshot-file.ts'
import type { TerminalDeps } from './terminal-deps.ts'
import type { Trouble } from './trouble.ts'

export type TerminalParts = Connection & Site

/** What a terminal is made of, each part of those before it; who hears of whom comes last. Nothing runs yet. */
export function createTerminalParts(deps: TerminalDeps): TerminalParts {
  const connection = makeConnection(deps)
  const site = makeSite(deps, connection)
  const { liveModel, charging, prices } = site
  liveModel.wire({ charging: charging.state, priceOf: prices.price })
  return { ...connection, ...site }
}

type Connection = ReturnType<typeof makeConnection>
type Site = ReturnType<typeof makeSite>

/** The way to the platform, and what is known of it from the last launch. */
function makeConnection(deps: TerminalDeps) {
  const { clock, log, accounts } = deps
  const file = createSnapshotFile(path.join(deps.dataDir, 'snapshot.json'), ownerOf(deps), log)
  const kept = file.load()
  const rate = countRequests(deps.fetch)
  const http = createHttp({
    ...{ endpoint: accounts.endpoint, fetch: rate.fetch, clock, log },
    knownGood: kept !== null,
  })
  const store = createTokenStore(deps.vault, accounts.current)
  const session = createAuthSession({ http, accounts, store, clock, log })
  const leftOut = countLeftOutValues(log)
  const errors = countErrors(createClient({ http, session, clock, leftOut }))
  const { platform } = errors
  const skewMs = stableSkew(() => http.skewMs, clock)
  return { file, kept, rate, http, session, leftOut, errors, platform, skewMs, role: session.role }
}

/** The site's live model, and what it is composed of. */
function makeSite(deps: TerminalDeps, connection: Connection) {
  const { clock, log, accounts, rules } = deps
  const { platform, skewMs, role, kept, file } = connection
  const { firstRevision, emit } = deps.context
  const { access } = deps.desk
  const { timeZone, demo } = deps.facts
  const sessions = createDeskSessions({
    ...{ platform, clock, log, timeZone },
    store: deps.desk.records,
    owner: () => [accounts.endpoint, accounts.current()?.username ?? null],
    isDemo: demo,
    folder: path.join(deps.dataDir, 'exports'),
    keepMs: () => deps.deskSettings.keepNotesMs,
    onProgress: (progress) => {
      emit('export', progress)
    },
  })
  const liveModel = createLiveModelStore({
    ...{ clock, file, kept, firstRevision, skewMs, timeZone },
    showsOnly: () => role() === 'ANYM',
    onUpdate: (update) => {
      emit('live', update)
    },
  })
  const prices = createPrices({
    ...{ platform, clock, log, role, skewMs },
    rules: rules.current,
    onChange: liveModel.changed,
  })
  const charging = createCharging({
    ...{ platform, clock, log, skewMs },
    databaseFile: path.join(deps.dataDir, 'ledger.db'),
    hasRunBefore: kept !== null,
    connector: liveModel.connector,
    vault: deps.vault,
    stopCodeKey: deps.stopCodeKey ?? null,
    rules: rules.current,
    isDesk: () => access.mode() !== 'guest',
    records: sessions.records,
    learnPrices: prices.learn,
  })
  const pictures = createPictures({
    ...{ fetch: deps.fetch, clock, resolveHost: deps.resolveHost },
    endpoint: accounts.endpoint,
  })
  return { sessions, liveModel, prices, charging, pictures }
}

/** Refreshes of the site, and all that live by them. `onLive`: the board is live for the first time. */
export function createSiteMonitor(
  deps: TerminalDeps,
  parts: TerminalParts,
  trouble: Pick<Trouble, 'take'>,
): Monitor & { refreshedAtMs(): number | null } {
  const { liveModel, charging, prices, pictures, platform, role, skewMs, kept } = parts
  let refreshedAtMs = kept?.refreshedAtMs ?? null
  let wasLive = false
  const monitor = createMonitor({
    ...{ platform, clock: deps.clock, log: deps.log, role, skewMs, kept },
    isOff: deps.notSetUp ?? false,
    choice: deps.choice,
    phaseMs: pollingPhaseMs(deps.terminalId),
    plan: charging.plan,
    onStatic: (site) => {
      liveModel.takeStatic(site)
      pictures.takeStatic(site)
    },
    onReading: (reading) => {
      refreshedAtMs = reading.askedAtMs
      charging.take(reading)
      liveModel.takeReading(reading)
    },
    onMeters: (readings, atMs) => {
      charging.takeMeters(readings, atMs)
      liveModel.changed()
    },
    onLink: (link, failure) => {
      liveModel.takeLink(link)
      trouble.take(failure)
      if (link.state !== 'live') return
      prices.freshen(liveModel.staticConnectors())
      if (!wasLive) deps.onFirstLive()
      wasLive = true
    },
  })
  return Object.assign(monitor, { refreshedAtMs: () => refreshedAtMs })
}

/** Whose last snapshot may be shown. The demo network has another port at each launch. */
function ownerOf({ accounts, facts, choice }: TerminalDeps): string {
  const username = accounts.current()?.username ?? null
  return JSON.stringify([facts.demo ? 'demo' : accounts.endpoint, username, choice])
}
