import { createTrajectory } from '../../charging/curve.ts'
import { arrivingVehicle } from '../../charging/vehicles.ts'
import type { Random } from '../../random.ts'
import { createRandom } from '../../random.ts'
import type { Card } from '../account.ts'
import { rateFor } from '../account.ts'
import type { Chargelog, Connector, DemoSite } from '../model.ts'
import { pastStartsMs } from './starts.ts'

/** How a connector stood when the past was over: sessions are written backwards from there. */
export interface ConnectorUse {
  connector: Connector
  /** What the meter showed, in Wh. */
  registerWh: number
  /** Nothing of the past ends later than this. */
  freeUntilMs: number
}

export interface PastFacts {
  seed: number
  nowMs: number
  /** Where the account charges most. */
  site: DemoSite
  contactId: string
  /** The account's cards as they were when the past was over. */
  cards: readonly Card[]
  uses: readonly ConnectorUse[]
}

const MS_PER_MINUTE = 60_000
const MS_PER_HOUR = 3_600_000
const MS_PER_DAY = 86_400_000
const SHORTEST_MS = 6 * MS_PER_MINUTE
const TRIES = 6
/** Share of the sessions at the account's main site; the others lie at the other sites. */
const MAIN_SHARE = 0.6
const UNBILLED_SHARE = 0.02
const FAILED_SHARE = 0.01
/** When the old pool car's card was replaced, in days before the start. */
const REPLACED_DAYS = 200

/** The account's ended sessions over all sites, newest first. Nobody charges twice at once at a connector. */
export function writeSessions(facts: PastFacts): Chargelog[] {
  const random = createRandom(facts.seed, 'history')
  const uses = facts.uses.map((use) => ({ ...use }))
  const isMain = ({ connector }: ConnectorUse): boolean => connector.station.site.key === facts.site
  const places = [uses.filter(isMain), uses.filter((one) => !isMain(one))] as const
  return pastStartsMs(random, facts.nowMs).flatMap((startedMs) => {
    const [main, others] = places
    const use = placeFor(random.next() < MAIN_SHARE ? main : others, startedMs, random)
    return use ? writeSession(facts, use, startedMs, random) : []
  })
}

function placeFor(
  uses: readonly ConnectorUse[],
  startedMs: number,
  random: Random,
): ConnectorUse | undefined {
  for (let index = 0; index < TRIES; index += 1) {
    const use = random.pick(uses)
    if (startedMs + SHORTEST_MS < use.freeUntilMs) return use
  }
  return undefined
}

function writeSession(
  { nowMs, contactId, cards }: PastFacts,
  use: ConnectorUse,
  startedMs: number,
  random: Random,
): Chargelog[] {
  const { connector } = use
  const card = cardFor(cards, connector, startedMs < nowMs - REPLACED_DAYS * MS_PER_DAY, random)
  const tariff = card && rateFor(card, connector)
  if (!tariff) return []
  const { current, maxPowerKW: connectorKW } = connector.plug
  const vehicle = arrivingVehicle(random, current)
  const { batteryKWh, socPercent, maxPowerKW: vehicleKW, tellsSoc } = vehicle
  const trajectory = createTrajectory({ current, batteryKWh, socPercent, vehicleKW, connectorKW })
  const hasFailed = random.next() < FAILED_SHARE
  const wantedMs = hasFailed ? MS_PER_MINUTE : trajectory.fullAfterMs * random.between(0.45, 1.1)
  const longestMs = Math.min(11 * MS_PER_HOUR, use.freeUntilMs - startedMs - MS_PER_MINUTE)
  const durationMs = Math.floor(Math.min(wantedMs, longestMs))
  const energyWh = hasFailed ? 0 : Math.floor(trajectory.energyWhAt(durationMs))
  const endedMs = startedMs + durationMs
  const meterEndWh = use.registerWh
  const meterStartWh = meterEndWh - energyWh
  // Between our sessions other people charge here too.
  use.registerWh = meterStartWh - random.whole(0, 6_000)
  use.freeUntilMs = startedMs
  return [
    {
      id: random.uuid(),
      contactId,
      connector,
      tagId: card.tagId,
      authType: 'RFID',
      tariff,
      ratePackage: null,
      invoiced: random.next() >= UNBILLED_SHARE,
      status: 'stopped',
      sessionId: random.uuid(),
      transaction: null,
      startedMs,
      endedMs,
      meterStartWh,
      meterEndWh,
      socStartPercent: tellsSoc ? socPercent : null,
      final: {
        atMs: endedMs,
        energyWh,
        powerW: 0,
        socPercent: tellsSoc ? Math.floor(trajectory.socPercentAt(durationMs)) : null,
      },
      document: null,
    },
  ]
}

/** Guests charge at any connector; the company's cars where their rate allows it. */
function cardFor(
  cards: readonly Card[],
  connector: Connector,
  isLongAgo: boolean,
  random: Random,
): Card | undefined {
  const usable = cards.filter(
    (card) => rateFor(card, connector) && (card.status === 'active' || isLongAgo),
  )
  return random.next() < 0.7 || usable.length < 2 ? usable[0] : random.pick(usable.slice(1))
}
