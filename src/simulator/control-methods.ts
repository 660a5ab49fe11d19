import type { AdjustableClock } from '#common/clock.ts'
import type { SimulatorControl } from './control.ts'
import { createAccountControl } from './control-account.ts'
import { createSessionControl } from './control-sessions.ts'
import { createStationControl } from './control-stations.ts'
import type { RequestCounter } from './http/requests.ts'
import { overviewOf } from './overview.ts'
import { promised } from './promised.ts'
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
  return {
    ...createAccountControl(world),
    ...createSessionControl(world),
    ...createStationControl(world),
    ...createFaultControl(world, portSettled),
    ...createPlatformControl(world),
    now: () => Promise.resolve(clock.now()),
    advance: (ms) => clock.advance(ms),
    setSpeed: (speed) =>
      promised(() => {
        clock.setSpeed(speed)
      }),
    overview: (siteId) => promised(() => overviewOf(world, siteId)),
    journal: (place = 0) => Promise.resolve(world.journal.entries.slice(place)),
    requests(reset) {
      const counts = counter.counts()
      if (reset) counter.reset()
      return Promise.resolve(counts)
    },
  }
}

function createFaultControl({ faults, tokens }: World, portSettled: () => Promise<void>) {
  return {
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
        tokens.expireSessionTokens()
      }),
    revokeRefreshTokens: () =>
      promised(() => {
        tokens.revokeRefreshTokens()
      }),
  } satisfies Partial<SimulatorControl>
}

/** How the platform is, and what it offers. */
function createPlatformControl(world: World) {
  return {
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
  } satisfies Partial<SimulatorControl>
}
