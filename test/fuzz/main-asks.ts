import { createClock } from '#common/clock.ts'
import { liveModelSchema } from '#contract/live.ts'
import { createChargingApi, type ChargingApi } from '#main/charging/api/charging-api.ts'
import { historyPages, historySession } from '#main/desk/sessions/history.ts'
import { CommandError } from '#main/core/errors.ts'
import { PlatformError, type Platform } from '#main/platform/platform.ts'
import { findByEvseId } from '#main/site/find.ts'
import { readMeters, readSite } from '#main/site/refresh.ts'
import { createLiveModelStore } from '#main/site/live-model-store.ts'
import {
  firstSiteId,
  readStaticSite,
  readStaticStations,
  type StaticSite,
} from '#main/site/static.ts'
import { aStaticConnector } from '#test/support/entities.ts'

/** One thing that main asks the platform for itself; `run` says what is wrong with how it ended. */
export interface MainAsk {
  readonly name: string
  run(platform: Platform): Promise<string | null>
}

const limits = { timeoutMs: 5_000, signal: new AbortController().signal, tries: 1 }
const plan = { attemptIds: ['a'], chargelogIds: ['c'] }
const options = { ...limits, running: true, lastRunning: [] }
const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined }
const chargingApi = (platform: Platform): ChargingApi =>
  createChargingApi(platform, { skewMs: () => 0, log: quiet })
const start = { connectorId: 'k', tagId: 't', hold: { amount: 1, currency: 'EUR' } }

const asks: Readonly<Record<string, (platform: Platform) => Promise<unknown>>> = {
  refresh: async (platform) => {
    const reading = await readSite(platform, 'site', plan, options)
    show({ site: siteOf(reading.connectors.map(({ id }) => id)), reading })
  },
  'refresh of stations': (platform) => readSite(platform, ['s1', 's2'], plan, options),
  'meter values': (platform) => readMeters(platform, ['c1', 'c2'], limits),
  'static data': async (platform) => {
    show({ site: await readStaticSite(platform, 's', limits) })
  },
  'static data of stations': async (platform) => {
    show({ site: await readStaticStations(platform, ['s1', 's2'], limits) })
  },
  'first site': (platform) => firstSiteId(platform, limits),
  'EVSE ID': (platform) => findByEvseId('AT*ABC*E1', [], platform),
  'a session': (platform) => historySession(platform, 'c'),
  'all sessions': async (platform) => {
    const filter = { status: null, fromMs: null, untilMs: null, text: '' } as never
    const pages = historyPages(platform, filter, limits.signal)
    for (let page = 0; page < 3 && !(await pages.next()).done; page += 1) continue
  },
  cards: (platform) => chargingApi(platform).cards('k'),
  'connector now': (platform) => chargingApi(platform).connectorNow('k'),
  'attempt to start': (platform) => chargingApi(platform).attemptStart({} as never),
  'attempt status': (platform) => chargingApi(platform).attemptStatus('a'),
  'running sessions': (platform) => chargingApi(platform).running(),
  chargelog: (platform) => chargingApi(platform).chargelog('c'),
  packages: (platform) => chargingApi(platform).packages('k'),
  setting: (platform) => chargingApi(platform).setting('key'),
  'start by card': (platform) => chargingApi(platform).startWithTag('k', 't'),
  'start without invoice': (platform) => chargingApi(platform).startWithoutInvoice('k', 't'),
  'start by phone': (platform) => chargingApi(platform).startWithPreauth(start),
  'payment status': (platform) => chargingApi(platform).preauthStatus('p'),
  stop: (platform) => chargingApi(platform).stop('t'),
}

export const mainAsks: readonly MainAsk[] = Object.entries(asks).map(([name, ask]) => ({
  name,
  async run(platform) {
    try {
      await ask(platform)
      return null
    } catch (error) {
      if (error instanceof PlatformError || error instanceof CommandError) return null
      return error instanceof Error ? (error.stack ?? error.message) : String(error)
    }
  },
}))

/** What the page would get: composed as for the board, and as the contract says. */
function show(parts: {
  site: StaticSite
  reading?: Parameters<ReturnType<typeof createLiveModelStore>['takeReading']>[0]
}): void {
  const clock = createClock({ speed: 0 })
  const liveModel = createLiveModelStore({
    clock,
    file: { load: () => null, save: () => undefined },
    kept: null,
    onUpdate: () => undefined,
  })
  liveModel.takeStatic(parts.site)
  if (parts.reading) liveModel.takeReading(parts.reading)
  liveModelSchema.parse(liveModel.current())
}

function siteOf(ids: readonly string[]): StaticSite {
  const connectors = ids.map((id) => aStaticConnector({ id, current: null, maxPowerKW: null }))
  return { site: { id: 's', label: '', company: null }, connectors }
}
