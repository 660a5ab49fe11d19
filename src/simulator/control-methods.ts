import type { AdjustableClock } from '#common/clock.ts'
import type { SimulatorControl } from './control.ts'
import { createAccountControl } from './control-account.ts'
import { createSessionControl } from './control-sessions.ts'
import type { RequestCounter } from './http/requests.ts'
import { overviewOf } from './overview.ts'
import { arrivingVehicle } from './charging/vehicles.ts'
import { promised } from './promised.ts'
import { createRandom } from './random.ts'
import type { Connector, Station } from './state/model.ts'
import type { World } from './state/world.ts'
import { DEFAULT_PAGE_CAP } from './state/world.ts'

interface Parts {
  clock: AdjustableClock
  world: World
  counter: RequestCounter
  /** Resolves once a change of faults has taken effect on the listening port. */
  portSettled: () => Promise<void>
}

/** The control in process; the HTTP side calls the same methods. */
export function createControl({ clock, world, counter, portSettled }: Parts): SimulatorControl {
  const { ground, faults, network } = world
  const strangers = createRandom(world.seed, 'strangers')

  const connectorOf = (id: string): Connector => {
    const connector = network.connector(id)
    if (!connector) throw new RangeError(`There is no connector ${id}.`)
    return connector
  }
  const stationOf = (id: string): Station => {
    const station = network.station(id)
    if (!station) throw new RangeError(`There is no station ${id}.`)
    return station
  }
  return {
    ...createAccountControl(world),
    ...createSessionControl(world),
    now: () => Promise.resolve(clock.now()),
    advance: (ms) => clock.advance(ms),
    setSpeed: (speed) =>
      promised(() => {
        clock.setSpeed(speed)
      }),
    overview: (siteId) => promised(() => overviewOf(world, siteId)),
    plugIn: (connectorId, vehicle) =>
      promised(() => {
        const connector = connectorOf(connectorId)
        const isDC = connector.plug.current === 'DC'
        ground.plugIn(connector, {
          name: 'Test vehicle',
          ...(vehicle ?? {
            batteryKWh: 58,
            socPercent: 20,
            maxPowerKW: isDC ? 120 : 11,
            tellsSoc: isDC,
          }),
        })
      }),
    unplug: (connectorId) =>
      promised(() => {
        ground.unplug(connectorOf(connectorId))
      }),
    setOcppStatus: (connectorId, status) =>
      promised(() => {
        ground.setStatus(connectorOf(connectorId), status)
      }),
    stationOffline: (cpId, offline) =>
      promised(() => {
        stationOf(cpId).online = !offline
      }),
    stationStatus: (cpId, status) =>
      promised(() => {
        stationOf(cpId).whole = status
      }),
    occupy: (connectorId) =>
      promised(() => {
        const connector = connectorOf(connectorId)
        ground.plugIn(connector, arrivingVehicle(strangers, connector.plug.current))
        if (!connector.transaction) ground.begin(connector, null)
      }),
    vacate: (connectorId) =>
      promised(() => {
        ground.setStatus(connectorOf(connectorId), 'Available')
      }),
    async setFault(name, options) {
      faults.set(name, options)
      await portSettled()
    },
    async clearFault(name) {
      faults.clear(name)
      await portSettled()
    },
    async clearFaults() {
      faults.clearAll()
      await portSettled()
    },
    activeFaults: () => Promise.resolve(faults.active()),
    expireSessionTokens: () =>
      promised(() => {
        world.tokens.expireSessionTokens()
      }),
    revokeRefreshTokens: () =>
      promised(() => {
        world.tokens.revokeRefreshTokens()
      }),
    journal: (place = 0) => Promise.resolve(world.journal.entries.slice(place)),
    requests(reset) {
      const counts = counter.counts()
      if (reset) counter.reset()
      return Promise.resolve(counts)
    },
    setPace: (pace) =>
      promised(() => {
        world.tempo.pace = pace
      }),
    pageCap: (limit) =>
      promised(() => {
        world.pageCap = limit ?? DEFAULT_PAGE_CAP
      }),
    authIds: (form) =>
      promised(() => {
        world.authIds = form
      }),
    emptySite: (isEmpty) =>
      promised(() => {
        world.hasEmptySites = isEmpty
      }),
    payByPhone: (isOffered) =>
      promised(() => {
        const { demoContact, phoneCard } = world
        const others = demoContact.cards.filter((card) => card !== phoneCard)
        demoContact.cards = isOffered ? [...others, phoneCard] : others
      }),
    answerPayment: (preauthId, answer) =>
      promised(() => {
        world.preauths.answer(preauthId, answer)
      }),
  }
}
