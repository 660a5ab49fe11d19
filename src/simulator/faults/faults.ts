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
  /** The request is carried out twice; the first answer is sent. */
  duplicate: object
  /** The port is closed: connections are refused. `forMs` (real time) opens it again by itself. */
  refuse: { forMs?: number }
  /** Answered with this HTTP status and no GraphQL. */
  status: { code?: 500 | 502 | 503 | 429 }
  /** A captive portal's page, with HTTP status 200. */
  html: object
  /** HTTP 200, said to be JSON, cut off in the middle. */
  notJson: object
  /**
   * Carried out, and answered wrongly then: by a `page` (default) or `redirect` of a captive portal, by
   * this HTTP `status` (default 502) without GraphQL, by `data: null` and an error `code` (default
   * UNAUTHENTICATED) at a field below the root one (`nested`), or by a 5xx `status` with such a body (`body`).
   */
  answeredWrongly: {
    as?: 'page' | 'redirect' | 'status' | 'nested' | 'body'
    status?: 401 | 403 | 404 | 429 | 500 | 502 | 503 | 504
    code?: string
  }
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
  /** A second start is let through where another waits; a car that is plugged in begins this one. */
  secondAttempt: { begins?: 'older' | 'newer' }
  /** The station rejects stops; with `forMs`, it takes them again after that time of the clock. */
  stopRejected: { forMs?: number }
  /** Stops are accepted and never happen; `forMs` as above. */
  stopSilent: { forMs?: number }
  /** No new meter values reach the platform. */
  meterFrozen: object
  /** Meter values bear times that are ahead by `ms` (default an hour), or from 1970 on. */
  meterClock: { ms?: number; from1970?: boolean }
  /**
   * For `forMs` of the clock (default one reading) meter values are impossible (default `thousandfold`),
   * in the meter's summary (default), in the session's record or in both.
   */
  wrongReading: {
    as?: 'thousandfold' | 'negative' | 'soc'
    where?: 'meter' | 'record' | 'both'
    forMs?: number
  }
  /** The meter starts again at zero from now on; the session's record goes on with what was charged. */
  registerReset: object
  /**
   * Running sessions are answered as stopped: left out of lists of started ones (`left-out`), listed as
   * stopped (`listed`), or stopped wherever they are asked for (`everywhere`, the default).
   */
  seemsStopped: { as?: 'left-out' | 'listed' | 'everywhere' }
  /** Sessions are answered as they were `ms` (default 20 s) ago. */
  staleRecords: { ms?: number }
  /** Sessions have no `sessionId`: in lists alone (default) or by id, too. */
  noSessionIds: { where?: 'lists' | 'everywhere' }
  /** The sum of a session that has ended is too low at first, and is right, and invoiced, after `ms` (default 40 s). */
  lateSum: { ms?: number }
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
  /** The platform's clock is ahead of ours by `ms` (default 2 minutes): Date header, tokens, every time it tells. */
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
  /** Those that are on, with their options. */
  active(): { name: FaultName; options: object }[]
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
    active: () =>
      (Object.keys(settings) as FaultName[]).flatMap((name) => {
        const { [name]: options } = settings
        return options ? [{ name, options }] : []
      }),
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
