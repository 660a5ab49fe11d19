import type { LiveModel } from '#contract/live.ts'
import type { ConnectorOverview, SimulatorControl } from '#simulator/control.ts'

/** What the stations really were, over time, and whether what was shown had been true. */
export interface Truth {
  /** Compares what is shown now; answers what was shown as live and is not. */
  compare(view: LiveModel | null): Promise<string[]>
  /** The site's connectors now. */
  connectors(): Promise<ConnectorOverview[]>
}

/** A refresh at rest may be so old, and a little more: older values must be shown as late (ms). */
const LIVE_FOR_MS = 50_000

/** Looks are dear: so often, and whenever something new is shown. */
const LOOK_EVERY_MS = 5_000

interface Moment {
  readonly untilMs: number
  readonly words: string
}

export function createTruth(control: SimulatorControl, siteId: string): Truth {
  const history = new Map<string, Moment[]>()
  let lookedAtMs = -Infinity
  let lastRevision = -1

  const connectors = async (): Promise<ConnectorOverview[]> => {
    const { sites } = await control.overview()
    return sites
      .filter(({ id }) => id === siteId)
      .flatMap(({ stations }) => stations.flatMap((station) => station.connectors))
  }

  const remember = (
    nowMs: number,
    { id, ocpp, calculated, simple }: ConnectorOverview,
  ): Moment[] => {
    const words = `${ocpp} ${calculated} ${simple}`
    const kept = (history.get(id) ?? []).filter(({ untilMs }) => untilMs >= nowMs - LIVE_FOR_MS)
    const others = kept.filter((moment) => moment.words !== words)
    const moments = [...others, { untilMs: nowMs, words }]
    history.set(id, moments)
    return moments
  }

  return {
    connectors,
    async compare(view) {
      const nowMs = await control.now()
      const revision = view?.revision ?? -1
      if (nowMs - lookedAtMs < LOOK_EVERY_MS && revision === lastRevision) return []
      lookedAtMs = nowMs
      lastRevision = revision
      const all = await connectors()
      return all.flatMap((connector) => {
        const moments = remember(nowMs, connector)
        const shown = view?.connectors.find(({ id }) => id === connector.id)
        const { ocpp, calculated, simple } = shown?.reported ?? {}
        const parts = [ocpp, calculated, simple]
        // A word that nobody knows, or none, was the answer itself.
        if (shown?.freshness !== 'live' || parts.some((part) => !isTold(part))) return []
        const words = parts.join(' ')
        if (moments.some((moment) => moment.words === words)) return []
        const was = moments.map((moment) => moment.words).join(', ')
        return [`${shown.number} is shown live as ${words}, and was ${was}`]
      })
    },
  }
}

const isTold = (word: string | null | undefined): boolean => word != null && word !== 'SomethingNew'
