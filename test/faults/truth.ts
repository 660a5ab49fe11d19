import type { LiveModel } from '#contract/live.ts'
import type { Connector } from '#contract/site.ts'
import type { Finding } from './watch/glimpse.ts'
import type { ConnectorOverview, SimulatorControl } from '#simulator/control.ts'

/** What the stations really were, over time, and whether what was shown had been true. */
export interface Truth {
  /** Writes down what is true now; to be asked whenever time has moved. */
  sample(isForced?: boolean): Promise<void>
  /** What is shown as live now and has not been true for long. */
  compare(view: LiveModel): Finding[]
  /** The site's connectors now. */
  connectors(): Promise<ConnectorOverview[]>
}

/** A refresh at rest may be so old, and a little more: older values must be shown as late (ms). */
const LIVE_FOR_MS = 50_000

/** No longer than a calm step: what a station says between two looks may have been seen by the terminal. */
const LOOK_EVERY_MS = 3_000

interface Moment {
  readonly untilMs: number
  readonly words: string
}

export function createTruth(control: SimulatorControl, siteId: string): Truth {
  const history = new Map<string, Moment[]>()
  let sampledAtMs = -Infinity
  let entries = 0

  const connectors = async (): Promise<ConnectorOverview[]> => {
    const { sites } = await control.overview(siteId)
    return sites.flatMap(({ stations }) => stations.flatMap((station) => station.connectors))
  }

  const remember = (nowMs: number, { id, ocpp, calculated, simple }: ConnectorOverview): void => {
    const words = `${ocpp} ${calculated} ${simple}`
    const kept = (history.get(id) ?? []).filter(({ untilMs }) => untilMs >= nowMs - LIVE_FOR_MS)
    const others = kept.filter((moment) => moment.words !== words)
    history.set(id, [...others, { untilMs: nowMs, words }])
  }

  const judgeOne = (shown: Connector, { sinceMs, state }: LiveModel['link']): Finding[] => {
    const { ocpp, calculated, simple } = shown.reported ?? {}
    const parts = [ocpp, calculated, simple]
    // A word that nobody knows, or none, was the answer itself.
    if (shown.freshness !== 'live' || !parts.every(isTold)) return []
    const words = parts.join(' ')
    const moments = history.get(shown.id) ?? []
    if (moments.some((moment) => moment.words === words)) return []
    const was = moments.map((moment) => moment.words).join(', ')
    const about = `${shown.number} is shown live as ${words}, and was ${was}`
    return [{ about, words: `${about}; link ${state} since ${new Date(sinceMs).toISOString()}` }]
  }

  return {
    connectors,
    async sample(isForced = false) {
      const nowMs = await control.now()
      const news = await control.journal(entries)
      // Looks are dear: so often, and whenever a station did something.
      if (!isForced && news.length === 0 && nowMs - sampledAtMs < LOOK_EVERY_MS) return
      entries += news.length
      sampledAtMs = nowMs
      for (const connector of await connectors()) remember(nowMs, connector)
    },
    compare: ({ connectors: shown, link }) => shown.flatMap((each) => judgeOne(each, link)),
  }
}

const isTold = (word: string | null | undefined): boolean => word != null && word !== 'SomethingNew'
