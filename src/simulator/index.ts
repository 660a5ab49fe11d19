import type { AdjustableClock } from '#common/clock.ts'
import { createClock } from '#common/clock.ts'
import { createBustle } from './bustle/bustle.ts'
import type { SimulatorControl } from './control.ts'
import { createControl } from './control-methods.ts'
import { applyFaultEffects } from './faults/effects.ts'
import { answerControl } from './http/control-endpoint.ts'
import { createGraphqlEndpoint } from './http/graphql-endpoint.ts'
import type { RequestHandler } from './http/listener.ts'
import { listen } from './http/listener.ts'
import { answerPage } from './http/pages.ts'
import { createRequestCounter, type RequestFacts } from './http/requests.ts'
import { send } from './http/wire.ts'
import { createPlatformSchema } from './resolvers/schema.ts'
import { createScopedClock } from './scoped-clock.ts'
import type { SitePlan } from './state/blueprint.ts'
import type { DemoSite } from './state/model.ts'
import { createWorld } from './state/world.ts'
import { writeStationJournal } from './station-journal.ts'

export type { SimulatorControl } from './control.ts'
export { DEMO_SITES } from './state/model.ts'
export type { DemoSite } from './state/model.ts'
export type { SitePlan } from './state/blueprint.ts'

export interface SimulatorOptions {
  /** The one clock: the simulator lives by it and its control moves it. */
  clock: AdjustableClock
  /** Same seed, same story. Default 1. */
  seed?: number
  /** Where the demo account has charged and charges; the campus exists only here. Default hotel. */
  site?: DemoSite
  /** Sites beside the demo's own, as large as anybody wants. */
  more?: readonly SitePlan[]
  /** Default 0: any free port. */
  port?: number
  /** Called with what happens, in plain words, without secrets. */
  log?: (line: string) => void
  /** Serves GraphiQL to browsers at the endpoint; its page loads scripts from a public CDN. */
  graphiql?: boolean
  /** Other people's sessions come and go, and somebody plugs in after a start. Default true. */
  bustle?: boolean
  /** Somebody plugs in some seconds after a station has accepted a start. Default: as `bustle`. */
  autoPlug?: boolean
  /** Every answer takes this much longer, in real ms. Default 0. */
  latencyMs?: number
  /** Called with each request to the platform as it arrives, before anything becomes of it. */
  onRequest?: (request: RequestFacts) => void
}

export interface Simulator {
  /** http://127.0.0.1:PORT/graphql/ */
  endpoint: string
  origin: string
  /** Where the control answers even while the fault `refuse` closes the platform's port. */
  controlOrigin: string
  /** The pre-shared key (role INI). */
  key: string
  account: { username: string; password: string }
  sites: Record<DemoSite, string>
  /** The ids of the sites beside the demo's own, in the order of `more`. */
  moreSites: readonly string[]
  control: SimulatorControl
  close(): Promise<void>
}

/** Starts the demo network on 127.0.0.1. */
export async function startSimulator(options: SimulatorOptions): Promise<Simulator> {
  const { seed = 1, site = 'hotel', bustle = true, latencyMs = 0, graphiql = false } = options
  const clock = createScopedClock(options.clock)
  const wall = createScopedClock(createClock())
  const world = createWorld(clock, seed, site, options.more)
  const counter = createRequestCounter()
  const schema = createPlatformSchema()
  const graphql = createGraphqlEndpoint({
    ...{ world, schema, counter, wall, latencyMs, graphiql },
    onRequest: options.onRequest,
  })

  const handleControl: RequestHandler = async (request, response) => {
    send(response, await answerControl(control, request), clock.now())
  }
  const handle: RequestHandler = async (request, response) => {
    const path = (request.url ?? '/').split('?', 1)[0] ?? '/'
    if (path === '/graphql/' || path === '/graphql') await graphql(request, response)
    else if (path.startsWith('/_control/')) await handleControl(request, response)
    else send(response, await answerPage(world, request), clock.now())
  }

  const listener = await listen(options.port ?? 0, handle, (url) => url.startsWith('/_control/'))
  const controlListener = await listen(0, handleControl)
  const portSettled = applyFaultEffects(world, wall, listener)
  const control = createControl({ clock: options.clock, world, counter, portSettled })
  const origin = `http://127.0.0.1:${String(listener.port)}`
  world.origin = origin
  writeStationJournal(world, options.log)
  createBustle(world, { hasStrangers: bustle, autoPlug: options.autoPlug ?? bustle })

  return {
    endpoint: `${origin}/graphql/`,
    origin,
    controlOrigin: `http://127.0.0.1:${String(controlListener.port)}`,
    key: world.presharedKey,
    account: { username: world.demoContact.email, password: world.demoContact.password },
    sites: world.network.siteIds,
    moreSites: world.network.moreIds,
    control,
    async close() {
      clock.cancelAll()
      wall.cancelAll()
      await Promise.all([listener.close(), controlListener.close()])
    },
  }
}
