import { arrivingVehicle } from '../charging/vehicles.ts'
import type { Random } from '../random.ts'
import { createRandom } from '../random.ts'
import type { Connector, DemoSite, Site, Transaction } from '../state/model.ts'
import { statesOf } from '../state/status.ts'
import type { World } from '../state/world.ts'

interface BustleOptions {
  /** Other people's sessions come and go. */
  hasStrangers: boolean
  /** A driver plugs in after an accepted start, and out after the stop. */
  autoPlug: boolean
}

/** How busy a site is. Times in ms. */
interface Traffic {
  arrivalEveryMs: number
  stayMs: readonly [number, number]
  /** Connectors left free for the person at the terminal. */
  keptFree: number
}

const MINUTE = 60_000
const TRAFFIC: Record<DemoSite, Traffic> = {
  hotel: { arrivalEveryMs: 5 * MINUTE, stayMs: [20 * MINUTE, 180 * MINUTE], keptFree: 2 },
  depot: { arrivalEveryMs: 2 * MINUTE, stayMs: [30 * MINUTE, 240 * MINUTE], keptFree: 6 },
  garage: { arrivalEveryMs: 30_000, stayMs: [15 * MINUTE, 150 * MINUTE], keptFree: 25 },
  campus: { arrivalEveryMs: 10_000, stayMs: [60 * MINUTE, 480 * MINUTE], keptFree: 150 },
}
const PLUG_AFTER_MS = 8_000
const OWN_UNPLUG_AFTER_MS = 30_000

/** The life around the terminal. Its randomness is its own: what guests do does not change it. */
export function createBustle(world: World, options: BustleOptions): void {
  if (options.autoPlug) helpGuests(world)
  if (!options.hasStrangers) return
  for (const site of world.network.sites) {
    const traffic = site.key && TRAFFIC[site.key]
    if (!traffic) continue
    const random = createRandom(world.seed, `bustle ${site.key}`)
    for (const connector of connectorsOf(site)) scheduleDeparture(world, connector, traffic, random)
    keepArriving(world, site, traffic, random)
  }
}

function connectorsOf(site: Site): Connector[] {
  return site.stations.flatMap(({ connectors }) => connectors)
}

const isOwn = (transaction: Transaction | null): boolean => transaction?.chargelog != null

function helpGuests({ attempts, ground, clock, seed }: World): void {
  const random = createRandom(seed, 'guests')
  attempts.accepted.on((connector) => {
    clock.setTimer(PLUG_AFTER_MS, () => {
      if (connector.vehicle || attempts.openAt(connector).length === 0) return
      ground.plugIn(connector, {
        ...arrivingVehicle(random, connector.plug.current),
        tellsSoc: connector.plug.current === 'DC',
      })
    })
  })
  ground.ended.on((transaction) => {
    if (!isOwn(transaction)) return
    clock.setTimer(OWN_UNPLUG_AFTER_MS, () => {
      const { connector, vehicle } = transaction
      if (connector.vehicle === vehicle && !connector.transaction) ground.unplug(connector)
    })
  })
}

function keepArriving(world: World, site: Site, traffic: Traffic, random: Random): void {
  const { arrivalEveryMs } = traffic
  world.clock.setTimer(random.whole(0.4 * arrivalEveryMs, 1.6 * arrivalEveryMs), () => {
    arrive(world, site, traffic, random)
    keepArriving(world, site, traffic, random)
  })
}

function arrive(world: World, site: Site, traffic: Traffic, random: Random): void {
  const { ground, attempts, clock } = world
  const free = connectorsOf(site).filter(
    (connector) =>
      statesOf(connector, clock.now()).simple === 'Available' &&
      attempts.openAt(connector).length === 0,
  )
  if (free.length <= traffic.keptFree) return
  const connector = random.pick(free)
  const vehicle = arrivingVehicle(random, connector.plug.current)
  ground.plugIn(connector, vehicle)
  clock.setTimer(random.whole(5_000, 15_000), () => {
    if (connector.vehicle !== vehicle || connector.transaction) return
    if (attempts.openAt(connector).length === 0) ground.begin(connector, null)
  })
  scheduleDeparture(world, connector, traffic, random)
}

/** Strangers stop first and drive away some minutes later. */
function scheduleDeparture(
  world: World,
  connector: Connector,
  { stayMs: [shortestMs, longestMs] }: Traffic,
  random: Random,
): void {
  const { ground, clock } = world
  const { vehicle } = connector
  const stayMs = random.whole(shortestMs, longestMs)
  const lingerMs = random.whole(1, 6) * MINUTE
  if (!vehicle || isOwn(connector.transaction)) return
  const isStillHere = (): boolean => connector.vehicle === vehicle && !isOwn(connector.transaction)
  clock.setTimer(connector.ocpp === 'Finishing' ? 0 : stayMs, () => {
    if (isStillHere() && connector.transaction) ground.end(connector.transaction)
    clock.setTimer(lingerMs, () => {
      if (isStillHere()) ground.unplug(connector)
    })
  })
}
