import type { FaultName, FaultOptions } from '#simulator/faults/faults.ts'
import { createRandom, type Random } from '#simulator/random.ts'
import type { KillPoint } from './host/messages.ts'

/** The four mutations that start, by who asks for them. */
export const ways = {
  card: 'attemptRemoteStart',
  phone: 'remoteStartWithPreauth',
  'own-card': 'remoteStart',
  desk: 'remoteStartWithoutInvoicing',
} as const
export type Way = keyof typeof ways

/** Parts of a cycle's story, in order. */
export const stages = ['start', 'follow', 'tokens', 'settings', 'stop', 'launch'] as const
export type Stage = (typeof stages)[number]

export interface PlannedFault {
  readonly name: FaultName
  readonly options: object
  readonly stage: Stage
}

/** The end of a terminal: at a point of its own seam, as a request arrives, or some time on (ms). */
export type Kill = KillPoint | { readonly arrived: string } | { readonly afterMs: number }

/** What happens in one cycle; the same seed and number plan the same. */
export interface Plan {
  readonly seed: number
  readonly cycle: number
  /** On the full host, with a page. */
  readonly hasWindow: boolean
  readonly way: Way
  readonly plug: 'before' | 'after' | 'while-off' | 'late' | 'never'
  readonly pay: 'approve' | 'secure' | 'decline' | 'never'
  readonly cancels: boolean
  /** A session of the house goes on at another connector. */
  readonly hasOther: boolean
  readonly faults: readonly PlannedFault[]
  readonly stage: Stage
  readonly kill: Kill
  /** The launch after the kill dies, too. */
  readonly second: Kill | null
  /** How long nothing runs. */
  readonly offMs: number
  /** Somebody wants to start at the same connector so long after the restart (ms). */
  readonly impatientAfterMs: number | null
  readonly impatientWay: Way
}

/** So many cycles follow each other at one platform and one data folder; one of them has a window. */
export const ROUND = 10

/** The cycles of a round up to this one: what went before is part of what happens. */
export const roundUpTo = (cycle: number): number[] => {
  const first = cycle - (cycle % ROUND)
  return Array.from({ length: cycle - first + 1 }, (_, index) => first + index)
}

export function planOf(seed: number, cycle: number): Plan {
  const random = createRandom(seed, `cycle ${String(cycle)}`)
  const way = random.pick([
    'card',
    'card',
    'phone',
    'phone',
    'own-card',
    'own-card',
    'desk',
  ] as const)
  const stage = random.pick([
    'start',
    'start',
    'start',
    'follow',
    'tokens',
    'settings',
    'stop',
  ] as const)
  const field = ways[way]
  const isChance = (chance: number): boolean => random.next() < chance
  return {
    seed,
    cycle,
    hasWindow: cycle % ROUND === Math.floor(cycle / ROUND) % ROUND,
    way,
    plug: random.pick(['before', 'after', 'after', 'while-off', 'late', 'never'] as const),
    pay: random.pick(['approve', 'approve', 'secure', 'decline', 'never'] as const),
    cancels: isChance(0.1),
    hasOther: isChance(0.3),
    faults: Array.from({ length: random.pick([0, 1, 1, 2, 2, 3]) }, () =>
      planFault(random, stage, field),
    ),
    stage,
    kill: planKill(random, stage, field),
    second: isChance(0.2) ? planKill(random, 'launch', field) : null,
    offMs: random.pick([0, 0, 2_000, 20_000, 90_000, 6 * 60_000, 16 * 60_000]),
    impatientAfterMs: isChance(0.7)
      ? random.pick([1_000, 20_000, 200_000, 400_000, 640_000])
      : null,
    impatientWay: random.pick(['card', 'phone', 'own-card'] as const),
  }
}

function planKill(random: Random, stage: Stage, field: string): Kill {
  if (random.next() < 0.2) {
    return random.pick([
      { point: 'any', nth: random.whole(1, 40) },
      { afterMs: random.whole(0, 20) * 1_000 },
    ])
  }
  return random.pick(killsOf[stage](field))
}

const drafts = (file: string): KillPoint[] =>
  ['torn', 'written', 'renamed'].map((part) => ({ point: `${part}:${file}` }))

const killsOf: Record<Stage, (field: string) => Kill[]> = {
  start: (field) => [
    { point: 'start.chosen' },
    { point: 'start.requested' },
    { point: `sending:${field}` },
    { arrived: field },
    { point: `answered:${field}` },
    { point: field === ways.phone ? 'start.paying' : 'start.accepted' },
  ],
  follow: () => [
    { point: 'start.accepted' },
    { point: 'start.waiting-for-plug' },
    { point: 'start.charging' },
    { arrived: 'site' },
    { afterMs: 4_000 },
    { afterMs: 60_000 },
  ],
  tokens: () => [
    { arrived: 'renewSession' },
    { point: 'answered:renewSession' },
    ...drafts('secrets.json'),
  ],
  settings: () => [...drafts('settings.json'), ...drafts('settings.last-good.json')],
  stop: () => [
    { point: 'stop.requested' },
    { arrived: 'remoteStop' },
    { point: 'answered:remoteStop' },
    { point: 'stop.accepted' },
    { afterMs: 2_000 },
  ],
  launch: () => [1, 2, 3, 5, 8, 13].map((nth) => ({ point: 'any', nth })),
}

