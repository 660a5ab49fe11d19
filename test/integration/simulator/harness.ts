import { expect, onTestFinished } from 'vitest'
import type { AdjustableClock } from '#common/clock.ts'
import { createClock } from '#common/clock.ts'
import type { ConnectorOverview } from '#simulator/control.ts'
import type { Simulator, SimulatorOptions } from '#simulator/index.ts'
import { startSimulator } from '#simulator/index.ts'

/** 2026-11-23T09:00:00Z. */
export const START_MS = 1_795_424_400_000

export interface GraphqlError {
  message: string
  path?: (string | number)[]
  extensions?: { code?: string }
}

export interface Reply {
  status: number
  dateMs: number
  data: Record<string, unknown> | null
  errors: GraphqlError[]
}

export interface TestBench {
  simulator: Simulator
  clock: AdjustableClock
  /** Sends an operation with a bearer token (default: the demo account's session). */
  send: (query: string, variables?: object, token?: string | null) => Promise<Reply>
  /** As `send`, and gives the root field's value; throws on errors. */
  ask: <T>(query: string, variables?: object, token?: string) => Promise<T>
  /** Signs in, as the demo account if no other is given; whoever sends from now on is that account. */
  signIn: (
    account?: Simulator['account'],
  ) => Promise<{ sessionToken: string; refreshToken: string }>
  /** Holds that the simulator has received this operation. */
  expectAsked: (operation: string) => Promise<void>
  /** A connector of the simulator's site by the number printed on it. */
  connector: (number: string) => Promise<ConnectorOverview>
}

/** A bench for one test: its simulator is closed when the test has finished. */
export async function startBench(options: Partial<SimulatorOptions> = {}): Promise<TestBench> {
  const bench = await openBench(options)
  onTestFinished(() => bench.simulator.close())
  return bench
}

/** A still simulator on a stopped clock, signed in. */
export async function openBench(options: Partial<SimulatorOptions> = {}): Promise<TestBench> {
  const clock = options.clock ?? createClock({ startMs: START_MS, speed: 0 })
  const simulator = await startSimulator({ bustle: false, ...options, clock })
  const site = options.site ?? 'hotel'
  let session = ''

  const send: TestBench['send'] = async (query, variables = {}, token = session) => {
    const response = await fetch(simulator.endpoint, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(token ? { authorization: `Bearer ${token}` } : {}),
      },
      body: JSON.stringify({ query, variables }),
    })
    const body = (await response.json()) as Partial<Reply>
    return {
      status: response.status,
      dateMs: Date.parse(response.headers.get('date') ?? ''),
      data: body.data ?? null,
      errors: body.errors ?? [],
    }
  }

  const signIn: TestBench['signIn'] = async (account = simulator.account) => {
    const reply = await send(SIGN_IN, account, simulator.key)
    const pair = reply.data?.initSession as { sessionToken: string; refreshToken: string }
    session = pair.sessionToken
    return pair
  }

  await signIn()
  return {
    simulator,
    clock,
    send,
    signIn,
    async expectAsked(operation) {
      const counts = await simulator.control.requests()
      expect(counts.flatMap(({ rootFields }) => rootFields)).toContain(operation)
    },
    async ask<T>(query: string, variables?: object, token?: string) {
      const { data, errors } = await send(query, variables, token)
      if (errors[0]) throw new Error(errors[0].message)
      return Object.values(data ?? {})[0] as T
    },
    async connector(number) {
      const { sites } = await simulator.control.overview()
      const found = sites
        .filter(({ key }) => key === site)
        .flatMap(({ stations }) => stations.flatMap(({ connectors }) => connectors))
        .find((connector) => connector.number === number)
      if (!found) throw new Error(`There is no connector ${number}.`)
      return found
    },
  }
}

export const SIGN_IN = `mutation ($username: String!, $password: String!) {
  initSession(username: $username, password: $password) { sessionToken refreshToken }
}`
