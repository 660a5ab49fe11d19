import type { Session } from '#contract/charging.ts'
import type { MeteredSession } from '#simulator/control.ts'
import type { Finding, Glimpse } from './glimpse.ts'

/** A reading, and the time until it must be shown: values that are older are shown as late. */
const SHOWN_WITHIN_MS = 60_000
/** A summary asks on while it is not complete. */
const TOLERANCE_WH = 1.5

/** Energy as shown against the station's own register. */
export interface EnergyWatch {
  look(glimpse: Glimpse): Finding[]
}

export function watchEnergy(): EnergyWatch {
  /** Of each session what its register was, oldest first. */
  const registers = new Map<string, { atMs: number; wh: number }[]>()
  /** The most that this launch has shown. */
  let shown = new Map<string, number>()
  let launch = -1

  const remember = ({ chargelogId, energyWh, endedMs }: MeteredSession, atMs: number): void => {
    const known = registers.get(chargelogId) ?? []
    if (endedMs !== null && known.at(-1)?.wh === energyWh) return
    // The newest that is old enough stays: it is the least that must be shown.
    const place = known.findLastIndex((each) => each.atMs <= atMs - SHOWN_WITHIN_MS)
    registers.set(chargelogId, [...known.slice(Math.max(0, place)), { atMs, wh: energyWh }])
  }

  const leastWh = (id: string, atMs: number): number =>
    registers.get(id)?.findLast((each) => each.atMs <= atMs - SHOWN_WITHIN_MS)?.wh ?? 0

  const judge = (session: Session, metered: MeteredSession, glimpse: Glimpse): string | null => {
    const { energyKWh, summary, freshness } = session
    if (energyKWh === null) return null
    const wh = energyKWh * 1000
    const before = shown.get(session.id) ?? 0
    shown.set(session.id, Math.max(before, wh))
    if (wh > metered.energyWh + TOLERANCE_WH) return 'more than was charged'
    if (wh < before - TOLERANCE_WH) return `less than the ${String(before)} Wh shown before`
    if (summary?.complete === true && summary.energyKWh !== null) {
      const isExact = Math.abs(summary.energyKWh * 1000 - metered.energyWh) <= TOLERANCE_WH
      if (!isExact) return `in a summary of ${String(summary.energyKWh)} kWh`
    }
    if (freshness !== 'live' || glimpse.calmMs < SHOWN_WITHIN_MS) return null
    return wh < leastWh(session.id, glimpse.atMs) - TOLERANCE_WH ? 'long outdated' : null
  }

  return {
    look(glimpse) {
      if (glimpse.launch !== launch) shown = new Map()
      ;({ launch } = glimpse)
      for (const each of glimpse.metered) remember(each, glimpse.atMs)
      return glimpse.view.sessions.flatMap((session) => {
        const metered = glimpse.metered.find(({ chargelogId }) => chargelogId === session.id)
        const why = metered && judge(session, metered, glimpse)
        if (!metered || !why) return []
        const facts = `${String(session.energyKWh)} kWh against ${String(metered.energyWh)} Wh`
        return [{ about: `${session.id} ${why}`, words: `${session.id} shows ${facts}: ${why}` }]
      })
    },
  }
}
