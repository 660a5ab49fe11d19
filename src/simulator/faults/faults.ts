/** Options that every fault understands. */
export interface CommonFaultOptions {
  /** Only requests (or station commands) of these root fields; default: all. */
  operations?: string[]
  /** How often it happens before it clears itself; default: until cleared. */
  times?: number
}

/** Everything that can go wrong, with its own options. Times in ms. */
export interface FaultOptions {
  /** The answer takes `ms` (default 3,000) longer (real time). */
  delay: { ms?: number }
  /** The answer never comes. */
  hang: object
  /** The socket is cut: before the request is carried out, or after, so that the answer is lost. */
  cut: { phase?: 'before' | 'after' }
  /** The request is carried out twice; the first answer is told. */
  duplicate: object
  /** The port is closed: connections are refused. `forMs` (real time) opens it again by itself. */
  refuse: { forMs?: number }
  /** Answered with this HTTP status and no GraphQL. */
  status: { code?: 500 | 502 | 503 | 429 }
  /** A captive portal's page, with HTTP status 200. */
  html: object
  /** HTTP 200, said to be JSON, cut off in the middle. */
  notJson: object
  /** `data: null` with this error; nothing is carried out. */
  graphqlErrors: { message?: string; code?: string }
  /** Data and errors together: one nullable field of each root field is lost. */
  partial: object
  /** Refused for lack of rights. */
  forbidden: object
  /** Tokens are issued that are long expired. */
  tokensExpiredOnArrival: object
  /** This station (default: all) has no connection to the platform. */
  stationOffline: { cpId?: string }
  /** The station rejects starts. */
  rejectStart: { reason?: string }
  /** The station takes this much longer to accept a start. */
  slowStart: { ms?: number }
  /** The attempt stays SENT until `validUntil`; `afterMs` later the station begins all the same. */
  startAfterTimeout: { afterMs?: number }
  /** The station rejects stops. */
  stopRejected: object
  /** Stops are accepted and never happen. */
  stopSilent: object
  /** No new meter values reach the platform. */
  meterFrozen: object
  /** Enum values and status texts that nobody knows. */
  unknownEnums: object
  /**
   * Nulls where the schema allows them below the root: `leaves` (default) keeps objects and lists
   * and empties their fields, `all` nulls the objects and lists too.
   */
  nulls: { mode?: 'leaves' | 'all' }
  /** Lists come in pages of `limit` (default 3), whatever was asked for. */
  smallPages: { limit?: number }
  /** Pictures of this station (default: all) and view (default: both) are spoilt; default `missing`. */
  picture: { cpId?: string; view?: 'front' | 'place'; as?: 'missing' | 'no-image' | 'too-large' }
  /** The platform's clock is ahead of ours by `ms` (default 2 minutes): Date header and tokens. */
  clockSkew: { ms?: number }
}

export type FaultName = keyof FaultOptions
export type FaultSetting<N extends FaultName> = FaultOptions[N] & CommonFaultOptions

/** The faults that are switched on. */
export interface Faults {
  set<N extends FaultName>(name: N, options?: FaultSetting<N>): void
  clear(name: FaultName): void
  clearAll(): void
  /** The setting of a fault that concerns one of `operations`, without using it up. */
  peek<N extends FaultName>(name: N, operations?: readonly string[]): FaultSetting<N> | undefined
  /** As `peek`, and counts as one time. */
  take<N extends FaultName>(name: N, operations?: readonly string[]): FaultSetting<N> | undefined
  onChange(listener: (name: FaultName, isOn: boolean) => void): void
  /** How far the platform's clock is ahead, in ms. */
  skewMs(): number
}

const DEFAULT_SKEW_MS = 120_000

export function createFaults(): Faults {
  const settings: { [N in FaultName]?: FaultSetting<N> | undefined } = {}
  const remaining = new Map<FaultName, number>()
  const listeners: ((name: FaultName, isOn: boolean) => void)[] = []

  const tell = (name: FaultName, isOn: boolean): void => {
    for (const listener of listeners) listener(name, isOn)
  }

  const clear = (name: FaultName): void => {
    if (!settings[name]) return
    settings[name] = undefined
    remaining.delete(name)
    tell(name, false)
  }

  const peek: Faults['peek'] = (name, operations = []) => {
    const setting = settings[name]
    if (!setting?.operations) return setting
    return setting.operations.some((operation) => operations.includes(operation))
      ? setting
      : undefined
  }

  return {
    clear,
    peek,
    skewMs: () => (settings.clockSkew ? (settings.clockSkew.ms ?? DEFAULT_SKEW_MS) : 0),
    set(name, options) {
      Object.assign(settings, { [name]: options ?? {} })
      if (options?.times === undefined) remaining.delete(name)
      else remaining.set(name, options.times)
      tell(name, true)
    },
    clearAll() {
      for (const name of Object.keys(settings) as FaultName[]) clear(name)
    },
    take(name, operations) {
      const setting = peek(name, operations)
      if (!setting) return undefined
      const left = remaining.get(name)
      if (left !== undefined) {
        remaining.set(name, left - 1)
        if (left <= 1) clear(name)
      }
      return setting
    },
    onChange(listener) {
      listeners.push(listener)
    },
  }
}
