import type { FaultName, FaultOptions } from '#simulator/faults/faults.ts'
import type { Random } from '#simulator/random.ts'

const HOUR_MS = 3_600_000

/** Every failure of the simulator's list, in its varieties. Times of `delay` are real (ms). */
export const faultMakers: { readonly [N in FaultName]: (random: Random) => FaultOptions[N] } = {
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
  seemsStopped: (random) => ({ as: random.pick(['left-out', 'listed', 'everywhere'] as const) }),
  staleRecords: (random) => ({ ms: random.pick([5_000, 20_000, 60_000]) }),
  noSessionIds: (random) => ({ where: random.pick(['lists', 'lists', 'everywhere'] as const) }),
  lateSum: (random) => ({ ms: random.pick([10_000, 40_000, 90_000]) }),
}
export const everyFault = Object.keys(faultMakers) as FaultName[]
