import type { Target } from '#contract/charging.ts'
import type { FaultName } from '#simulator/faults/faults.ts'
import { createRandom, type Random } from '#simulator/random.ts'
import { everyFault, faultMakers } from './fault-makers.ts'
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
  /** Where the charge is to end by itself. */
  readonly target: Target | null
  /** The guest goes to the car, and somebody else comes to the screen. */
  readonly leaves: boolean
  /** Another terminal of the account starts at the same connector, just before or just after. */
  readonly elsewhere: 'before' | 'after' | null
  /** A session of the house goes on at another connector. */
  readonly hasOther: boolean
  readonly faults: readonly PlannedFault[]
  readonly stage: Stage
  readonly kill: Kill
  /** The launch after the kill dies, too. */
  readonly second: Kill | null
  /** How long platform and network are gone while it runs (ms). */
  readonly outageMs: number
  /** How long nothing runs. */
  readonly offMs: number
  /** What the crash did to the data folder. */
  readonly damage: 'older-ledger' | 'lost-start' | 'undone-renames' | null
  /** When, after the restart, somebody wants to start at the same connector (ms). */
  readonly impatientAfterMs: number | null
  readonly impatientWay: Way
  /** In the end the guest stops, reads the summary and prints it. */
  readonly takesReceipt: boolean
}

const MINUTE_MS = 60_000
const HOUR_MS = 3_600_000

/** So many cycles follow each other at one platform and one data folder; one of them has a window. */
export const ROUND = 20

/** The cycles of a round up to this one: what went before is part of what happens. */
export const roundUpTo = (cycle: number): number[] => {
  const first = cycle - (cycle % ROUND)
  return Array.from({ length: cycle - first + 1 }, (_, index) => first + index)
}

/** What is drawn from: what stands here more often comes more often. */
const drawn = {
  ways: ['card', 'card', 'phone', 'phone', 'own-card', 'own-card', 'desk'],
  impatientWays: ['card', 'phone', 'own-card'],
  stages: ['start', 'start', 'start', 'follow', 'tokens', 'settings', 'stop'],
  plugs: [
    ...(['before', 'before', 'after', 'after', 'after', 'while-off', 'while-off'] as const),
    ...(['late', 'never'] as const),
  ],
  pays: ['approve', 'approve', 'approve', 'secure', 'secure', 'decline', 'never'],
  elsewhere: ['before', 'after', 'after'],
  damages: ['older-ledger', 'lost-start', 'undone-renames', 'undone-renames'],
  offMs: [0, 0, 0, 2_000, 2_000, 20_000, 90_000, 6 * MINUTE_MS, 16 * MINUTE_MS, HOUR_MS],
  impatientMs: [1_000, 20_000, 200_000, 400_000, 640_000],
} as const

/** The order of the draws is part of a seed. */
export function planOf(seed: number, cycle: number): Plan {
  const random = createRandom(seed, `cycle ${String(cycle)}`)
  const way = random.pick(drawn.ways)
  const stage = random.pick(drawn.stages)
  const field = ways[way]
  const isChance = (chance: number): boolean => random.next() < chance
  const elsewhere = isChance(0.12) ? random.pick(drawn.elsewhere) : null
  const faults = Array.from({ length: random.pick([0, 1, 1, 2, 2, 3]) }, () =>
    planFault(random, stage, field),
  )
  return {
    seed,
    cycle,
    hasWindow: cycle % ROUND === Math.floor(cycle / ROUND) % ROUND,
    way,
    plug: random.pick(drawn.plugs),
    pay: random.pick(drawn.pays),
    cancels: isChance(0.1),
    hasOther: isChance(0.3),
    target: isChance(0.2) ? planTarget(random) : null,
    leaves: isChance(0.3),
    elsewhere,
    // Without it the platform lets nobody in beside an attempt that is open.
    faults: elsewhere === 'after' ? [letsTwoIn(random), ...faults] : faults,
    stage,
    kill: planKill(random, stage, field),
    second: isChance(0.2) ? planKill(random, 'launch', field) : null,
    outageMs: isChance(0.03) ? HOUR_MS : 0,
    offMs: random.pick(drawn.offMs),
    damage: isChance(0.12) ? random.pick(drawn.damages) : null,
    impatientAfterMs: isChance(0.7) ? random.pick(drawn.impatientMs) : null,
    impatientWay: random.pick(drawn.impatientWays),
    takesReceipt: isChance(0.5),
  }
}

/** Reached within minutes by the car that comes. */
const planTarget = (random: Random): Target =>
  random.pick([
    { kind: 'energy', energyKWh: 1 },
    { kind: 'energy', energyKWh: 2 },
    { kind: 'charge', percent: 22 },
    { kind: 'time', minutes: 5 },
  ] as const)

const letsTwoIn = (random: Random): PlannedFault => ({
  ...{ name: 'secondAttempt', stage: 'start' },
  options: faultMakers.secondAttempt(random),
})

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