const HOUR_MS = 3_600_000

/** Every failure of the simulator's list, in its varieties. Times of `delay` are real (ms). */
const faultMakers: { readonly [N in FaultName]: (random: Random) => FaultOptions[N] } = {
  delay: (random) => ({ ms: random.pick([20, 90, 250, 900]) }),
  hang: () => ({}),
  cut: (random) => ({ phase: random.pick(['before', 'after'] as const) }),
  duplicate: () => ({}),
  refuse: () => ({}),
  status: (random) => ({ code: random.pick([500, 502, 503, 429] as const) }),
  html: () => ({}),
  notJson: () => ({}),
  graphqlErrors: () => ({}),
  partial: () => ({}),
  forbidden: () => ({}),
  tokensExpiredOnArrival: () => ({}),
  stationOffline: () => ({}),
  rejectStart: () => ({}),
  slowStart: (random) => ({ ms: random.pick([5_000, 25_000, 200_000]) }),
  startAfterTimeout: (random) => ({ afterMs: random.pick([5_000, 60_000]) }),
  stopRejected: (random) => ({ forMs: random.pick([60_000, 4 * 60_000, 9 * 60_000]) }),
  stopSilent: (random) => ({ forMs: random.pick([60_000, 4 * 60_000, 9 * 60_000]) }),
  meterFrozen: () => ({}),
  unknownEnums: () => ({}),
  nulls: (random) => ({ mode: random.pick(['leaves', 'all'] as const) }),
  smallPages: (random) => ({ limit: random.pick([1, 3]) }),
  picture: () => ({}),
  clockSkew: (random) => ({
    ms: random.pick([-3_600_000, -90_000, -15_000, 15_000, 90_000, 3_600_000]),
  }),
  answeredWrongly: (random) =>
    random.pick([
      { as: 'page' },
      { as: 'redirect' },
      ...([401, 403, 404, 429, 500, 502, 503, 504] as const).map(
        (status) => ({ as: 'status', status }) as const,
      ),
      ...['UNAUTHENTICATED', 'FORBIDDEN', 'NOT_FOUND', 'BAD_USER_INPUT', 'REJECTED'].map(
        (code) => ({ as: 'nested', code }) as const,
      ),
      { as: 'body', status: 500, code: 'UNAUTHENTICATED' },
      { as: 'body', status: 503, code: 'FORBIDDEN' },
    ] as const),
  secondAttempt: (random) => ({ begins: random.pick(['older', 'newer'] as const) }),
  meterClock: (random) =>
    random.pick([{ ms: HOUR_MS }, { ms: 10 * 365 * 24 * HOUR_MS }, { from1970: true }]),
  wrongReading: (random) => ({
    as: random.pick(['thousandfold', 'negative', 'soc'] as const),
    where: random.pick(['meter', 'record', 'both'] as const),
  }),
  registerReset: () => ({}),
  toldStopped: (random) => ({ as: random.pick(['left-out', 'listed', 'everywhere'] as const) }),
  staleRecords: (random) => ({ ms: random.pick([5_000, 20_000, 60_000]) }),
  noSessionIds: (random) => ({ where: random.pick(['lists', 'lists', 'everywhere'] as const) }),
  lateSum: (random) => ({ ms: random.pick([10_000, 40_000, 90_000]) }),
}
export const everyFault = Object.keys(faultMakers) as FaultName[]

/** So much of what goes wrong hits the very request that matters; the rest hits whatever comes. */
const AIMED = 0.6

function planFault(random: Random, killStage: Stage, field: string): PlannedFault {
  const name = random.pick(everyFault)
  const stage = random.pick(['start', 'follow', killStage, 'launch'] as const)
  const aims: Record<Stage, string[]> = {
    start: [field],
    follow: ['site'],
    tokens: ['renewSession'],
    settings: ['site'],
    stop: ['remoteStop'],
    launch: ['site', 'chargelogsPaged', 'initSession', 'remoteStartAttemptStatus'],
  }
  const scope = random.next() < AIMED ? { operations: aims[stage] } : {}
  const times = random.pick([1, 1, 3, null])
  const common = { ...scope, ...(times === null ? {} : { times }) }
  return { name, stage, options: { ...faultMakers[name](random), ...common } }
}
